import { Button, Field, Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { AgendaItemView } from '#contract/agenda.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { addDays, localDateOf } from '#core/time.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayMoment } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useAdjournFormStyles } from './AdjournForm.styles.ts';
import { useAgenda } from './use-agenda.ts';

interface AdjournFormProps {
  readonly view: MeetingResponse;
  readonly item: AgendaItemView;
  readonly onDone: () => void;
}

/** Within so many days an adjourned item gets its time (OD3a-12). */
const daysAhead = 14;
const offered = 3;
const leastMinutes = 15;
const stepMinutes = 15;

/** How long a follow-up on one item takes: its own minutes, on the quarter hour. */
function followUpMinutes(item: Pick<AgendaItemView, 'minutes'>): number {
  return Math.max(leastMinutes, Math.ceil(item.minutes / stepMinutes) * stepMinutes);
}

/** Gives an item its date then and there: the next one-to-one, a follow-up already planned, or a time both can make. */
export function AdjournForm({ view, item, onDone }: AdjournFormProps) {
  const styles = useAdjournFormStyles();
  const changes = useAgenda(view);
  const { zone, meeting, nextMeeting, followUps } = view;
  const today = localDateOf(view.now, zone);
  const [chosen, setChosen] = useState('');
  const [isAsked, setAsked] = useState(false);
  const day = localDateOf(meeting.start, zone);
  const { data, error, isPending } = useRoute('findTimes', {
    params: { pairId: meeting.pairId },
    request: {
      kind: 'follow-up',
      minutes: followUpMinutes(item),
      from: addDays(day > today ? day : today, 1),
      days: daysAhead,
      perDay: 1,
      near: meeting.start,
    },
  });
  const times = (data?.times ?? []).slice(0, offered);
  const when = (start: string): string => sayMoment(start, zone, today);
  const submit = (): void => {
    setAsked(true);
    const time = times.find(({ start }) => start === chosen);
    if (time !== undefined) changes.adjourn(item.id, { kind: 'follow-up', meetingId: crypto.randomUUID(), ...time });
    else if (chosen !== '') changes.adjourn(item.id, { kind: 'planned', meetingId: chosen });
    else return;
    onDone();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <Field
        label={say('adjourn.when')}
        size="small"
        {...(isAsked && chosen === '' ? { validationMessage: say('adjourn.choose') } : {})}
      >
        <RadioGroup
          value={chosen}
          onChange={(_, { value }) => {
            setChosen(value);
          }}
        >
          {nextMeeting !== null && (
            <Radio value={nextMeeting.id} label={say('adjourn.next', { when: when(nextMeeting.start) })} />
          )}
          {followUps.map((one) => (
            <Radio key={one.id} value={one.id} label={say('adjourn.followUp', { when: when(one.start) })} />
          ))}
          {times.map(({ start }) => (
            <Radio key={start} value={start} label={say('adjourn.free', { when: when(start) })} />
          ))}
        </RadioGroup>
      </Field>
      {isPending && <Spinner size="tiny" label={say('adjourn.looking')} labelPosition="after" />}
      {error !== null && <ErrorNotice error={error} />}
      {data !== undefined && times.length === 0 && <p className={styles.quiet}>{say('adjourn.none')}</p>}
      {times.length > 0 && <p className={styles.quiet}>{say('adjourn.says')}</p>}
      <div className={styles.buttons}>
        <Button type="submit" size="small">
          {say('adjourn.confirm')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onDone}>
          {say('general.cancel')}
        </Button>
      </div>
    </form>
  );
}
