import { Body1Strong, Button, Caption1 } from '@fluentui/react-components';
import type { PoliciesResponse, PolicyVersionView } from '#contract/policies.ts';
import type { Zone } from '#core/time-types.ts';
import { capital, sayDate, sayMoment } from '../../text/dates.ts';
import { sayVersion } from '../../text/policy-names.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { StateBadge, type ShownState } from '../../ui/StateBadge.tsx';
import { usePoliciesStyles } from './Policies.styles.ts';

const looks: Record<PolicyVersionView['state'], ShownState> = {
  'in-force': 'done',
  planned: 'waiting',
  replaced: 'not-applicable',
  'rolled-back': 'moved',
  'never-in-force': 'not-applicable',
};

interface VersionListProps {
  readonly policies: PoliciesResponse;
  readonly zone: Zone;
  readonly isBusy: boolean;
  readonly onCompare: (versionId: string) => void;
  readonly onWithdraw: (activationId: string) => void;
}

/** Every version that was loaded, how it stands, and what can be done with it. */
export function VersionList({ policies, zone, isBusy, onCompare, onWithdraw }: VersionListProps) {
  const styles = usePoliciesStyles();
  const { versions, today } = policies;
  return (
    <Panel title={say('policies.versions')} count={versions.length}>
      <ul className={styles.list}>
        {versions.map((version) => {
          const name = sayVersion(version);
          const { activationId, state } = version;
          return (
            <li key={version.id} className={styles.row}>
              <div className={styles.words}>
                <Body1Strong as="h3" className={styles.title}>
                  {name}
                </Body1Strong>
                <Caption1 className={styles.quiet}>{originOf(version, today)}</Caption1>
                <Caption1 className={styles.quiet}>{loadedWords(version, zone, today)}</Caption1>
              </div>
              <div className={styles.state}>
                <StateBadge state={looks[state]}>{stateWords(version, today)}</StateBadge>
                {version.pastReview && version.reviewOn !== null && (
                  <StateBadge state="overdue">
                    {say('policies.pastReview', { day: sayDate(version.reviewOn, today) })}
                  </StateBadge>
                )}
              </div>
              <div className={styles.tools}>
                {state === 'planned' && activationId !== null && (
                  <Button
                    size="small"
                    appearance="subtle"
                    disabledFocusable={isBusy}
                    aria-label={say('policies.withdrawLabel', { name })}
                    onClick={() => {
                      onWithdraw(activationId);
                    }}
                  >
                    {say('policies.withdraw')}
                  </Button>
                )}
                {state !== 'in-force' && (
                  <Button
                    size="small"
                    aria-label={say('policies.compareLabel', { name })}
                    onClick={() => {
                      onCompare(version.id);
                    }}
                  >
                    {say('policies.compare')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function stateWords({ state, since }: PolicyVersionView, today: string): string {
  if (state === 'never-in-force' || since === null) return say('policies.state.never-in-force');
  return say(`policies.state.${state}`, { day: sayDate(since, today) });
}

function originOf(version: PolicyVersionView, today: string): string {
  const { approvedBy, issuedOn, reviewOn, pastReview } = version;
  const parts = [
    ...(approvedBy === null ? [] : [say('policies.approved', { by: approvedBy })]),
    ...(issuedOn === null ? [] : [say('policies.issued', { day: sayDate(issuedOn, today) })]),
    ...(reviewOn === null || pastReview ? [] : [say('policies.review', { day: sayDate(reviewOn, today) })]),
  ];
  return capital(parts.join(', '));
}

function loadedWords({ loadedBy, loadedAt }: PolicyVersionView, zone: Zone, today: string): string {
  if (loadedBy === null) return say('policies.given');
  const name = loadedBy.displayName ?? say('policies.someone');
  return say('policies.loaded', { moment: sayMoment(loadedAt, zone, today), name });
}
