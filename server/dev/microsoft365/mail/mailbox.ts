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

/** Notes a change of a message: it has another version from now on. */
export function changeMessage(tenant: Tenant, message: StoredMessage, change: Partial<StoredMessage>): StoredMessage {
  const changed = { ...message, ...change, changeNumber: message.changeNumber + 1, modifiedAt: tenant.now() };
  tenant.messages.put(changed.id, changed);
  return changed;
}

/** Moves a message into another folder, where its usual id is another one. */
export function moveMessage(tenant: Tenant, message: StoredMessage, folder: string): StoredMessage {
  return message.folder === folder
    ? message
    : changeMessage(tenant, message, { folder, moves: (message.moves ?? 0) + 1 });
}

/** Puts a copy of a message, with all that hangs on it, into a folder of the same mailbox. */
export function copyMessage(tenant: Tenant, message: StoredMessage, folder: string): StoredMessage {
  const copy = putMessage(tenant, { ...message, id: freshItemId(), folder, changeNumber: 1, moves: 0 });
  copyAttachments(tenant, { ownerId: message.id, date: null }, { ownerId: copy.id, date: null });
  return copy;
}

/** Takes a message away for good, with all that hangs on it. */
export function removeMessage(tenant: Tenant, message: StoredMessage): void {
  for (const attachment of tenant.attachmentsOf(message.id, null)) {
    tenant.attachments.remove(attachment.id);
  }
  tenant.messages.remove(message.id);
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
