import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { answerInvitation } from '../graph/events.ts';
import { EventDialog } from './EventDialog.tsx';
import { TextField } from './EventFields.tsx';

/** The three answers to an invitation, as Graph calls them. */
export type InvitationAnswer = 'accept' | 'tentativelyAccept' | 'decline';

/** Answers an invitation, with an optional word to the organiser. */
export function AnswerDialog(props: {
  readonly event: CalendarEvent;
  readonly eventId: string;
  readonly answer: InvitationAnswer;
  readonly what: string;
  readonly close: () => void;
}): React.JSX.Element {
  const { event, eventId, answer, what } = props;
  const { session, say } = useHost();
  const [comment, setComment] = useState('');
  return (
    <EventDialog
      title={`${what}: ${event.subject}`}
      verb="Send answer"
      change={() => answerInvitation(session, eventId, answer, comment)}
      done={() => {
        say('Answered', `${event.organizer.name} is told.`);
      }}
      close={props.close}
    >
      <TextField label={`A word to ${event.organizer.name}, if you like`} value={comment} change={setComment} />
    </EventDialog>
  );
}
