import type { Attachment, MailFolder, Message } from '@microsoft/microsoft-graph-types';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { htmlOfText } from '../frames/SafeHtml.tsx';
import { useHost } from '../control/host-context.ts';
import { followed } from '../control/queries.ts';
import { addressOf } from './calendar-event.ts';
import { askGraph, askGraphForAll } from './graph-client.ts';

/** A mail in a list. Times are ISO instants. */
export interface MailLine {
  readonly id: string;
  readonly subject: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly at: string;
  readonly preview: string;
  readonly isRead: boolean;
  readonly hasAttachments: boolean;
}

/** A mail to read. */
export interface MailMessage extends MailLine {
  readonly cc: readonly { readonly name: string; readonly address: string }[];
  readonly html: string;
  /** The event an invitation, answer or cancellation is about, in this mailbox. */
  readonly eventId: string | undefined;
  /** What a mail about a meeting is; undefined for any other mail. */
  readonly meeting: 'request' | 'cancelled' | 'answer' | undefined;
  readonly isDraft: boolean;
}

/** A folder of the mailbox. The ones every mailbox has go by their well-known names. */
export interface MailFolderLine {
  readonly id: string;
  readonly name: string;
  readonly unread: number;
}

const listed = 'id,subject,from,sender,toRecipients,receivedDateTime,sentDateTime,bodyPreview,isRead,hasAttachments';

/** The folders every mailbox has, in Outlook's order, by the name Graph knows them by. */
const wellKnown: Readonly<Record<string, string>> = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  deleteditems: 'Deleted Items',
  archive: 'Archive',
  junkemail: 'Junk Email',
};
const order = Object.keys(wellKnown);

/** The folders of the mailbox, in Outlook's order, each with how many mails are not read. */
export function useMailFolders(): UseQueryResult<MailFolderLine[]> {
  const { session } = useHost();
  return useQuery({
    queryKey: [followed, 'mail-folders', session.person.id],
    queryFn: async () => {
      const { value } = await askGraph<{ value: MailFolder[] }>(session, 'me/mailFolders?$top=50');
      const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
      return value
        .filter((folder) => !hidden.has(folder.displayName ?? ''))
        .map((folder) => {
          const name = folder.displayName ?? '';
          const known = name.toLowerCase().replaceAll(' ', '');
          return {
            id: known in wellKnown ? known : (folder.id ?? ''),
            name: wellKnown[known] ?? name,
            unread: folder.unreadItemCount ?? 0,
          };
        })
        .toSorted((one, other) => place(one.id) - place(other.id));
    },
    placeholderData: keepPreviousData,
  });
}

/** Outlook has these, and shows them nowhere. */
const hidden = new Set(['Outbox', 'Conversation History', 'Sync Issues']);

/** The newest hundred mails of a folder. */
export function useMails(folder: string): UseQueryResult<MailLine[]> {
  const { session } = useHost();
  return useQuery({
    queryKey: [followed, 'mails', session.person.id, folder],
    queryFn: async () => {
      const path = `me/mailFolders/${encodeURIComponent(folder)}/messages?$top=100&$orderby=receivedDateTime%20desc&$select=${listed}`;
      const page = await askGraph<{ value: Message[] }>(session, path);
      return page.value.map(mailLine);
    },
    placeholderData: keepPreviousData,
  });
}

/** One mail with its text. */
export function useMail(id: string | undefined): UseQueryResult<MailMessage> {
  const { session } = useHost();
  return useQuery({
    queryKey: [followed, 'mail', session.person.id, id],
    queryFn: async () => mailMessage(await askGraph<Message>(session, `me/messages/${encodeURIComponent(id ?? '')}`)),
    enabled: id !== undefined,
  });
}

/** What came with a mail. */
export function useMailAttachments(mail: MailMessage | undefined): UseQueryResult<Attachment[]> {
  const { session } = useHost();
  return useQuery({
    queryKey: [followed, 'mail-attachments', session.person.id, mail?.id],
    queryFn: () => askGraphForAll<Attachment>(session, `me/messages/${encodeURIComponent(mail?.id ?? '')}/attachments`),
    enabled: mail?.hasAttachments === true || mail?.html.includes('cid:') === true,
  });
}

function mailLine(message: Message): MailLine {
  return {
    id: message.id ?? '',
    subject: message.subject ?? '(No subject)',
    from: addressOf(message.from ?? message.sender),
    to: (message.toRecipients ?? []).map(addressOf),
    at: message.receivedDateTime ?? message.sentDateTime ?? '',
    preview: message.bodyPreview ?? '',
    isRead: message.isRead ?? true,
    hasAttachments: message.hasAttachments ?? false,
  };
}

function mailMessage(message: Message): MailMessage {
  const content = message.body?.content ?? '';
  const { eventId, meetingMessageType } = message as Message & { eventId?: unknown; meetingMessageType?: unknown };
  return {
    ...mailLine(message),
    meeting: meetingKind(typeof meetingMessageType === 'string' ? meetingMessageType : 'none'),
    isDraft: message.isDraft ?? false,
    eventId: typeof eventId === 'string' ? eventId : undefined,
    cc: (message.ccRecipients ?? []).map(addressOf),
    html: message.body?.contentType === 'text' ? htmlOfText(content) : content,
  };
}

function meetingKind(type: string): MailMessage['meeting'] {
  if (type === 'none') return undefined;
  if (type === 'meetingRequest') return 'request';
  return type === 'meetingCancelled' ? 'cancelled' : 'answer';
}
