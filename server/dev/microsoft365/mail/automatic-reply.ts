import { toEpoch } from '../calendar/local-time.ts';
import { escapeHtml } from '../entra/pages/page-frame.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';
import { putMessage } from './mailbox.ts';

/** What a mailbox answers by itself, and since when. */
interface AutomaticReply {
  message: string;
  since: string;
}

/** A message that reached somebody who may be away. */
interface Reached {
  away: DirectoryPerson;
  sender: DirectoryPerson;
  about: StoredMessage;
}

/** Answers for somebody who is away: once for each sender while they are, and never to another machine's answer. */
export function answerByItself(tenant: Tenant, { away, sender, about }: Reached): void {
  const reply = replyOf(tenant, away);
  const isMachines = about.headers.some(({ name }) => /^x-auto-response-suppress$/i.test(name));
  if (reply === null || isMachines || away.id === sender.id) {
    return;
  }
  const answered = tenant.rooms.kept<{ at: number }>('automaticReplies');
  const key = `${away.id} ${sender.id} ${reply.since}`;
  if (answered.get(key) !== undefined) {
    return;
  }
  answered.put(key, { at: tenant.now() });
  const subject = `Automatic reply: ${about.subject}`;
  const isHtml = /<\w+[^>]*>/.test(reply.message);
  const message = putMessage(tenant, {
    mailbox: sender.id,
    folder: 'inbox',
    subject,
    body: {
      contentType: 'html',
      content: isHtml ? reply.message : `<html><body>${escapeHtml(reply.message)}</body></html>`,
    },
    from: { name: away.displayName, address: away.mail },
    to: [{ name: sender.displayName, address: sender.mail }],
    conversationId: about.conversationId,
    headers: [{ name: 'X-Auto-Response-Suppress', value: 'All' }],
  });
  tenant.ledger.note({
    kind: 'mail-received',
    mailbox: sender.id,
    by: { personId: away.id, app: 'Microsoft Exchange' },
    subject,
    messageId: message.id,
    detail: 'automatic reply',
  });
}

/** What the mailbox answers now: what its owner set, or else the message of the leave they are on. */
function replyOf(tenant: Tenant, person: DirectoryPerson): AutomaticReply | null {
  const leave = person.away.find(
    (one) =>
      toEpoch(`${one.from}T00:00:00`, person.timeZone) <= tenant.now() &&
      tenant.now() < toEpoch(`${one.to}T23:59:59`, person.timeZone),
  );
  return leave === undefined ? null : { message: leave.message, since: leave.from };
}
