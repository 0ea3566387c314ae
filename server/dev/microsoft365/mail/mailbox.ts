import { freshGuid, freshItemId } from '../tenant/identifiers.ts';
import type { LedgerEntry } from '../local/ledger.ts';
import type { StoredAttachment, StoredMessage } from '../tenant/stored.ts';
import type { Tenant } from '../tenant/tenant.ts';

export type Actor = LedgerEntry['by'];

/** Puts a message into a folder of a mailbox and says which id it has there. */
export function putMessage(
  tenant: Tenant,
  message: Partial<StoredMessage> & Pick<StoredMessage, 'mailbox' | 'folder' | 'subject' | 'body' | 'from' | 'to'>,
): StoredMessage {
  const stored: StoredMessage = {
    id: freshItemId(),
    kind: 'message',
    cc: [],
    bcc: [],
    replyTo: [],
    importance: 'normal',
    headers: [],
    extendedProperties: {},
    internetMessageId: `<${freshGuid()}@${tenant.organisation.tenant.domain}>`,
    conversationId: freshItemId(),
    isDraft: false,
    isRead: message.folder !== 'inbox',
    createdAt: tenant.now(),
    changeNumber: 1,
    eventId: null,
    ...message,
  };
  tenant.messages.put(stored.id, stored);
  return stored;
}

/** Copies attachments from one item to another, in place of what hung there before. */
export function copyAttachments(
  tenant: Tenant,
  from: { ownerId: string; date: string | null },
  to: { ownerId: string; date: string | null },
): StoredAttachment[] {
  const before = tenant.attachmentsOf(to.ownerId, to.date);
  for (const old of before) {
    tenant.attachments.remove(old.id);
  }
  const copies = tenant
    .attachmentsOf(from.ownerId, from.date)
    .map((one) => ({ ...one, id: freshItemId(), ownerId: to.ownerId, date: to.date }));
  for (const copy of copies) {
    tenant.attachments.put(copy.id, copy);
  }
  return copies.filter(
    (copy) => !before.some((old) => old.name === copy.name && old.contentBytes === copy.contentBytes),
  );
}
