import { Avatar, Button, MessageBar, MessageBarBody, Text, Title2, mergeClasses } from '@fluentui/react-components';
import {
  Attach20Regular,
  Clock20Regular,
  Location20Regular,
  People20Regular,
  TextAlignLeft20Regular,
  Video20Regular,
} from '@fluentui/react-icons';
import { personColour } from '../control/person-colour.ts';
import { useHost } from '../control/host-context.ts';
import { go } from '../control/route.ts';
import { SafeHtml } from '../frames/SafeHtml.tsx';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { useEvent, useEventAttachments } from '../graph/event-queries.ts';
import { dateOf, longDate, timeOf } from '../graph/wall-time.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { AttachmentList, inlinePictures } from './AttachmentList.tsx';
import { answerWords } from './answer-words.ts';
import { personAt } from './attendee-people.ts';
import { useAppointmentStyles } from './AppointmentPage.styles.ts';

/** Who, when, where, with what, and the text. */
export function AppointmentDetails(props: { readonly event: CalendarEvent }): React.JSX.Element {
  const { event } = props;
  const styles = useAppointmentStyles();
  const { openLink } = useHost();
  const master = useEvent(event.seriesMasterId);
  const attachments = useEventAttachments(event);
  const repeats = event.repeats ?? master.data?.repeats;
  return (
    <div className={styles.details}>
      {event.isCancelled && (
        <MessageBar intent="warning" className={styles.cancelled}>
          <MessageBarBody>The organiser has cancelled this. You can remove it from your calendar.</MessageBarBody>
        </MessageBar>
      )}
      <Title2 as="h1">{event.subject}</Title2>
      <Row icon={<People20Regular aria-hidden />}>
        <People event={event} />
      </Row>
      <Row icon={<Clock20Regular aria-hidden />}>
        <div className={styles.lines}>
          <Text>{whenWords(event)}</Text>
          {repeats !== undefined && (
            <Text size={200} className={styles.quiet}>
              {repeats}
            </Text>
          )}
        </div>
      </Row>
      {event.joinUrl !== undefined ? (
        <Row
          icon={<Video20Regular aria-hidden />}
          action={
            <Button
              onClick={() => {
                go({ page: 'meeting', id: event.id });
              }}
            >
              Join
            </Button>
          }
        >
          <Text>Microsoft Teams meeting</Text>
        </Row>
      ) : (
        event.location !== '' && (
          <Row icon={<Location20Regular aria-hidden />}>
            <Text>{event.location}</Text>
          </Row>
        )
      )}
      {attachments.error && <ProblemNotice title="The attachments could not be read" problem={attachments.error} />}
      {attachments.data !== undefined && attachments.data.length > 0 && (
        <Row icon={<Attach20Regular aria-hidden />}>
          <AttachmentList attachments={attachments.data} />
        </Row>
      )}
      {event.bodyHtml.trim() !== '' && (
        <Row icon={<TextAlignLeft20Regular aria-hidden />} isLast>
          <SafeHtml
            html={event.bodyHtml}
            title="Text of the appointment"
            pictures={inlinePictures(attachments.data ?? [])}
            openLink={openLink}
          />
        </Row>
      )}
    </div>
  );
}

function Row(props: {
  icon: React.JSX.Element;
  children: React.ReactNode;
  action?: React.JSX.Element;
  isLast?: boolean;
}): React.JSX.Element {
  const styles = useAppointmentStyles();
  return (
    <div className={mergeClasses(styles.row, props.isLast === true && styles.last)}>
      <span className={styles.icon}>{props.icon}</span>
      <div>{props.children}</div>
      {props.action}
    </div>
  );
}

function People(props: { event: CalendarEvent }): React.JSX.Element {
  const styles = useAppointmentStyles();
  const { people } = useHost();
  const { organizer, attendees } = props.event;
  const others = attendees.filter((one) => one.address.toLowerCase() !== organizer.address.toLowerCase());
  const all = [{ ...organizer, response: 'organizer' as const }, ...others].filter((one) => one.address !== '');
  return (
    <ul className={styles.people} aria-label="Who is invited">
      {all.map((one) => {
        const person = personAt(people, one.address, one.name);
        return (
          <li key={person.id} className={styles.person}>
            <Avatar name={person.name} color={personColour(person.id)} size={28} aria-hidden />
            <Text>{person.name}</Text>
            <Text size={200} className={styles.quiet}>
              {answerWords[one.response]}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}

function whenWords(event: CalendarEvent): string {
  const [first, last] = [dateOf(event.start), dateOf(event.end)];
  if (event.isAllDay) return `${longDate(first)}, all day`;
  if (first === last) return `${longDate(first)}, ${timeOf(event.start)} to ${timeOf(event.end)}`;
  return `${longDate(first)}, ${timeOf(event.start)} to ${longDate(last)}, ${timeOf(event.end)}`;
}
