import type { AgreementResponse, AgreementVersionView } from '#contract/agreement.ts';
import { agreementParts } from '#core/policy/meeting-rules.ts';
import { capital } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { useAgreementStyles } from './Agreement.styles.ts';
import { termWords } from './agreement-words.ts';

interface AgreedTermsProps {
  readonly agreement: Pick<AgreementResponse, 'asks' | 'today'>;
  readonly version: AgreementVersionView;
}

/** What a version says, part by part, to read. */
export function AgreedTerms({ agreement: { asks, today }, version }: AgreedTermsProps) {
  const styles = useAgreementStyles();
  const parts = agreementParts.filter((part) => asks?.parts.includes(part) === true);
  return (
    <dl className={styles.terms}>
      {parts.map((part) => {
        const words = termWords(part, version.terms, today);
        return (
          <div key={part} className={styles.term}>
            <dt className={styles.part}>{say(`agreement.part.${part}`)}</dt>
            <dd className={styles.settled}>
              {words === null ? <span className={styles.open}>{say('agreement.nothingChosen')}</span> : capital(words)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
