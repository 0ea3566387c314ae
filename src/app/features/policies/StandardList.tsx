import { Body1, Body1Strong, Button, Caption1 } from '@fluentui/react-components';
import type { PoliciesResponse } from '#contract/policies.ts';
import { sayDate } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { StateBadge, type ShownState } from '../../ui/StateBadge.tsx';
import { usePoliciesStyles } from './Policies.styles.ts';

type Standard = PoliciesResponse['standards'][number];

const looks: Record<Standard['state'], ShownState> = {
  'in-force': 'done',
  planned: 'waiting',
  replaced: 'not-applicable',
  withdrawn: 'not-applicable',
  'without-effect': 'overdue',
};

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

interface StandardListProps {
  readonly policies: PoliciesResponse;
  readonly isBusy: boolean;
  readonly onWithdraw: (standardId: string) => void;
}

/** What units ask of their own people on top of the policy, and whether it holds. */
export function StandardList({ policies, isBusy, onWithdraw }: StandardListProps) {
  const styles = usePoliciesStyles();
  const { standards, today } = policies;
  return (
    <Panel title={say('policies.standards')}>
      {standards.length === 0 && <Body1 className={styles.quiet}>{say('policies.standardsNone')}</Body1>}
      <ul className={styles.list}>
        {standards.map((one) => (
          <li key={one.id} className={styles.row}>
            <div className={styles.words}>
              <Body1Strong as="h3" className={styles.title}>
                {say('policies.standardName', { unit: one.unit, title: one.title, version: one.version })}
              </Body1Strong>
              {one.state === 'without-effect' && (
                <Caption1 className={styles.quiet}>
                  {one.below.length === 0
                    ? say('policies.standardOther')
                    : say('policies.standardBelow', { clauses: list.format(one.below) })}
                </Caption1>
              )}
            </div>
            <StateBadge state={looks[one.state]}>{stateWords(one, today)}</StateBadge>
            {one.state !== 'withdrawn' && one.state !== 'replaced' && (
              <Button
                size="small"
                appearance="subtle"
                disabledFocusable={isBusy}
                aria-label={say('policies.standardWithdrawLabel', { unit: one.unit })}
                onClick={() => {
                  onWithdraw(one.id);
                }}
              >
                {say('policies.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function stateWords({ state, from }: Standard, today: string): string {
  if (state === 'in-force' || state === 'planned')
    return say(`policies.standardState.${state}`, { day: sayDate(from, today) });
  return say(`policies.standardState.${state}`);
}
