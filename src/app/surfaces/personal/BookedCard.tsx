import { Body1, Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import type { DeliveryView } from '#contract/meetings.ts';
import type { PairLine } from '#contract/pairs.ts';
import { planDays, planRhythm, planTimes } from '../../text/intervals.ts';
import { sayMoment } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { BookingProgress } from '../../ui/BookingProgress.tsx';
import { DeliveryNotice } from '../../ui/DeliveryNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PersonLabel } from '../../ui/PersonLabel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useSchedulePageStyles } from './SchedulePage.styles.ts';

interface BookedCardProps {
  readonly pair: PairLine;
  readonly deliveries: readonly DeliveryView[];
}

/** After booking: how far Outlook is, and what comes next. */
export function BookedCard({ pair, deliveries }: BookedCardProps) {
  const styles = useSchedulePageStyles();
  const [, navigate] = useLocation();
  const { today, zone } = useToday();
  const { series, next, other, pairId } = pair;
  if (series === null) return null;
  return (
    <Panel
      title={say('person.series', {
        rhythm: planRhythm(series.plan),
        days: planDays(series.plan),
        times: planTimes(series.plan),
      })}
    >
      <PersonLabel person={other} />
      <BookingProgress pair={pair} />
      <DeliveryNotice deliveries={deliveries} other={other} />
      {next !== null && <Body1>{say('schedule.bookedNext', { when: sayMoment(next.start, zone, today) })}</Body1>}
      <div className={styles.buttons}>
        {next !== null && series.state === 'booked' && (
          <Button
            appearance="primary"
            onClick={() => {
              navigate(`/meetings/${next.id}`);
            }}
          >
            {say('schedule.prepareFirst')}
          </Button>
        )}
        <Button
          onClick={() => {
            navigate(`/people/${pairId}`);
          }}
        >
          {say('schedule.toPerson', { name: other.givenName })}
        </Button>
      </div>
    </Panel>
  );
}
