import { Avatar, Spinner, Tab, TabList, Text, mergeClasses } from '@fluentui/react-components';
import { Attach16Regular, MailInbox24Regular } from '@fluentui/react-icons';
import { personColour } from '../control/person-colour.ts';
import { useHost } from '../control/host-context.ts';
import { go, hashOf } from '../control/route.ts';
import { useMails } from '../graph/mail-queries.ts';
import type { MailLine } from '../graph/mail-queries.ts';
import { dateOf, shortDate, timeOf, wallTimeIn } from '../graph/wall-time.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { personAt } from './attendee-people.ts';
import { useMailStyles } from './MailPage.styles.ts';
import { MailReader } from './MailReader.tsx';

const folders = [
  { id: 'inbox', name: 'Inbox' },
  { id: 'sentitems', name: 'Sent' },
  { id: 'drafts', name: 'Drafts' },
];

/** A mailbox: the list, and the mail being read. */
export function MailPage(props: { readonly folder: string; readonly id: string | undefined }): React.JSX.Element {
  const { folder, id } = props;
  const styles = useMailStyles();
  const mails = useMails(folder);
  return (
    <div className={styles.mail}>
      <section className={mergeClasses(styles.list, id !== undefined && styles.listBehind)} aria-label="Mails">
        <h1 className={styles.hidden}>Mail</h1>
        <TabList
          className={styles.folders}
          selectedValue={folder}
          onTabSelect={(_event, { value }) => {
            go({ page: 'mail', folder: String(value), id: undefined });
          }}
          aria-label="Folder"
        >
          {folders.map((one) => (
            <Tab key={one.id} value={one.id}>
              {one.name}
            </Tab>
          ))}
        </TabList>
        {mails.error && (
          <ProblemNotice title="The mails could not be read" problem={mails.error} again={() => void mails.refetch()} />
        )}
        {mails.isPending && <Spinner label="Reading the mailbox" className={styles.empty} />}
        <ul className={styles.lines}>
          {mails.data?.map((mail) => (
            <li key={mail.id}>
              <MailEntry mail={mail} folder={folder} isOpen={mail.id === id} />
            </li>
          ))}
        </ul>
        {mails.data?.length === 0 && (
          <Text className={styles.empty}>Nothing here yet. Mails appear by themselves.</Text>
        )}
      </section>
      {id === undefined ? (
        <div className={styles.nothing}>
          <MailInbox24Regular aria-hidden />
          <Text>Choose a mail to read it here</Text>
        </div>
      ) : (
        <MailReader key={id} id={id} folder={folder} />
      )}
    </div>
  );
}

function MailEntry(props: { mail: MailLine; folder: string; isOpen: boolean }): React.JSX.Element {
  const { mail, folder, isOpen } = props;
  const styles = useMailStyles();
  const { people, session } = useHost();
  const shown = folder === 'inbox' ? mail.from : (mail.to[0] ?? mail.from);
  const person = personAt(people, shown.address, shown.name);
  return (
    <a
      href={hashOf({ page: 'mail', folder, id: mail.id })}
      className={mergeClasses(styles.line, isOpen && styles.open, !mail.isRead && styles.unread)}
      aria-current={isOpen ? 'true' : undefined}
    >
      <Avatar name={person.name} color={personColour(person.id)} size={32} aria-hidden />
      <span className={styles.lineText}>
        <span className={styles.first}>
          <span className={mergeClasses(styles.who, !mail.isRead && styles.bold)}>
            {folder === 'inbox' ? person.name : `To ${person.name}`}
          </span>
          <span className={styles.when}>{whenWords(mail.at, session.person.timeZone)}</span>
        </span>
        <span className={styles.first}>
          <span className={mergeClasses(styles.cut, !mail.isRead && styles.subjectUnread)}>{mail.subject}</span>
          {mail.hasAttachments && <Attach16Regular aria-label="with attachments" />}
        </span>
        <span className={mergeClasses(styles.cut, styles.preview)}>{mail.preview}</span>
        {!mail.isRead && <span className={styles.hidden}>Not read yet</span>}
      </span>
    </a>
  );
}

function whenWords(at: string, timeZone: string): string {
  if (at === '') return '';
  const wall = wallTimeIn(Date.parse(at), timeZone);
  return dateOf(wall) === dateOf(wallTimeIn(Date.now(), timeZone)) ? timeOf(wall) : shortDate(dateOf(wall));
}
