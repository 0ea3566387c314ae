import { badRequest } from '../graph/error.ts';
import { freshItemId } from '../tenant/identifiers.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';
import { answerByItself } from './automatic-reply.ts';
import type { Actor } from './mailbox.ts';
import { copyAttachments, putMessage, removeMessage } from './mailbox.ts';
import { returnUndelivered, undeliverable } from './undeliverable.ts';

type Address = StoredMessage['to'][number];

/** Everybody a message goes to. @throws GraphError 400 when that is nobody, or when an address cannot be one. */
export function recipientsOf(message: Pick<StoredMessage, 'to' | 'cc' | 'bcc'>): Address[] {
  const recipients = [...message.to, ...message.cc, ...message.bcc];
  if (recipients.length === 0) {
    throw badRequest('At least one recipient is required.', 'ErrorInvalidRecipients');
  }
  const wrong = recipients.find(({ address }) => !/^[^\s@<>]+@[^\s@<>]+$/.test(address));
  if (wrong !== undefined) {
    throw badRequest(
      `At least one recipient is not valid., Recipient '${wrong.address.slice(0, 100)}' is not resolved. All recipients must be resolved before a message can be submitted.`,
      'ErrorInvalidRecipients',
    );
  }
  return recipients;
}

/**
 * Sends a draft: it moves to Sent Items, if kept, one copy goes into the Inbox of everybody it is addressed to, what cannot
 * be delivered comes back, and mailboxes of people who are away answer.
 * @throws GraphError 400 when it is addressed to nobody.
 */
export function post(tenant: Tenant, sender: DirectoryPerson, draft: StoredMessage, isKept: boolean, by: Actor): void {
  const recipients = recipientsOf(draft);
  const at = tenant.now();
  const sent: StoredMessage = {
    ...draft,
    folder: 'sentitems',
    isDraft: false,
    isRead: true,
    createdAt: at,
    modifiedAt: at,
    changeNumber: draft.changeNumber + 1,
    moves: (draft.moves ?? 0) + 1,
  };
  if (isKept) {
    tenant.messages.put(sent.id, sent);
  }
  tenant.ledger.note({
    kind: 'mail-sent',
    mailbox: sender.id,
    by,
    subject: draft.subject,
    messageId: draft.id,
    detail: recipients.map((one) => one.address).join(', '),
  });
  const readers = new Map<string, DirectoryPerson>();
  for (const { address } of recipients) {
    const person = tenant.personByAddress(address);
    if (person !== undefined && !('guest' in person)) {
      readers.set(person.id, person);
    }
  }
  for (const reader of readers.values()) {
    deliver(tenant, sent, reader, by);
    answerByItself(tenant, { away: reader, sender, about: sent });
  }
  const lost = recipients.flatMap((one) => undeliverable(tenant, one.address) ?? []);
  if (lost.length > 0) {
    returnUndelivered(tenant, sender, sent, lost);
  }
  if (!isKept) {
    removeMessage(tenant, draft);
  }
}

/** Puts a copy of a sent message into somebody's Inbox. */
function deliver(tenant: Tenant, sent: StoredMessage, reader: DirectoryPerson, by: Actor): void {
  const received = putMessage(tenant, {
    ...sent,
    id: freshItemId(),
    mailbox: reader.id,
    folder: 'inbox',
    isRead: false,
    bcc: [],
    extendedProperties: {},
    extensions: {},
    categories: [],
    flag: { flagStatus: 'notFlagged' },
    changeNumber: 1,
    moves: 0,
  });
  copyAttachments(tenant, { ownerId: sent.id, date: null }, { ownerId: received.id, date: null });
  tenant.ledger.note({ kind: 'mail-received', mailbox: reader.id, by, subject: sent.subject, messageId: received.id });
}
