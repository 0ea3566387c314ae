import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { go } from '../control/route.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { cancelEvent } from '../graph/events.ts';
import { dateOf } from '../graph/wall-time.ts';
import { EventDialog } from './EventDialog.tsx';

/** Cancels one appointment or the series it belongs to, with a word to those invited. */
export function CancelDialog(props: { readonly event: CalendarEvent; readonly close: () => void }): React.JSX.Element {
  const { event } = props;
  const { session, say } = useHost();
  const [comment, setComment] = useState('');
  const [what, setWhat] = useState<'one' | 'series'>('one');
  const { seriesMasterId } = event;
  return (
    <EventDialog
      title={event.type === 'seriesMaster' ? 'Cancel the series' : 'Cancel this appointment'}
      verb="Send cancellation"
      change={() => cancelEvent(session, what === 'series' ? (seriesMasterId ?? event.id) : event.id, comment)}
      done={() => {
        say('Cancelled', event.subject);
        go({ page: 'calendar', date: dateOf(event.start) });
      }}
      close={props.close}
    >
      {seriesMasterId !== undefined && (
        <RadioGroup
          value={what}
          onChange={(_event, { value }) => {
            setWhat(value === 'series' ? 'series' : 'one');
          }}
          aria-label="What to cancel"
        >
          <Radio value="one" label="This one" />
          <Radio value="series" label="The whole series" />
        </RadioGroup>
      )}
      <Field label="A word to those invited">
        <Textarea
          value={comment}
          onChange={(_event, { value }) => {
            setComment(value);
          }}
        />
      </Field>
    </EventDialog>
  );
}
