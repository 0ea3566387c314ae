import { Button, Field, Radio, RadioGroup, Select, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { ResponseOf } from '#contract/api.ts';
import type { MeetingLine } from '#contract/meetings.ts';
import type { PairLine } from '#contract/pairs.ts';
import { addDays, localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
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
  /** The first day to look at; others by looking sooner or further. */
  readonly startOn: LocalDate;
  /** Somebody who is to make it too; null: only the two. */
  readonly withId: string | null;
  readonly onWith: (third: Beside | null) => void;
}

/** Somebody else who supervises the employee. */
export type Beside = ResponseOf<'findTimes'>['besides'][number];

const daysAtOnce = 14;
const most = 8;

/** Times both can make, two weeks at a time. */
export function PlanTimes({ pair, kind, minutes, chosen, onChoose, isAsked, startOn, withId, onWith }: PlanTimesProps) {
  const styles = usePlanMeetingStyles();
  const { today, zone } = useToday();
  const tomorrow = addDays(today, 1);
  const [from, setFrom] = useState(startOn);
  const { data, error, isPending, refetch } = useRoute('findTimes', {
    params: { pairId: pair.pairId },
    request: {
      kind,
      minutes,
      from,
      days: daysAtOnce,
      perDay: 1,
      near: pair.next?.start ?? null,
      ...(withId === null ? {} : { withId }),
    },
  });
  const times = (data?.times ?? []).slice(0, most);
  // Who could come stays in sight while times for all three are looked for.
  const [besides, setBesides] = useState<readonly Beside[]>([]);
  if (data !== undefined && data.besides !== besides) setBesides(data.besides);
  const name = pair.other.givenName;
  const third = besides.find(({ id }) => id === withId)?.givenName ?? null;
  return (
    <div className={styles.times}>
      {besides.length > 0 && (
        <Field
          label={say('plan.with', { name })}
          {...(third === null ? {} : { hint: say('plan.withHint', { name, third }) })}
        >
          <Select
            value={withId ?? ''}
            onChange={(_, { value }) => {
              onWith(besides.find((one) => one.id === value) ?? null);
            }}
          >
            <option value="">{say('plan.withNobody')}</option>
            {besides.map(({ id, displayName, role }) => (
              <option key={id} value={id}>
                {say(`plan.role.${role}`, { name: displayName })}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field
        label={say(third === null ? 'plan.when' : 'plan.whenThree')}
        {...(isAsked ? { validationMessage: say('plan.choose') } : {})}
      >
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
      {isPending && (
        <Spinner size="tiny" label={say(third === null ? 'plan.looking' : 'plan.lookingThree')} labelPosition="after" />
      )}
      {error !== null && (
        <ErrorNotice
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      )}
      {data !== undefined && times.length === 0 && (
        <p className={styles.says}>{say(third === null ? 'plan.none' : 'plan.noneThree')}</p>
      )}
      {data !== undefined && data.unread.length > 0 && (
        <p className={styles.says}>
          {third === null ? say('plan.unread', { name }) : say('plan.unreadThree', { name, third })}
        </p>
      )}
      <div className={styles.further}>
        {from > tomorrow && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              const sooner = addDays(from, -daysAtOnce);
              setFrom(sooner < tomorrow ? tomorrow : sooner);
            }}
          >
            {say('plan.sooner')}
          </Button>
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
    </div>
  );
}
