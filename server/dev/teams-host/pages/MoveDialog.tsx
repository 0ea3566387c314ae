import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { answerInvitation, moveEvent } from '../graph/events.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { addMinutes, dateOf, minutesBetween, shortDate, timeOf } from '../graph/wall-time.ts';
import { EventDialog } from './EventDialog.tsx';
import { LineField } from './EventFields.tsx';

/** Moves one appointment to another date or time, makes it shorter or longer, or proposes that to its organiser. */
export function MoveDialog(props: { readonly event: CalendarEvent; readonly close: () => void }): React.JSX.Element {
  const { event } = props;
  const { session, say } = useHost();
  const [date, setDate] = useState(dateOf(event.start));
  const [time, setTime] = useState(timeOf(event.start));
  const [length, setLength] = useState(String(minutesBetween(event.start, event.end)));
  const start = `${date}T${time}`;
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(start) && Number(length) > 0;
  const end = isWhole ? addMinutes(start, Number(length)) : '';
  return (
    <EventDialog
      title={event.isOrganizer ? 'Move this appointment' : 'Propose a new time'}
      verb={event.isOrganizer ? 'Send update' : 'Send proposal'}
      canGo={isWhole && (start !== event.start || end !== event.end)}
      change={() =>
        event.isOrganizer
          ? moveEvent(session, event.id, start, end)
          : answerInvitation(session, event.id, 'tentativelyAccept', '', { start, end })
      }
      done={() => {
        say(event.isOrganizer ? 'Moved' : 'Proposed', `${shortDate(date)}, ${time}`);
      }}
      close={props.close}
    >
      <LineField label="Date" type="date" value={date} change={setDate} />
      <LineField
        label="Starts at"
        type="time"
        value={time}
        change={setTime}
        hint={
          isWhole
            ? `Until ${timeOf(end)}. ${event.isOrganizer ? 'Everybody invited gets the new time' : `${event.organizer.name} gets your proposal, and “perhaps” until then`}.`
            : 'A date, a time and a length are needed.'
        }
      />
      <LineField label="Minutes" type="number" min={5} value={length} change={setLength} />
    </EventDialog>
  );
}
