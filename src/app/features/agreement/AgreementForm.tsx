import { Button } from '@fluentui/react-components';
import type { AgreementResponse, AgreementVersionView } from '#contract/agreement.ts';
import { agreementParts } from '#core/policy/meeting-rules.ts';
import { useChange } from '../../api/use-change.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useAgreementStyles } from './Agreement.styles.ts';
import { Signatures } from './Signatures.tsx';
import { TermField } from './TermField.tsx';
import { useTerms } from './use-terms.ts';

interface AgreementFormProps {
  readonly agreement: AgreementResponse;
  readonly version: AgreementVersionView;
}

/** A version being agreed: filled in by both at once, then signed by each (OD3a-10). */
export function AgreementForm({ agreement, version }: AgreementFormProps) {
  const styles = useAgreementStyles();
  const { pairId, asks, supervising } = agreement;
  const editor = useTerms(pairId, version);
  const sign = useChange('signAgreement');
  const drop = useChange('dropAgreementDraft');
  const parts = agreementParts.filter((part) => asks?.parts.includes(part) === true);
  const mine = supervising ? version.signedBySupervisor : version.signedByEmployee;
  const isBusy = editor.isSaving || sign.isPending || drop.isPending;
  const error = editor.error ?? sign.error ?? drop.error;
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{agreement.inForce === null ? say('agreement.live') : say('agreement.changeWhat')}</p>
      {error !== null && <ErrorNotice error={error} />}
      <div className={styles.form}>
        {parts.map((part) => (
          <TermField key={part} part={part} agreement={agreement} version={version} editor={editor} />
        ))}
      </div>
      {version.open.length > 0 && (
        <p className={styles.quiet}>
          {say('agreement.stillOpen', {
            parts: version.open.map((part) => say(`agreement.open.${part}`)).join(', '),
          })}
        </p>
      )}
      <div className={styles.sign}>
        <Signatures agreement={agreement} version={version} />
        <div className={styles.buttons}>
          {mine === null && (
            <Button
              disabledFocusable={isBusy}
              onClick={() => {
                drop.mutate({ params: { pairId } });
              }}
            >
              {agreement.inForce === null ? say('agreement.dropFirst') : say('agreement.dropDraft')}
            </Button>
          )}
          {mine === null && (
            <Button
              appearance="primary"
              disabledFocusable={isBusy || version.open.length > 0}
              onClick={() => {
                const { version: number, revision } = version;
                sign.mutate({ params: { pairId }, request: { version: number, revision } });
              }}
            >
              {say('agreement.signAs', { name: agreement.me.givenName })}
            </Button>
          )}
        </div>
      </div>
      {(version.signedBySupervisor !== null || version.signedByEmployee !== null) && (
        <p className={styles.quiet}>{say('agreement.changedSince')}</p>
      )}
    </div>
  );
}
