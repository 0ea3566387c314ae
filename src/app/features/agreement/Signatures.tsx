import type { AgreementResponse, AgreementVersionView } from '#contract/agreement.ts';
import { sayMoment } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useAgreementStyles } from './Agreement.styles.ts';

interface SignaturesProps {
  readonly agreement: Pick<AgreementResponse, 'me' | 'other' | 'supervising'>;
  readonly version: AgreementVersionView;
}

/** Who has signed a version, and when. */
export function Signatures({ agreement: { me, other, supervising }, version }: SignaturesProps) {
  const styles = useAgreementStyles();
  const { today, zone } = useToday();
  const [supervisor, employee] = supervising ? [me, other] : [other, me];
  const lines = [
    { name: supervisor.givenName, at: version.signedBySupervisor },
    { name: employee.givenName, at: version.signedByEmployee },
  ];
  return (
    <div className={styles.signatures} role="status">
      {lines.map(({ name, at }) =>
        at === null ? (
          <StateBadge key={name} state="waiting">
            {say('agreement.notSignedBy', { name })}
          </StateBadge>
        ) : (
          <StateBadge key={name} state="agreed">
            {say('agreement.signedBy', { name, when: sayMoment(at, zone, today) })}
          </StateBadge>
        ),
      )}
    </div>
  );
}
