import { Field, Input, Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { ResponseOf } from '#contract/api.ts';
import type { MeetingLine } from '#contract/meetings.ts';
import type { PersonView } from '#contract/people.ts';
import { addDays, addMinutes, isLocalDate, isLocalTime, localDateOf, localTimeOf, minutesBetween } from '#core/time.ts';
import { useNow } from '../../api/server-clock.ts';
import { useMe } from '../../api/use-me.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayDate, sayTimes, startWithDay } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { momentOf } from './own-time.ts';
import { useChangeMeetingStyles } from './ChangeMeeting.styles.ts';

/** When a meeting goes. */
export interface ChosenTime {
  readonly start: string;
  readonly end: string;
}

interface MoveTimesProps {
  readonly meeting: Pick<MeetingLine, 'id' | 'start' | 'end'>;
  readonly other: PersonView;
  readonly chosen: ChosenTime | null;
  readonly onChoose: (time: ChosenTime | null) => void;
  /** A time is missing and was asked for. */
  readonly isAsked: boolean;
}

const own = 'own';

/** Times free for both, from both calendars, and any other one may want. */
export function MoveTimes({ meeting, other, chosen, onChoose, isAsked }: MoveTimesProps) {
  const styles = useChangeMeetingStyles();
  const me = useMe();
  const today = localDateOf(useNow(), me.zone);
  const { data, error, isPending } = useRoute('moveOptions', { params: { meetingId: meeting.id } });
  const [picked, setPicked] = useState('');
  const options = data?.options ?? [];
  const limits = limitsOf(data);
  return (
    <>
      {isPending && <Spinner size="tiny" label={say('meeting.move.looking')} labelPosition="after" />}
      {error !== null && <ErrorNotice error={error} />}
      <Field
        label={options.length > 0 ? say('meeting.move.free') : say('meeting.move.own')}
        {...(isAsked ? { validationMessage: say('meeting.move.chooseTime') } : {})}
      >
        <RadioGroup
          value={picked}
          onChange={(_, { value }) => {
            setPicked(value);
            onChoose(options.find(({ start }) => start === value) ?? null);
          }}
        >
          {options.map((option) => (
            <Radio
              key={option.start}
              value={option.start}
              label={say('meeting.when', {
                day: startWithDay(localDateOf(option.start, me.zone), today),
                times: sayTimes(option.start, option.end, me.zone),
              })}
            />
          ))}
          <Radio value={own} label={say('meeting.move.own')} />
        </RadioGroup>
      </Field>
      {data !== undefined && options.length === 0 && <p className={styles.says}>{say('meeting.move.none')}</p>}
      {data?.notice != null && chosen !== null && localDateOf(chosen.start, me.zone) < data.notice.until && (
        <p className={styles.says} role="status">
          {say('agreement.drives.notice', { days: data.notice.days, name: other.givenName })} ({data.notice.clause})
        </p>
      )}
      {data !== undefined && <Between limits={limits} today={today} />}
      {picked === own && (
        <OwnTime meeting={meeting} zone={me.zone} today={today} limits={limits} chosen={chosen} onChoose={onChoose} />
      )}
    </>
  );
}

/** The first and the last day Outlook lets a meeting of a series stand on; null: no such day. */
interface Limits {
  readonly from: string | null;
  readonly until: string | null;
}

function limitsOf(data: ResponseOf<'moveOptions'> | undefined): Limits {
  const { previousOn = null, nextOn = null } = data ?? {};
  return {
    from: previousOn === null ? null : addDays(previousOn, 1),
    until: nextOn === null ? null : addDays(nextOn, -1),
  };
}

function Between({ limits: { from, until }, today }: { readonly limits: Limits; readonly today: string }) {
  const styles = useChangeMeetingStyles();
  if (from === null && until === null) return null;
  const days = { from: sayDate(from ?? today, today), until: sayDate(until ?? today, today) };
  const isFree = from === null || from <= today;
  return (
    <p className={styles.says}>
      {until === null ? say('move.after', days) : isFree ? say('move.before', days) : say('move.between', days)}
    </p>
  );
}

interface OwnTimeProps {
  readonly meeting: Pick<MeetingLine, 'start' | 'end'>;
  readonly zone: string;
  readonly today: string;
  readonly limits: Limits;
  readonly chosen: ChosenTime | null;
  readonly onChoose: (time: ChosenTime | null) => void;
}

/** Why a day and a time cannot be chosen; null: they can, or are not all there. */
function wrongWith(date: string, start: string | null, isTime: boolean, limits: Limits, now: string): string | null {
  if (!isLocalDate(date) || !isTime) return null;
  if (start === null) return say('move.noClock');
  if (start <= now) return say('move.past');
  const isOutside = (limits.from !== null && date < limits.from) || (limits.until !== null && date > limits.until);
  return isOutside ? say('move.outside') : null;
}

function OwnTime({ meeting, zone, today, limits, chosen, onChoose }: OwnTimeProps) {
  const styles = useChangeMeetingStyles();
  const now = useNow();
  const [day, setDay] = useState(localDateOf(meeting.start, zone));
  const [from, setFrom] = useState(localTimeOf(meeting.start, zone));
  const minutes = minutesBetween(meeting.start, meeting.end);
  const startAt = (date: string, time: string): string | null =>
    isLocalDate(date) && isLocalTime(time) ? momentOf(date, time, zone) : null;
  const wrong = wrongWith(day, startAt(day, from), isLocalTime(from), limits, now);
  const choose = (date: string, time: string): void => {
    setDay(date);
    setFrom(time);
    const start = startAt(date, time);
    const isFine = start !== null && wrongWith(date, start, true, limits, now) === null;
    onChoose(!isFine || start === meeting.start ? null : { start, end: addMinutes(start, minutes) });
  };
  return (
    <div className={styles.own}>
      <Field label={say('meeting.move.day')} {...(wrong === null ? {} : { validationMessage: wrong })}>
        <Input
          type="date"
          min={limits.from !== null && limits.from > today ? limits.from : today}
          {...(limits.until === null ? {} : { max: limits.until })}
          value={day}
          onChange={(_, { value }) => {
            choose(value, from);
          }}
        />
      </Field>
      <Field label={say('meeting.move.from')}>
        <Input
          type="time"
          step={300}
          value={from}
          onChange={(_, { value }) => {
            choose(day, value.slice(0, 5));
          }}
        />
      </Field>
      {chosen !== null && <span className={styles.says}>{sayTimes(chosen.start, chosen.end, zone)}</span>}
    </div>
  );
}
