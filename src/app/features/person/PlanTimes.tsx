import { Button, Field, Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingLine } from '#contract/meetings.ts';
import type { PairLine } from '#contract/pairs.ts';
import { addDays, localDateOf } from '#core/time.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayTimes, startWithDay } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToday } from '../../ui/use-today.ts';
import { usePlanMeetingStyles } from './PlanMeeting.styles.ts';

/** When a meeting is planned for. */
export interface PlannedTime {
  readonly start: string;
  readonly end: string;
}

interface PlanTimesProps {
  readonly pair: PairLine;
  readonly kind: MeetingLine['kind'];
  readonly minutes: number;
  readonly chosen: PlannedTime | null;
  readonly onChoose: (time: PlannedTime) => void;
  /** A time is missing and was asked for. */
  readonly isAsked: boolean;
}

const daysAtOnce = 14;
const most = 8;

/** Times both can make, two weeks at a time. */
export function PlanTimes({ pair, kind, minutes, chosen, onChoose, isAsked }: PlanTimesProps) {
  const styles = usePlanMeetingStyles();
  const { today, zone } = useToday();
  const [from, setFrom] = useState(() => addDays(today, 1));
  const { data, error, isPending } = useRoute('findTimes', {
    params: { pairId: pair.pairId },
    request: { kind, minutes, from, days: daysAtOnce, perDay: 1, near: pair.next?.start ?? null },
  });
  const times = (data?.times ?? []).slice(0, most);
  return (
    <div className={styles.times}>
      <Field label={say('plan.when')} {...(isAsked ? { validationMessage: say('plan.choose') } : {})}>
        <RadioGroup
          value={chosen?.start ?? ''}
          onChange={(_, { value }) => {
            const time = times.find(({ start }) => start === value);
            if (time !== undefined) onChoose(time);
          }}
        >
          {times.map((time) => (
            <Radio
              key={time.start}
              value={time.start}
              label={say('meeting.when', {
                day: startWithDay(localDateOf(time.start, zone), today),
                times: sayTimes(time.start, time.end, zone),
              })}
            />
          ))}
        </RadioGroup>
      </Field>
      {isPending && <Spinner size="tiny" label={say('plan.looking')} labelPosition="after" />}
      {error !== null && <ErrorNotice error={error} />}
      {data !== undefined && times.length === 0 && <p className={styles.says}>{say('plan.none')}</p>}
      {data !== undefined && data.unread.length > 0 && (
        <p className={styles.says}>{say('plan.unread', { name: pair.other.givenName })}</p>
      )}
      <Button
        size="small"
        appearance="subtle"
        onClick={() => {
          setFrom(addDays(from, daysAtOnce));
        }}
      >
        {say('plan.further')}
      </Button>
    </div>
  );
}
