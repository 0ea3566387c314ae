import { Dropdown, Field, Input, Option, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { recurrenceWords, type CalendarEvent } from '../graph/calendar-event.ts';
import { recurrenceOf, type Repeat } from '../graph/event-draft.ts';
import { changeSeries } from '../graph/events.ts';
import { dateOf, minutesBetween, shortDate, timeOf } from '../graph/wall-time.ts';
import { EventDialog } from './EventDialog.tsx';

const columns = { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 12 } as const;
const repeats: readonly Repeat[] = ['weekly', 'fortnightly', 'monthly-day', 'monthly-weekday'];
const asBefore = 'as-before';

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
  const [repeat, setRepeat] = useState<Repeat>();
  const [until, setUntil] = useState(event.repeatsUntil);
  const span = { start: `${date}T${from}`, end: `${date}T${to}` };
  const isWhole = /^\d{4}-\d\d-\d\d$/.test(date) && minutesBetween(span.start, span.end) > 0;
  const wordsOf = (one: Repeat | undefined): string => {
    const rule = one === undefined || !isWhole ? undefined : recurrenceOf(one, date, '');
    return rule === undefined ? `As before: ${event.repeats ?? ''}` : recurrenceWords(rule);
  };
  return (
    <EventDialog
      title={`Edit series: ${event.subject}`}
      verb="Send update"
      wide
      canGo={isWhole}
      change={() => changeSeries(session, event, { ...span, repeat, until })}
      done={() => {
        say('Series changed', `${shortDate(date)}, ${from} to ${to}`);
      }}
      close={props.close}
    >
      <div style={columns}>
        <Field label="First date">
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
            onChange={(_event, { value }) => {
              setFrom(value);
            }}
          />
        </Field>
        <Field label="To">
          <Input
            type="time"
            value={to}
            onChange={(_event, { value }) => {
              setTo(value);
            }}
          />
        </Field>
      </div>
      <div style={{ ...columns, gridTemplateColumns: '2fr 1fr' }}>
        <Field label="Repeats">
          <Dropdown
            value={wordsOf(repeat)}
            selectedOptions={[repeat ?? asBefore]}
            onOptionSelect={(_event, { optionValue }) => {
              setRepeat(repeats.find((one) => one === optionValue));
            }}
          >
            <Option value={asBefore}>{wordsOf(undefined)}</Option>
            {repeats.map((one) => (
              <Option key={one} value={one}>
                {wordsOf(one)}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Field label="Until">
          <Input
            type="date"
            value={until}
            onChange={(_event, { value }) => {
              setUntil(value);
            }}
          />
        </Field>
      </div>
      <Text size={200}>
        Changing when it is puts single dates that were moved or cancelled back to the series. For this date and those
        after it: end the series before it, and make a new one.
      </Text>
    </EventDialog>
  );
}
