import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { say } from '../../text/say.ts';
import { MeasureRow } from './MeasureRow.tsx';
import { useMeasureListStyles } from './MeasureList.styles.ts';
import { useRecord } from './use-record.ts';

interface MeasureListProps {
  readonly view: MeetingResponse;
  readonly now: string;
}

/** The person's measures with target, actual and trend, and a place for today's reading (OUT-2). */
export function MeasureList({ view, now }: MeasureListProps) {
  const styles = useMeasureListStyles();
  const changes = useRecord(view);
  const today = localDateOf(now, view.zone);
  const employee = view.supervising ? view.other : view.me;
  if (view.measures.length === 0)
    return <p className={styles.none}>{say('record.noMeasures', { name: employee.givenName })}</p>;
  return (
    <ul className={styles.list} aria-label={say('record.measures')}>
      {view.measures.map((measure) => (
        <MeasureRow
          key={measure.id}
          measure={measure}
          today={today}
          {...(view.meeting.state === 'open' || view.meeting.state === 'planned'
            ? {
                onReading: (value: number) => {
                  changes.addReading(measure.id, today, value);
                },
              }
            : {})}
        />
      ))}
    </ul>
  );
}
