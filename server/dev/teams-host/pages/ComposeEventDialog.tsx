import { Checkbox, Dropdown, Field, Input, Option, Switch, Textarea } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { EventDraft } from '../control/asked.ts';
import { useHost } from '../control/host-context.ts';
import type { LocalPerson } from '../control/local-api.ts';
import { createEvent, recurrenceOf } from '../graph/event-draft.ts';
import type { Repeat } from '../graph/event-draft.ts';
import { recurrenceWords } from '../graph/calendar-event.ts';
import { addDays, dateOf, minutesBetween, shortDate, timeOf } from '../graph/wall-time.ts';
import { EventDialog } from './EventDialog.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';
import { knownPeople } from './attendee-people.ts';

const repeats: readonly Repeat[] = ['never', 'weekdays', 'weekly', 'fortnightly', 'monthly-day', 'monthly-weekday'];
const pair = { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 12 } as const;

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
      <Field label="Title" required>
        <Input
          value={subject}
          required
          autoFocus
          onChange={(_event, { value }) => {
            setSubject(value);
          }}
        />
      </Field>
      <PeoplePicker label="Invite people" chosen={invited} choose={setInvited} />
      <div style={pair}>
        <Field label="Date">
          <Input
            type="date"
            value={date}
            onChange={(_event, { value }) => {
              setDate(value);
            }}
          />
        </Field>
        <Field label="From">
          <Input
            type="time"
            value={from}
            disabled={isAllDay}
            onChange={(_event, { value }) => {
              setFrom(value);
            }}
          />
        </Field>
        <Field label="To" {...(isBackwards ? { validationMessage: 'After it begins' } : {})}>
          <Input
            type="time"
            value={to}
            disabled={isAllDay}
            onChange={(_event, { value }) => {
              setTo(value);
            }}
          />
        </Field>
      </div>
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
      <div style={{ ...pair, gridTemplateColumns: '2fr 1fr' }}>
        <Field label="Repeats">
          <Dropdown
            value={repeatWords.get(repeat) ?? ''}
            selectedOptions={[repeat]}
            onOptionSelect={(_event, { optionValue }) => {
              setRepeat(repeats.find((one) => one === optionValue) ?? 'never');
              if (until === '' && isWhole) setUntil(addDays(date, 182));
            }}
          >
            {repeats.map((one) => (
              <Option key={one} value={one}>
                {repeatWords.get(one) ?? one}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Field label="Until">
          <Input
            type="date"
            value={repeat === 'never' ? '' : until}
            disabled={repeat === 'never'}
            onChange={(_event, { value }) => {
              setUntil(value);
            }}
          />
        </Field>
      </div>
      <Field label="Place">
        <Input
          value={location}
          onChange={(_event, { value }) => {
            setLocation(value);
          }}
        />
      </Field>
      <Field label="Text">
        <Textarea
          value={text}
          rows={4}
          onChange={(_event, { value }) => {
            setText(value);
          }}
        />
      </Field>
    </EventDialog>
  );
}
