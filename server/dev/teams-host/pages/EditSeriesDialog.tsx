import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { recurrenceWords, type CalendarEvent } from '../graph/calendar-event.ts';
import { recurrenceOf, type Repeat } from '../graph/event-draft.ts';
import { changeSeries } from '../graph/events.ts';
import { dateOf, minutesBetween, shortDate, timeOf } from '../graph/wall-time.ts';
import { EventDialog } from './EventDialog.tsx';
import { FieldRow, LineField, ListField } from './EventFields.tsx';

const asBefore = 'as-before';
type Rhythm = Repeat | typeof asBefore;
const rhythms: readonly Rhythm[] = [asBefore, 'weekly', 'fortnightly', 'monthly-day', 'monthly-weekday'];

/** Edits a series as Outlook does: its first date, hours, rhythm and end. It is one change, and those invited hear of it once. */
export function EditSeriesDialog(props: {
  readonly event: CalendarEvent;
  readonly close: () => void;
}): React.JSX.Element {
  const { event } = props;
  const { session, say } = useHost();
  const [date, setDate] = useState(dateOf(event.start));
  const [from, setFrom] = useState(timeOf(event.start));
  const [to, setTo] = useState(timeOf(event.end));
  const [repeat, setRepeat] = useState<Rhythm>(asBefore);
  const [until, setUntil] = useState(event.repeatsUntil);
  const span = { start: `${date}T${from}`, end: `${date}T${to}` };
  const isWhole = /^\d{4}-\d\d-\d\d$/.test(date) && minutesBetween(span.start, span.end) > 0;
  const wordsOf = (one: Rhythm): string => {
    const rule = one === asBefore || !isWhole ? undefined : recurrenceOf(one, date, '');
    return rule === undefined ? `As before: ${event.repeats ?? ''}` : recurrenceWords(rule);
  };
  return (
    <EventDialog
      title={`Edit series: ${event.subject}`}
      verb="Send update"
      wide
      canGo={isWhole}
      change={() => changeSeries(session, event, { ...span, repeat: repeat === asBefore ? undefined : repeat, until })}
      done={() => {
        say('Series changed', `${shortDate(date)}, ${from} to ${to}`);
      }}
      close={props.close}
    >
      <FieldRow>
        <LineField label="First date" type="date" value={date} change={setDate} />
        <LineField label="From" type="time" value={from} change={setFrom} />
        <LineField label="To" type="time" value={to} change={setTo} />
      </FieldRow>
      <FieldRow wideFirst>
        <ListField
          label="Repeats"
          chosen={repeat}
          choices={new Map(rhythms.map((one) => [one, wordsOf(one)]))}
          choose={setRepeat}
        />
        <LineField label="Until" type="date" value={until} change={setUntil} />
      </FieldRow>
      <Text size={200}>
        Changing when it is puts single dates that were moved or cancelled back to the series. For this date and those
        after it: end the series before it, and make a new one.
      </Text>
    </EventDialog>
  );
}
