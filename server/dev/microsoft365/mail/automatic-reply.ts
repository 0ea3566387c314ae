import { momentInput } from '../calendar/event-input.ts';
import { toEpoch } from '../calendar/local-time.ts';
import { settingsOf } from '../calendar/mailbox-settings.ts';
import { escapeHtml } from '../entra/pages/page-frame.ts';
import { readPath } from '../graph/odata-value.ts';
import { textValue } from '../graph/request.ts';
import { stableGuid } from '../tenant/identifiers.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';
import { putMessage } from './mailbox.ts';

/** What a mailbox answers by itself, and what tells this absence from another. */
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

/** What the mailbox answers now to a colleague, as its settings have it. */
function replyOf(tenant: Tenant, person: DirectoryPerson): AutomaticReply | null {
  const replies = settingsOf(tenant, person)['automaticRepliesSetting'];
  const message = textValue(replies, 'internalReplyMessage') ?? '';
  const status = textValue(replies, 'status');
  const isOn = status === 'alwaysEnabled' || (status === 'scheduled' && isWithin(replies, tenant.now()));
  return isOn && message !== '' ? { message, since: stableGuid(JSON.stringify(replies)) } : null;
}

function isWithin(replies: unknown, now: number): boolean {
  const [from, to] = ['scheduledStartDateTime', 'scheduledEndDateTime'].map((name) => {
    const { local, zone } = momentInput(readPath(replies, name), name);
    return toEpoch(local, zone);
  });
  return from !== undefined && to !== undefined && from <= now && now < to;
}
