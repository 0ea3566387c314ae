import { Body1, Caption1 } from '@fluentui/react-components';
import type { PoliciesResponse } from '#contract/policies.ts';
import type { Zone } from '#core/time-types.ts';
import { sayDate, startWithMoment } from '../../text/dates.ts';
import { sayVersion } from '../../text/policy-names.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { usePoliciesStyles } from './Policies.styles.ts';

interface DecisionListProps {
  readonly policies: PoliciesResponse;
  readonly zone: Zone;
}

/** Who brought what into force from when, newest first; what was withdrawn stays to be seen. */
export function DecisionList({ policies, zone }: DecisionListProps) {
  const styles = usePoliciesStyles();
  const { history, versions, today } = policies;
  const nameOf = (person: { readonly displayName: string | null } | null): string =>
    person?.displayName ?? say('policies.someone');
  return (
    <Panel title={say('policies.history')}>
      <ul className={styles.list}>
        {history.map((one) => {
          const version = versions.find(({ id }) => id === one.versionId);
          const moment = startWithMoment(one.at, zone, today);
          return (
            <li key={one.activationId} className={styles.row}>
              <div className={styles.words}>
                <Body1>
                  {say('policies.decided', {
                    name: version === undefined ? '' : sayVersion(version),
                    day: sayDate(one.from, today),
                  })}
                </Body1>
                <Caption1 className={styles.quiet}>
                  {one.by === null
                    ? say('policies.decidedAtStart', { moment })
                    : say('policies.decidedBy', { moment, by: nameOf(one.by) })}
                </Caption1>
                {one.withdrawnAt !== null && (
                  <Caption1 className={styles.quiet}>
                    {say('policies.decidedWithdrawn', {
                      moment: startWithMoment(one.withdrawnAt, zone, today),
                      by: nameOf(one.withdrawnBy),
                    })}
                  </Caption1>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
