import type { Host } from '../control/host-context.ts';
import { askLocal } from '../control/local-api.ts';
import type { LocalChat, LocalPerson } from '../control/local-api.ts';
import { go } from '../control/route.ts';
import { addMinutes, wallTimeIn } from '../graph/wall-time.ts';
import type { Copied, HostServices, MeetingDraft } from '../protocol/host-services.ts';

type PersonServices = Pick<
  HostServices,
  | 'pickPeople'
  | 'openChat'
  | 'shareWeb'
  | 'composeMeeting'
  | 'openEvent'
  | 'composeMail'
  | 'openMail'
  | 'copy'
  | 'paste'
>;

/** What an app may do with the person's own calendar, mail, chats and clipboard, through the pages they know. */
export function personServices(host: () => Host): PersonServices {
  return {
    pickPeople: (wish) =>
      new Promise((resolve) => {
        host().ask({ kind: 'people', wish, settle: resolve });
      }),
    openChat: (members) => openChat(host(), members),
    shareWeb: (links) =>
      new Promise((resolve) => {
        host().ask({ kind: 'share', links, settle: resolve });
      }),
    composeMeeting: (draft) => {
      composeMeeting(host(), draft);
    },
    openEvent: (id) => {
      go({ page: 'event', id });
    },
    composeMail: (draft) => {
      host().ask({ kind: 'mail', draft });
    },
    openMail: (id) => {
      go({ page: 'mail', folder: 'inbox', id });
    },
    copy,
    paste,
  };
}

/** The smallest chat that everybody named is in; the local Microsoft 365 has the chats of meetings only. */
async function openChat(host: Host, members: readonly string[]): Promise<boolean> {
  const { session, people } = host;
  const wanted = members.map((address) => personNamed(people, address)?.id);
  const { value } = await askLocal<{ value: LocalChat[] }>(`chats?personId=${session.person.id}`);
  const chat = value
    .filter((one) => wanted.every((id) => one.members.some((member) => member.id === id)))
    .toSorted((one, other) => one.members.length - other.members.length)[0];
  if (chat === undefined) return false;
  go({ page: 'chat', chatId: chat.id, tab: 'chat', place: undefined });
  return true;
}

function personNamed(people: readonly LocalPerson[], address: string): LocalPerson | undefined {
  const lower = address.toLowerCase();
  return people.find(
    (one) => one.id === lower || one.mail.toLowerCase() === lower || one.userPrincipalName.toLowerCase() === lower,
  );
}

const hourMs = 3_600_000;

function composeMeeting(host: Host, draft: MeetingDraft): void {
  const { session, clockOffset } = host;
  const nextHour = Math.ceil((Date.now() + clockOffset) / hourMs) * hourMs;
  const wall = (time: string | undefined): string | undefined => {
    const at = Date.parse(time ?? '');
    return Number.isNaN(at) ? undefined : wallTimeIn(at, session.person.timeZone);
  };
  const start = wall(draft.startTime) ?? wallTimeIn(nextHour, session.person.timeZone);
  host.ask({
    kind: 'event',
    draft: {
      subject: draft.subject,
      start,
      end: wall(draft.endTime) ?? addMinutes(start, 30),
      isAllDay: false,
      attendees: draft.attendees,
      text: draft.content,
    },
  });
}

async function copy({ mimeType, content }: Copied): Promise<void> {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  await navigator.clipboard.write([new ClipboardItem({ [mimeType]: new Blob([bytes], { type: mimeType }) })]);
}

async function paste(): Promise<Copied> {
  const [item] = await navigator.clipboard.read();
  const mimeType = item?.types.find((type) => type === 'text/plain') ?? item?.types[0] ?? 'text/plain';
  const blob = item === undefined ? new Blob([]) : await item.getType(mimeType);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { mimeType, content: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
}
