import { Body1, Body1Strong, Button, Caption1 } from '@fluentui/react-components';
import { CalendarAdd20Regular } from '@fluentui/react-icons/svg/calendar-add';
import { useLocation } from 'wouter';
import type { PairLine } from '#contract/pairs.ts';
import { shortCadence } from '../../text/cadences.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PersonLabel } from '../../ui/PersonLabel.tsx';
import { jobOf } from './job.ts';
import { useFirstDayStyles } from './FirstDay.styles.ts';

interface FirstDayProps {
  readonly people: readonly PairLine[];
}

/** A new manager's people: a plan to accept instead of an empty table. */
export function FirstDay({ people }: FirstDayProps) {
  const styles = useFirstDayStyles();
  const [, navigate] = useLocation();
  const open = people.filter((pair) => pair.series === null);
  const first = open[0];
  return (
    <Panel title={say('people.first')}>
      <Caption1 className={styles.quiet}>{say('people.directory')}</Caption1>
      <ul className={styles.list}>
        {people.map((pair) => (
          <li key={pair.pairId} className={styles.row}>
            <PersonLabel person={pair.other} detail={jobOf(pair)} />
            <Body1>
              {pair.asked === null
                ? say('people.nothingAsked')
                : say('people.nothingAskedEvery', { every: shortCadence(pair.asked.cadence) })}
            </Body1>
            <Caption1 className={styles.plan}>
              {pair.series === null ? say('people.joinsPlan') : say('people.alreadyBooked')}
            </Caption1>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <div className={styles.promise}>
          <Body1Strong block>{say('people.toBook', { count: open.length })}</Body1Strong>
          <Caption1 className={styles.quiet}>{say('people.planPromise')}</Caption1>
        </div>
        <div className={styles.buttons}>
          {first !== undefined && (
            <Button
              onClick={() => {
                navigate(`/people/${first.pairId}/schedule`);
              }}
            >
              {say('people.oneAtATime')}
            </Button>
          )}
          <Button
            appearance="primary"
            icon={<CalendarAdd20Regular />}
            onClick={() => {
              navigate('/people/schedule-all');
            }}
          >
            {say('people.propose')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
