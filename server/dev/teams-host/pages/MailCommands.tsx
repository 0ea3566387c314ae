import { Button, Toolbar } from '@fluentui/react-components';
import {
  ArrowForward20Regular,
  ArrowReply20Regular,
  ArrowReplyAll20Regular,
  Delete20Regular,
  MailUnread20Regular,
} from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHost } from '../control/host-context.ts';
import { followed } from '../control/queries.ts';
import { go } from '../control/route.ts';
import { deleteMail, markRead } from '../graph/mail-changes.ts';
import type { MailMessage } from '../graph/mail-queries.ts';
import type { MailDraft } from '../protocol/host-services.ts';
import { useMailStyles } from './MailPage.styles.ts';

/** What one can do with a mail. */
export function MailCommands(props: {
  readonly mail: MailMessage;
  readonly folder: string;
  readonly when: string;
}): React.JSX.Element {
  const { mail, folder } = props;
  const styles = useMailStyles();
  const { ask, say, session } = useHost();
  const client = useQueryClient();
  const answer = (kind: MailDraft['kind']): void => {
    ask({ kind: 'mail', draft: { kind, itemId: mail.id, to: [], cc: [], subject: mail.subject, message: '' } });
  };
  const change = useMutation({
    mutationFn: (what: 'delete' | 'unread') =>
      what === 'delete' ? deleteMail(session, mail.id) : markRead(session, mail.id, false),
    onSuccess: (_done, what) => {
      void client.invalidateQueries({ queryKey: [followed] });
      go({ page: 'mail', folder, id: undefined });
      if (what === 'delete') say('Deleted', 'It is in Deleted Items.');
    },
    onError: (problem) => {
      say('That did not work', problem.message);
    },
  });
  return (
    <Toolbar className={styles.commands} aria-label="Mail">
      <Button
        appearance="subtle"
        icon={<ArrowReply20Regular />}
        onClick={() => {
          answer('reply');
        }}
      >
        Reply
      </Button>
      <Button
        appearance="subtle"
        icon={<ArrowReplyAll20Regular />}
        onClick={() => {
          answer('replyAll');
        }}
      >
        Reply all
      </Button>
      <Button
        appearance="subtle"
        icon={<ArrowForward20Regular />}
        onClick={() => {
          answer('forward');
        }}
      >
        Forward
      </Button>
      <Button
        appearance="subtle"
        icon={<MailUnread20Regular />}
        onClick={() => {
          change.mutate('unread');
        }}
      >
        Mark unread
      </Button>
      <Button
        appearance="subtle"
        icon={<Delete20Regular />}
        onClick={() => {
          change.mutate('delete');
        }}
      >
        Delete
      </Button>
    </Toolbar>
  );
}
