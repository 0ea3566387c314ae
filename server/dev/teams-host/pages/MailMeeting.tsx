import { Button, Text } from '@fluentui/react-components';
import {
  CalendarLtr20Regular,
  Checkmark20Regular,
  Clock20Regular,
  Dismiss20Regular,
  Question20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { go } from '../control/route.ts';
import { useEvent } from '../graph/event-queries.ts';
import type { MailMessage } from '../graph/mail-queries.ts';
import { dateOf, longDate, timeOf } from '../graph/wall-time.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import type { InvitationAnswer } from './AnswerDialog.tsx';
import { answerWords } from './answer-words.ts';
import { useMailStyles } from './MailPage.styles.ts';

const choices: readonly { answer: InvitationAnswer; label: string; icon: React.JSX.Element }[] = [
  { answer: 'accept', label: 'Accept', icon: <Checkmark20Regular /> },
  { answer: 'tentativelyAccept', label: 'Perhaps', icon: <Question20Regular /> },
  { answer: 'decline', label: 'Decline', icon: <Dismiss20Regular /> },
];

/** What a mail about a meeting is about, answerable where it is read. */
export function MailMeeting(props: {
  readonly eventId: string;
  readonly kind: MailMessage['meeting'];
}): React.JSX.Element | null {
  const styles = useMailStyles();
  const event = useEvent(props.eventId);
  const [asked, setAsked] = useState<{ answer: InvitationAnswer; label: string }>();
  const found = event.data;
  if (event.error) {
    return (
      <div className={styles.meeting}>
        <Text>This meeting is no longer in your calendar.</Text>
      </div>
    );
  }
  if (found === undefined) return null;
  const canAnswer = props.kind === 'request' && !found.isOrganizer && !found.isCancelled;
  return (
    <section className={styles.meeting} aria-label="The meeting">
      <Clock20Regular aria-hidden />
      <div className={styles.senderText}>
        <Text weight="semibold">
          {longDate(dateOf(found.start))}, {timeOf(found.start)} to {timeOf(found.end)}
        </Text>
        <Text size={200} className={styles.quiet}>
          {[found.repeats, found.joinUrl === undefined ? found.location : 'Microsoft Teams meeting']
            .filter((one) => one !== undefined && one !== '')
            .join(', ')}
          {canAnswer && `. ${answerWords[found.response]}`}
        </Text>
      </div>
      <div className={styles.answers}>
        {canAnswer &&
          choices.map(({ answer, label, icon }) => (
            <Button
              key={answer}
              icon={icon}
              onClick={() => {
                setAsked({ answer, label });
              }}
            >
              {label}
            </Button>
          ))}
        <Button
          appearance="subtle"
          icon={<CalendarLtr20Regular />}
          onClick={() => {
            go({ page: 'event', id: props.eventId });
          }}
        >
          Open in the calendar
        </Button>
      </div>
      {asked !== undefined && (
        <AnswerDialog
          event={found}
          eventId={found.id}
          answer={asked.answer}
          what={asked.label}
          close={() => {
            setAsked(undefined);
          }}
        />
      )}
    </section>
  );
}
