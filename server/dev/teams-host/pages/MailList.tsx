import {
  Avatar,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  Tab,
  TabList,
  Text,
  mergeClasses,
} from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons';
import { Fragment, useState } from 'react';
import { personColour } from '../control/person-colour.ts';
import { useHost } from '../control/host-context.ts';
import { go, hashOf } from '../control/route.ts';
import { useMailFolders, useMails } from '../graph/mail-queries.ts';
import type { MailLine } from '../graph/mail-queries.ts';
import { addDays, dateOf, mondayOf, shortDate, timeOf, wallTimeIn } from '../graph/wall-time.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { personAt } from './attendee-people.ts';
import { useMailStyles } from './MailPage.styles.ts';
import { useNow } from './use-now.ts';

/** The newest mails of a folder, grouped by day as Outlook does, all or those not read. */
export function MailList(props: {
  readonly folder: string;
  readonly openId: string | undefined;
  readonly newMail: () => void;
}): React.JSX.Element {
  const { folder, openId } = props;
  const styles = useMailStyles();
  const { session } = useHost();
  const now = useNow();
  const mails = useMails(folder);
  const [which, setWhich] = useState<'all' | 'unread'>('all');
  const shown = (mails.data ?? []).filter((mail) => which === 'all' || !mail.isRead || mail.id === openId);
  let group = '';
  return (
    <section className={mergeClasses(styles.list, openId !== undefined && styles.listBehind)} aria-label="Mails">
      <div className={styles.which}>
        <TabList
          size="small"
          selectedValue={which}
          onTabSelect={(_event, { value }) => {
            setWhich(value === 'unread' ? 'unread' : 'all');
          }}
          aria-label="Which mails"
        >
          <Tab value="all">All</Tab>
          <Tab value="unread">Unread</Tab>
        </TabList>
        <FolderMenu folder={folder} newMail={props.newMail} />
      </div>
      {mails.error && (
        <ProblemNotice title="The mails could not be read" problem={mails.error} again={() => void mails.refetch()} />
      )}
      {mails.isPending && <Spinner label="Reading the mailbox" className={styles.empty} />}
      <ul className={styles.lines}>
        {shown.map((mail) => {
          const day = mail.at === '' ? '' : dateOf(wallTimeIn(Date.parse(mail.at), session.person.timeZone));
          const name = groupOf(day, dateOf(now));
          const isNew = name !== group;
          group = name;
          return (
            <Fragment key={mail.id}>
              {isNew && <li className={styles.group}>{name}</li>}
              <li>
                <MailEntry mail={mail} folder={folder} isOpen={mail.id === openId} today={dateOf(now)} />
              </li>
            </Fragment>
          );
        })}
      </ul>
      {mails.data !== undefined && shown.length === 0 && (
        <Text className={styles.empty}>
          {which === 'unread' ? 'Everything here has been read.' : 'Nothing here yet. Mails appear by themselves.'}
        </Text>
      )}
    </section>
  );
}

/** The folders where there is no room for them beside the list. */
function FolderMenu(props: { folder: string; newMail: () => void }): React.JSX.Element {
  const styles = useMailStyles();
  const folders = useMailFolders();
  return (
    <div className={styles.folderMenu}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="subtle" size="small">
            {folders.data?.find((one) => one.id === props.folder)?.name ?? 'Folder'}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={props.newMail}>New mail</MenuItem>
            <MenuDivider />
            {folders.data?.map((one) => (
              <MenuItem
                key={one.id}
                onClick={() => {
                  go({ page: 'mail', folder: one.id, id: undefined });
                }}
              >
                {one.unread > 0 ? `${one.name}, ${String(one.unread)} not read` : one.name}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

function groupOf(day: string, today: string): string {
  if (day === today) return 'Today';
  if (day === addDays(today, -1)) return 'Yesterday';
  if (day >= mondayOf(today)) return 'This week';
  return day >= addDays(mondayOf(today), -7) ? 'Last week' : 'Older';
}

function MailEntry(props: { mail: MailLine; folder: string; isOpen: boolean; today: string }): React.JSX.Element {
  const { mail, folder, isOpen } = props;
  const styles = useMailStyles();
  const { people, session } = useHost();
  const isOwn = folder === 'sentitems' || folder === 'drafts';
  const shown = isOwn ? (mail.to[0] ?? { name: 'Nobody yet', address: '' }) : mail.from;
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
            {isOwn ? `To ${person.name}` : person.name}
          </span>
          <span className={styles.when}>{whenWords(mail.at, session.person.timeZone, props.today)}</span>
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

function whenWords(at: string, timeZone: string, today: string): string {
  if (at === '') return '';
  const wall = wallTimeIn(Date.parse(at), timeZone);
  return dateOf(wall) === today ? timeOf(wall) : shortDate(dateOf(wall));
}
