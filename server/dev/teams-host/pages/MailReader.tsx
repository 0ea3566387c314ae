import { Avatar, Button, Spinner, Subtitle1, Text } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { personColour } from '../control/person-colour.ts';
import { useHost } from '../control/host-context.ts';
import { followed } from '../control/queries.ts';
import { go } from '../control/route.ts';
import { SafeHtml } from '../frames/SafeHtml.tsx';
import { markRead } from '../graph/mail-changes.ts';
import { useMail, useMailAttachments } from '../graph/mail-queries.ts';
import type { MailMessage } from '../graph/mail-queries.ts';
import { dateOf, longDate, timeOf, wallTimeIn } from '../graph/wall-time.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { AttachmentList, inlinePictures } from './AttachmentList.tsx';
import { personAt } from './attendee-people.ts';
import { MailCommands } from './MailCommands.tsx';
import { useMailStyles } from './MailPage.styles.ts';
import { MailMeeting } from './MailMeeting.tsx';

/** One mail, as Outlook's reading pane shows it. */
export function MailReader(props: { readonly id: string; readonly folder: string }): React.JSX.Element {
  const styles = useMailStyles();
  const { session } = useHost();
  const client = useQueryClient();
  const mail = useMail(props.id);
  const isUnread = mail.data?.isRead === false;
  const marked = useRef(false);
  useEffect(() => {
    // Once a mail: one marked unread again stays so while it is open.
    if (!isUnread || marked.current) return;
    marked.current = true;
    // A mailbox that cannot be marked is still there to be read.
    markRead(session, props.id).then(
      () => client.invalidateQueries({ queryKey: [followed] }),
      () => undefined,
    );
  }, [isUnread, session, props.id, client]);
  return (
    <section className={styles.reader} aria-label="Reading pane">
      <Button
        className={styles.back}
        appearance="subtle"
        icon={<ArrowLeft20Regular />}
        onClick={() => {
          go({ page: 'mail', folder: props.folder, id: undefined });
        }}
      >
        Mails
      </Button>
      {mail.error && (
        <ProblemNotice title="This mail could not be opened" problem={mail.error} again={() => void mail.refetch()} />
      )}
      {mail.isPending && <Spinner label="Opening the mail" />}
      {mail.data !== undefined && <Reading mail={mail.data} folder={props.folder} />}
    </section>
  );
}

function Reading(props: { mail: MailMessage; folder: string }): React.JSX.Element {
  const { mail } = props;
  const styles = useMailStyles();
  const { people, session, openLink } = useHost();
  const attachments = useMailAttachments(mail);
  const pictures = useMemo(() => inlinePictures(attachments.data ?? []), [attachments.data]);
  const sender = personAt(people, mail.from.address, mail.from.name);
  const names = (list: MailMessage['to']): string =>
    list.map((one) => personAt(people, one.address, one.name).name).join('; ');
  const at = mail.at === '' ? '' : wallTimeIn(Date.parse(mail.at), session.person.timeZone);
  const when = at === '' ? '' : `${longDate(dateOf(at))}, ${timeOf(at)}`;
  return (
    <article className={styles.card} aria-label={mail.subject}>
      <div className={styles.subject}>
        <Subtitle1 as="h2">{mail.subject}</Subtitle1>
      </div>
      <MailCommands mail={mail} folder={props.folder} when={when} />
      <div className={styles.sender}>
        <Avatar name={sender.name} color={personColour(sender.id)} size={48} aria-hidden />
        <div className={styles.senderText}>
          <Text weight="semibold">{sender.name}</Text>
          <Text size={200} className={styles.quiet}>
            To: {names(mail.to)}
            {mail.cc.length > 0 && (
              <>
                <br />
                Cc: {names(mail.cc)}
              </>
            )}
          </Text>
        </div>
        <Text size={200} className={styles.quiet}>
          {when}
        </Text>
      </div>
      {mail.eventId !== undefined && <MailMeeting eventId={mail.eventId} kind={mail.meeting} />}
      {attachments.error && <ProblemNotice title="The attachments could not be read" problem={attachments.error} />}
      {attachments.data !== undefined && (
        <div className={styles.files}>
          <AttachmentList attachments={attachments.data} />
        </div>
      )}
      <div className={styles.content}>
        <SafeHtml html={mail.html} title="Text of the mail" pictures={pictures} openLink={openLink} />
      </div>
    </article>
  );
}
