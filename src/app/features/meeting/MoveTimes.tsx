import { Field, Input, Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingLine } from '#contract/meetings.ts';
import type { PersonView } from '#contract/people.ts';
import { addMinutes, isLocalDate, isLocalTime, localDateOf, localTimeOf, minutesBetween } from '#core/time.ts';
import { useNow } from '../../api/server-clock.ts';
import { useMe } from '../../api/use-me.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayTimes, startWithDay } from '../../text/dates.ts';
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
      {picked === own && <OwnTime meeting={meeting} zone={me.zone} today={today} chosen={chosen} onChoose={onChoose} />}
    </>
  );
}

interface OwnTimeProps {
  readonly meeting: Pick<MeetingLine, 'start' | 'end'>;
  readonly zone: string;
  readonly today: string;
  readonly chosen: ChosenTime | null;
  readonly onChoose: (time: ChosenTime | null) => void;
}

function OwnTime({ meeting, zone, today, chosen, onChoose }: OwnTimeProps) {
  const styles = useChangeMeetingStyles();
  const [day, setDay] = useState(localDateOf(meeting.start, zone));
  const [from, setFrom] = useState(localTimeOf(meeting.start, zone));
  const minutes = minutesBetween(meeting.start, meeting.end);
  const choose = (date: string, time: string): void => {
    setDay(date);
    setFrom(time);
    const start = isLocalDate(date) && isLocalTime(time) ? momentOf(date, time, zone) : null;
    onChoose(start === null || start === meeting.start ? null : { start, end: addMinutes(start, minutes) });
  };
  return (
    <div className={styles.own}>
      <Field label={say('meeting.move.day')}>
        <Input
          type="date"
          min={today}
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
