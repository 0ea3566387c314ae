import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { go } from '../control/route.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { cancelEvent } from '../graph/events.ts';
import { dateOf } from '../graph/wall-time.ts';
import { EventDialog } from './EventDialog.tsx';
import { SeriesPartField, TextField, idOfPart } from './EventFields.tsx';
import type { SeriesPart } from './EventFields.tsx';

/** Cancels one appointment or the series it belongs to, with a word to those invited. */
export function CancelDialog(props: { readonly event: CalendarEvent; readonly close: () => void }): React.JSX.Element {
  const { event } = props;
  const { session, say } = useHost();
  const [comment, setComment] = useState('');
  const [part, setPart] = useState<SeriesPart>('one');
  return (
    <EventDialog
      title={event.type === 'seriesMaster' ? 'Cancel the series' : 'Cancel this appointment'}
      verb="Send cancellation"
      change={() => cancelEvent(session, idOfPart(event, part), comment)}
      done={() => {
        say('Cancelled', event.subject);
        go({ page: 'calendar', date: dateOf(event.start) });
      }}
      close={props.close}
    >
      <SeriesPartField event={event} label="What to cancel" part={part} choose={setPart} />
      <TextField label="A word to those invited" value={comment} change={setComment} />
    </EventDialog>
  );
}
