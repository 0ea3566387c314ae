import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LocalPerson } from '../control/local-api.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { inviteToEvent } from '../graph/events.ts';
import { EventDialog } from './EventDialog.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';
import { knownPeople } from './attendee-people.ts';

/** Changes who is invited: those added get an invitation, those taken out a cancellation. */
export function InviteDialog(props: { readonly event: CalendarEvent; readonly close: () => void }): React.JSX.Element {
  const { event } = props;
  const { session, people, say } = useHost();
  const [invited, setInvited] = useState<readonly LocalPerson[]>(() =>
    knownPeople(
      people,
      event.attendees.map(({ address }) => address),
    ),
  );
  return (
    <EventDialog
      title={`Invited: ${event.subject}`}
      verb="Send update"
      change={() => inviteToEvent(session, event.id, invited)}
      done={() => {
        say('Changed who is invited', invited.map((one) => one.displayName).join(', '));
      }}
      close={props.close}
    >
      <PeoplePicker label="Invited" chosen={invited} choose={setInvited} />
      <Text size={200}>
        {event.type === 'seriesMaster' ? 'For the whole series.' : 'For this one alone; the series has its own.'}
      </Text>
    </EventDialog>
  );
}
