import { Button, CounterBadge, Text, mergeClasses } from '@fluentui/react-components';
import {
  Archive20Regular,
  Delete20Regular,
  Drafts20Regular,
  Folder20Regular,
  MailAdd20Regular,
  MailInbox20Regular,
  MailInbox24Regular,
  Send20Regular,
} from '@fluentui/react-icons';
import type { FluentIcon } from '@fluentui/react-icons';
import { useHost } from '../control/host-context.ts';
import { hashOf } from '../control/route.ts';
import { useMailFolders } from '../graph/mail-queries.ts';
import { MailList } from './MailList.tsx';
import { useMailStyles } from './MailPage.styles.ts';
import { MailReader } from './MailReader.tsx';

const icons: Readonly<Record<string, FluentIcon>> = {
  inbox: MailInbox20Regular,
  drafts: Drafts20Regular,
  sentitems: Send20Regular,
  deleteditems: Delete20Regular,
  archive: Archive20Regular,
};

/** A mailbox as Outlook lays it out: folders, the list of one, and the mail being read. */
export function MailPage(props: { readonly folder: string; readonly id: string | undefined }): React.JSX.Element {
  const { folder, id } = props;
  const styles = useMailStyles();
  const { ask } = useHost();
  const newMail = (): void => {
    ask({ kind: 'mail', draft: { kind: 'new', itemId: undefined, to: [], cc: [], subject: '', message: '' } });
  };
  return (
    <div className={styles.mail}>
      <h1 className={styles.hidden}>Mail</h1>
      <Folders folder={folder} newMail={newMail} />
      <MailList key={folder} folder={folder} openId={id} newMail={newMail} />
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

function Folders(props: { folder: string; newMail: () => void }): React.JSX.Element {
  const styles = useMailStyles();
  const folders = useMailFolders();
  return (
    <div className={styles.folders}>
      <Button appearance="primary" icon={<MailAdd20Regular />} onClick={props.newMail}>
        New mail
      </Button>
      <nav aria-label="Folders" className={styles.folderList}>
        {folders.data?.map((one) => {
          const Icon = icons[one.id] ?? Folder20Regular;
          const isHere = one.id === props.folder;
          return (
            <a
              key={one.id}
              href={hashOf({ page: 'mail', folder: one.id, id: undefined })}
              className={mergeClasses(styles.folder, isHere && styles.folderHere)}
              aria-current={isHere ? 'page' : undefined}
            >
              <Icon aria-hidden />
              <span className={styles.folderName}>{one.name}</span>
              {one.unread > 0 && (
                <CounterBadge
                  count={one.unread}
                  size="small"
                  appearance="filled"
                  aria-label={`, ${String(one.unread)} not read`}
                />
              )}
            </a>
          );
        })}
      </nav>
    </div>
  );
}
