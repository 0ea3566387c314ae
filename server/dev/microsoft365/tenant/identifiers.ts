import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** A base64url digest of some words: the same words always give the same identifier. */
function digest(...words: string[]): string {
  return createHash('sha256').update(words.join('\n')).digest('base64url');
}

/** A GUID that the same words always give. */
export function stableGuid(...words: string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function freshGuid(): string {
  return randomUUID();
}

/** An Outlook-like item id made from some words (an event's key and whose mailbox, say). */
export function stableItemId(...words: string[]): string {
  return `AAMkAD${digest(...words)}${digest('more', ...words).slice(0, 30)}AAA=`;
}

/** An Outlook-like item id that, as real ones do, says whose mailbox the item is in. */
export function mailboxItemId(mailbox: string, ...words: string[]): string {
  const owner = Buffer.from(mailbox.replaceAll('-', ''), 'hex').toString('base64url');
  return `AAMkAM${owner}${digest(mailbox, ...words)}AAA=`;
}

/** Whose mailbox an item id speaks of, or null when it does not say. */
export function mailboxInId(id: string): string | null {
  if (!id.startsWith('AAMkAM')) return null;
  const hex = Buffer.from(id.slice(6, 28), 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A new Outlook-like item id. */
export function freshItemId(): string {
  return `AAMkAD${randomBytes(54).toString('base64url')}AAA=`;
}

/** The id of one occurrence of a series: opaque outside, but it can be opened again here. */
export function occurrenceId(masterId: string, date: string): string {
  return `AAMkAO${Buffer.from(`${date} ${masterId}`).toString('base64url')}`;
}

/** Opens an occurrence id, or null when the id is not one. */
export function openOccurrenceId(id: string): { masterId: string; date: string } | null {
  if (!id.startsWith('AAMkAO')) {
    return null;
  }
  const found = /^(\d{4}-\d{2}-\d{2}) (\S+)$/.exec(Buffer.from(id.slice(6), 'base64url').toString());
  return found?.[1] === undefined || found[2] === undefined ? null : { date: found[1], masterId: found[2] };
}

/** A calendar-wide id shared by the organiser's and the attendees' copies. */
export function stableICalUId(...words: string[]): string {
  return `040000008200E00074C5B7101A82E00800000000${createHash('sha256').update(words.join('\n')).digest('hex').toUpperCase().slice(0, 64)}`;
}

/** The calendar-wide id of one occurrence: its series' id with the date inside. */
export function occurrenceICalUId(seriesICalUId: string, date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const hex = [(year ?? 0) >> 8, (year ?? 0) & 255, month ?? 0, day ?? 0]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return `${seriesICalUId.slice(0, 32)}${hex.toUpperCase()}${seriesICalUId.slice(40)}`;
}

/** A Teams chat id for an online meeting. */
export function stableThreadId(...words: string[]): string {
  return `19:meeting_${Buffer.from(stableGuid('thread', ...words)).toString('base64url')}@thread.v2`;
}

/** The long form of a Teams join address, which carries the chat, the tenant and the organiser. */
export function longJoinUrl(threadId: string, tenantId: string, organizerId: string): string {
  const context = encodeURIComponent(JSON.stringify({ Tid: tenantId, Oid: organizerId })).toLowerCase();
  return `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(threadId).replaceAll('%3A', '%3a')}/0?context=${context.replace('%22tid%22', '%22Tid%22').replace('%22oid%22', '%22Oid%22')}`;
}

/** The short form of a Teams join address, from which no chat can be read. */
export function shortJoinUrl(threadId: string): string {
  return `https://teams.microsoft.com/meet/${meetingNumber(threadId)}?p=${passcode(threadId)}`;
}

/** The meeting number people may type to join. */
export function meetingNumber(threadId: string): string {
  return BigInt(`0x${createHash('sha256').update(threadId).digest('hex').slice(0, 15)}`)
    .toString()
    .padStart(13, '3')
    .slice(0, 13);
}

/** The passcode that goes with the meeting number. */
export function passcode(threadId: string): string {
  return digest('passcode', threadId).replaceAll(/[-_]/g, 'x').slice(0, 18);
}
