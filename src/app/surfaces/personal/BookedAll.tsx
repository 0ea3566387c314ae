import { Body1, Button, ProgressBar } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { useRoute } from '../../api/use-route.ts';
import { startWithMoment } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PersonLabel } from '../../ui/PersonLabel.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useToday } from '../../ui/use-today.ts';
import { DeliveryNotice } from '../../ui/DeliveryNotice.tsx';
import { useSchedulePageStyles } from './SchedulePage.styles.ts';

interface BookedAllProps {
  readonly pairIds: readonly string[];
}

/** After booking a set: how far Outlook is with each of them. */
export function BookedAll({ pairIds }: BookedAllProps) {
  const styles = useSchedulePageStyles();
  const [, navigate] = useLocation();
  const { today, zone } = useToday();
  const home = useRoute('home');
  const pairs = home.data?.people.filter((pair) => pairIds.includes(pair.pairId)) ?? [];
  const done = pairs.filter((pair) => pair.series?.state === 'booked').length;
  const isDone = done === pairIds.length;
  return (
    <Panel
      title={isDone ? say('all.progressDone', { count: done }) : say('all.progress', { done, count: pairIds.length })}
    >
      {!isDone && <ProgressBar value={done / pairIds.length} aria-label={say('schedule.booking')} />}
      <DeliveryNotice deliveries={home.data?.waiting ?? []} />
      <ul className={styles.list}>
        {pairs.map((pair) => (
          <li key={pair.pairId} className={styles.row}>
            <span />
            <PersonLabel person={pair.other} />
            <Body1>{pair.next === null ? '' : startWithMoment(pair.next.start, zone, today)}</Body1>
            {pair.series?.state === 'booked' ? (
              <StateBadge state="done">{say('schedule.booked', { count: pair.series.count })}</StateBadge>
            ) : (
              <StateBadge state="being-booked">
                {pair.series?.state === 'parked' ? say('schedule.parked') : say('schedule.booking')}
              </StateBadge>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button
          appearance="primary"
          onClick={() => {
            navigate('/people');
          }}
        >
          {say('people.title')}
        </Button>
      </div>
    </Panel>
  );
}
