import { Checkbox, Switch } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { EventDraft } from '../control/asked.ts';
import { useHost } from '../control/host-context.ts';
import type { LocalPerson } from '../control/local-api.ts';
import { createEvent, recurrenceOf } from '../graph/event-draft.ts';
import type { Repeat } from '../graph/event-draft.ts';
import { recurrenceWords } from '../graph/calendar-event.ts';
import { addDays, dateOf, minutesBetween, shortDate, timeOf } from '../graph/wall-time.ts';
import { EventDialog } from './EventDialog.tsx';
import { FieldRow, LineField, ListField, TextField } from './EventFields.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';
import { knownPeople } from './attendee-people.ts';

const repeats: readonly Repeat[] = ['never', 'weekdays', 'weekly', 'fortnightly', 'monthly-day', 'monthly-weekday'];

/** A new appointment: who, when, how often, with a Teams meeting or without. */
export function ComposeEventDialog(props: {
  readonly draft: EventDraft;
  readonly close: () => void;
}): React.JSX.Element {
  const { draft } = props;
  const { session, people, say } = useHost();
  const [subject, setSubject] = useState(draft.subject);
  const [invited, setInvited] = useState<readonly LocalPerson[]>(() => knownPeople(people, draft.attendees));
  const [date, setDate] = useState(dateOf(draft.start));
  const [from, setFrom] = useState(timeOf(draft.start));
  const [to, setTo] = useState(timeOf(draft.end));
  const [isAllDay, setAllDay] = useState(draft.isAllDay);
  const [isOnline, setOnline] = useState<boolean>();
  const [repeat, setRepeat] = useState<Repeat>('never');
  const [until, setUntil] = useState('');
  const [location, setLocation] = useState('');
  const [text, setText] = useState(draft.text);
  // A Teams meeting as soon as somebody is invited, unless the person said otherwise, as Outlook does.
  const teams = isOnline ?? invited.length > 0;
  const span = { start: `${date}T${from}`, end: `${date}T${to}` };
  const isWhole = /^\d{4}-\d\d-\d\d$/.test(date) && (isAllDay || (/^\d\d:\d\d$/.test(from) && /^\d\d:\d\d$/.test(to)));
  const isBackwards = isWhole && !isAllDay && minutesBetween(span.start, span.end) <= 0;
  const repeatWords = useMemo(
    () =>
      new Map(
        repeats.map((one) => {
          const rule = isWhole ? recurrenceOf(one, date, '') : undefined;
          return [
            one,
            one === 'weekdays' ? 'Every weekday' : rule === undefined ? 'Does not repeat' : recurrenceWords(rule),
          ];
        }),
      ),
    [date, isWhole],
  );
  return (
    <EventDialog
      title="New event"
      verb={invited.length > 0 ? 'Send' : 'Save'}
      wide
      canGo={isWhole && !isBackwards}
      change={() =>
        createEvent(session, {
          subject: subject.trim(),
          ...(isAllDay ? { start: `${date}T00:00`, end: `${date}T00:00` } : span),
          isAllDay,
          attendees: invited.map((one) => ({ name: one.displayName, address: one.mail })),
          location,
          text,
          isOnline: teams,
          repeat,
          until,
        })
      }
      done={() => {
        say(invited.length > 0 ? 'Invitation sent' : 'In your calendar', `${subject}, ${shortDate(date)}`);
      }}
      close={props.close}
    >
      <LineField label="Title" value={subject} change={setSubject} isFirst />
      <PeoplePicker label="Invite people" chosen={invited} choose={setInvited} />
      <FieldRow>
        <LineField label="Date" type="date" value={date} change={setDate} />
        <LineField label="From" type="time" value={from} change={setFrom} isDisabled={isAllDay} />
        <LineField
          label="To"
          type="time"
          value={to}
          change={setTo}
          isDisabled={isAllDay}
          {...(isBackwards ? { validationMessage: 'After it begins' } : {})}
        />
      </FieldRow>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}>
        <Checkbox
          label="All day"
          checked={isAllDay}
          onChange={(_event, { checked }) => {
            setAllDay(checked === true);
          }}
        />
        <Switch
          label="Teams meeting"
          checked={teams}
          onChange={(_event, { checked }) => {
            setOnline(checked);
          }}
        />
      </div>
      <FieldRow wideFirst>
        <ListField
          label="Repeats"
          chosen={repeat}
          choices={repeatWords}
          choose={(one) => {
            setRepeat(one);
            if (until === '' && isWhole) setUntil(addDays(date, 182));
          }}
        />
        <LineField
          label="Until"
          type="date"
          value={repeat === 'never' ? '' : until}
          change={setUntil}
          isDisabled={repeat === 'never'}
        />
      </FieldRow>
      <LineField label="Place" value={location} change={setLocation} />
      <TextField label="Text" value={text} change={setText} rows={4} />
    </EventDialog>
  );
}
