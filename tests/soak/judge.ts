import type { ResponseOf } from '#contract/api.ts';
import type { LedgerEntry } from '#server/dev/microsoft365/local/ledger.ts';
import type { House, Missing } from './house.ts';
import type { PlayedPair } from './played-pair.ts';
import { leftOver, unshared } from './judge-days.ts';
import { singleDuplicates, singleMismatches, withoutThird } from './judge-singles.ts';
import { calendarOf, type CalendarItem } from './outlook-view.ts';
import { lostOf } from './said.ts';
import type { Meant, Turn } from './turn.ts';

type PairView = ResponseOf<'pair'>;

/** What is wrong, in words, by what the proof counts. */
export interface Wrongs {
  readonly duplicates: readonly string[];
  readonly mismatches: readonly string[];
  readonly lost: readonly string[];
}

const lookAheadDays = 800;

/** Everything that Outlook received, read once for all pairs that are judged together. */
export function ledgerBySubject(house: House): ReadonlyMap<string, readonly LedgerEntry[]> {
  return Map.groupBy(house.started.trial.microsoft365.ledger(), ({ subject }) => subject ?? '');
}

function isPlanned(now: string) {
  return ({ kind, state, start }: PairView['meetings'][number]): boolean =>
    kind === 'one-to-one' && state === 'planned' && start > now;
}

/** More series, invitations or mails than anybody asked for. */
function duplicatesOf(
  pair: PlayedPair,
  entries: readonly LedgerEntry[],
  coming: readonly CalendarItem[],
  mails: { readonly sent: number; readonly closed: number },
  appId: string,
): string[] {
  const ours = entries.filter(({ by }) => by.app === appId);
  const made = ours.filter(({ kind }) => kind === 'event-created').length;
  const invited = ours.filter(({ kind, mailbox }) => kind === 'invitation' && mailbox === pair.report.personId).length;
  const live = new Set(coming.map(({ masterId }) => masterId)).size;
  return [
    ...(live > 1 ? [`${pair.key}: ${live} live series`] : []),
    ...(made > pair.asked ? [`${pair.key}: ${made} series were made, ${pair.asked} asked for`] : []),
    ...(invited > pair.asked ? [`${pair.key}: ${invited} invitations, ${pair.asked} asked for`] : []),
    ...(mails.sent > mails.closed ? [`${pair.key}: ${mails.sent} summaries of ${mails.closed} meetings`] : []),
  ];
}

/** Where Duologue's planned meetings and Outlook's occurrences are not the same, both ways. */
function mismatchesOf(pair: PlayedPair, view: PairView, coming: readonly CalendarItem[], now: string): string[] {
  const ours = view.meetings.filter(isPlanned(now)).map((one) => `${one.originalDate} at ${one.start}–${one.end}`);
  const theirs = coming.map((one) => `${one.ruleDay ?? ''} at ${one.start}–${one.end}`);
  const parked = view.deliveries.flatMap(({ kind, parkedFor }) =>
    parkedFor === null ? [] : [`${kind}: ${parkedFor}`],
  );
  const lately = view.deliveries.slice(-4).map(({ kind, state }) => `${kind} ${state}`);
  const why = [...parked.map((one) => ` (waiting: ${one})`), ` (promised: ${lately.join(', ')})`].join('');
  return [
    ...ours.filter((one) => !theirs.includes(one)).map((one) => `${pair.key}: only Duologue has ${one}${why}`),
    ...theirs.filter((one) => !ours.includes(one)).map((one) => `${pair.key}: only Outlook has ${one}${why}`),
    ...(new Set(ours).size === ours.length ? [] : [`${pair.key}: two meetings at one time`]),
  ];
}

/** What one person alone changed must stand as they meant it: nobody moves it back. */
function undoneOf(
  pair: PlayedPair,
  meant: readonly Meant[],
  calendar: readonly CalendarItem[],
  coming: readonly CalendarItem[],
  now: string,
): string[] {
  const last = new Map(meant.map((one) => [one.ruleDay, one]));
  return [...last.values()].flatMap(({ ruleDay, masterId, start, end }) => {
    const among = masterId === null ? coming : calendar.filter((one) => one.masterId === masterId);
    const found = among.find((one) => one.ruleDay === ruleDay) ?? calendar.find(({ id }) => id === ruleDay);
    if (start === null) return found === undefined ? [] : [`${pair.key}: ${ruleDay} was cancelled and is back`];
    if (start <= now) return [];
    return found?.start === start && found.end === end
      ? []
      : [`${pair.key}: ${ruleDay} was put to ${start} and is ${found === undefined ? 'gone' : `at ${found.start}`}`];
  });
}

/** A meeting keeps its day as long as the rule stays, and its place in the order when the rule changes. */
function swappedOf({ pair, isReshaped }: Turn, view: PairView, now: string): string[] {
  const planned = view.meetings.filter(isPlanned(now)).sort((one, other) => (one.start < other.start ? -1 : 1));
  const known = planned.flatMap(({ id, originalDate }) => {
    const before = pair.ties.get(id);
    return before === undefined ? [] : [{ before, originalDate }];
  });
  pair.ties.clear();
  for (const { id, originalDate } of planned) pair.ties.set(id, originalDate);
  if (isReshaped)
    return known.flatMap(({ before }, at) =>
      at > 0 && before < (known[at - 1]?.before ?? '') ? [`${pair.key}: the meeting of ${before} lost its place`] : [],
    );
  return known.flatMap(({ before, originalDate }) =>
    before === originalDate ? [] : [`${pair.key}: the meeting of ${before} is now that of ${originalDate}`],
  );
}

/** The agenda both agreed to last stands in the occurrence of that meeting and in no other (C2). */
async function agendaOf(pair: PlayedPair, view: PairView, coming: readonly CalendarItem[]): Promise<string[]> {
  const line = view.meetings.find(({ id, state }) => id === pair.agreed && state === 'planned');
  const item = coming.find(({ start }) => start === line?.start);
  if (line?.agenda !== 'both' || item === undefined) return [];
  const { items } = await pair.manager.call('meeting', { params: { meetingId: line.id } });
  const { body } = await pair.manager.outlook('GET', `/me/events/${encodeURIComponent(item.id)}?$select=body`);
  const { content } = body['body'] as { readonly content: string };
  return items
    .filter(({ title, state }) => state === 'open' && !content.includes(title))
    .map(({ title }) => `${pair.key}: Outlook's ${line.originalDate} does not say “${title}”, which both agreed to`);
}

/** What the game knows of who is without a mailbox or an account just now. */
export interface Absent {
  readonly manager: Missing | null;
  readonly report: Missing | null;
  readonly third: Missing | null;
}

/** Holds a pair whose organiser has no mailbox to this: nothing is made, and nothing is said to stand there. */
async function judgeWithoutMailbox(
  house: House,
  { pair }: Turn,
  ledger: ReadonlyMap<string, readonly LedgerEntry[]>,
  absent: Absent,
): Promise<Wrongs> {
  const isKnown = absent.manager === 'mailbox' || house.isBackground;
  const { meetings } =
    absent.report === null ? await pair.report.call('pair', { params: { pairId: pair.pairId } }) : { meetings: [] };
  const planned = isKnown ? meetings.filter(isPlanned(house.now())) : [];
  return {
    duplicates: duplicatesOf(pair, ledger.get(pair.subject) ?? [], [], { sent: 0, closed: 0 }, house.appId),
    mismatches: planned.map(({ start }) => `${pair.key}: ${start} still stands, and the mailbox is gone`),
    lost: [],
  };
}

/** Holds one pair to everything that must be true at rest. The judge is Outlook: its calendars and what its mailboxes received. */
export async function judge(
  house: House,
  turn: Turn,
  calendar: readonly CalendarItem[],
  ledger: ReadonlyMap<string, readonly LedgerEntry[]>,
  absent: Absent,
  back: number,
): Promise<Wrongs> {
  const { pair, meant } = turn;
  const { appId } = house;
  if (absent.manager !== null) return judgeWithoutMailbox(house, turn, ledger, absent);
  const now = house.now();
  const view = await pair.manager.call('pair', { params: { pairId: pair.pairId } });
  const { news } = await pair.manager.call('outlookNews', { params: { pairId: pair.pairId } });
  const entries = ledger.get(pair.subject) ?? [];
  const made = new Set(
    entries.filter(({ kind, by }) => kind === 'event-created' && by.app === appId).map(({ eventId }) => eventId),
  );
  const followed = view.pair.series?.eventId ?? null;
  // A series whose mailbox was away is theirs again once somebody takes it up, as they are asked to.
  const isOffered = followed === null && news.some(({ step }) => step === 'adopt');
  // One the report was taken out of before that is nobody's any more.
  const isTheirs = ({ attendees }: CalendarItem): boolean => followed !== null || attendees.includes(pair.report.mail);
  const coming = isOffered
    ? []
    : calendar.filter(
        (one) =>
          one.masterId !== null &&
          (made.has(one.masterId) || one.masterId === followed) &&
          one.start > now &&
          isTheirs(one),
      );
  const mails = [...ledger].flatMap(([subject, them]) =>
    subject.startsWith('Our one-to-one')
      ? them.filter((one) => one.kind === 'mail-received' && one.mailbox === pair.report.personId)
      : [],
  );
  const closed = house.pairs.filter(({ root }) => root === pair.root).reduce((sum, one) => sum + one.closed, 0);
  const said = pair.said.slice(-back).filter(({ by }) => absent.report === null || by !== pair.report);
  return {
    duplicates: [
      ...duplicatesOf(pair, entries, coming, { sent: mails.length, closed }, appId),
      ...singleDuplicates(pair, ledger, appId),
    ],
    mismatches: [
      ...mismatchesOf(pair, view, coming, now),
      ...singleMismatches(pair, view, calendar, now),
      ...undoneOf(pair, meant, calendar, coming, now),
      ...swappedOf(turn, view, now),
      ...leftOver(turn, coming),
      ...(await agendaOf(pair, view, coming)),
      ...(await unshared(turn, view, coming, now)),
      ...(absent.third === null ? await withoutThird(pair, calendar, now) : []),
    ],
    lost: await lostOf(pair, view, said, now),
  };
}

/** A manager's calendar as far as the game looks ahead. */
export function lookAhead(pair: PlayedPair, now: string): Promise<CalendarItem[]> {
  return calendarOf(pair.manager, pair.manager.zone, now.slice(0, 10), lookAheadDays);
}
