import type { Attachment, Message } from '@microsoft/microsoft-graph-types';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { htmlOfText } from '../frames/SafeHtml.tsx';
import type { Session } from '../control/session.ts';
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
}

const listed = 'id,subject,from,sender,toRecipients,receivedDateTime,sentDateTime,bodyPreview,isRead,hasAttachments';

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

/** Marks a mail as read. @throws LocalProblem */
export async function markRead(session: Session, id: string): Promise<void> {
  await askGraph(session, `me/messages/${encodeURIComponent(id)}`, { method: 'PATCH', body: { isRead: true } });
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
  const { eventId } = message as Message & { eventId?: unknown };
  return {
    ...mailLine(message),
    eventId: typeof eventId === 'string' ? eventId : undefined,
    cc: (message.ccRecipients ?? []).map(addressOf),
    html: message.body?.contentType === 'text' ? htmlOfText(content) : content,
  };
}
