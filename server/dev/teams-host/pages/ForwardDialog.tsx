import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LocalPerson } from '../control/local-api.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { forwardEvent } from '../graph/events.ts';
import { EventDialog } from './EventDialog.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';

/** Forwards one appointment or its series; those it goes to are invited, and the organiser hears of it. */
export function ForwardDialog(props: { readonly event: CalendarEvent; readonly close: () => void }): React.JSX.Element {
  const { event } = props;
  const { session, say } = useHost();
  const [to, setTo] = useState<readonly LocalPerson[]>([]);
  const [comment, setComment] = useState('');
  const [what, setWhat] = useState<'one' | 'series'>('one');
  const { seriesMasterId } = event;
  return (
    <EventDialog
      title={`Forward: ${event.subject}`}
      verb="Forward"
      canGo={to.length > 0}
      change={() => forwardEvent(session, what === 'series' ? (seriesMasterId ?? event.id) : event.id, to, comment)}
      done={() => {
        say('Forwarded', to.map((one) => one.displayName).join(', '));
      }}
      close={props.close}
    >
      <PeoplePicker label="Forward to" chosen={to} choose={setTo} />
      {seriesMasterId !== undefined && (
        <RadioGroup
          value={what}
          onChange={(_event, { value }) => {
            setWhat(value === 'series' ? 'series' : 'one');
          }}
          aria-label="What to forward"
        >
          <Radio value="one" label="This one" />
          <Radio value="series" label="The whole series" />
        </RadioGroup>
      )}
      <Field label="A word with it, if you like">
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
