import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LocalPerson } from '../control/local-api.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { forwardEvent } from '../graph/events.ts';
import { EventDialog } from './EventDialog.tsx';
import { SeriesPartField, TextField, idOfPart } from './EventFields.tsx';
import type { SeriesPart } from './EventFields.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';

/** Forwards one appointment or its series; those it goes to are invited, and the organiser hears of it. */
export function ForwardDialog(props: { readonly event: CalendarEvent; readonly close: () => void }): React.JSX.Element {
  const { event } = props;
  const { session, say } = useHost();
  const [to, setTo] = useState<readonly LocalPerson[]>([]);
  const [comment, setComment] = useState('');
  const [part, setPart] = useState<SeriesPart>('one');
  return (
    <EventDialog
      title={`Forward: ${event.subject}`}
      verb="Forward"
      canGo={to.length > 0}
      change={() => forwardEvent(session, idOfPart(event, part), to, comment)}
      done={() => {
        say('Forwarded', to.map((one) => one.displayName).join(', '));
      }}
      close={props.close}
    >
      <PeoplePicker label="Forward to" chosen={to} choose={setTo} />
      <SeriesPartField event={event} label="What to forward" part={part} choose={setPart} />
      <TextField label="A word with it, if you like" value={comment} change={setComment} />
    </EventDialog>
  );
}
