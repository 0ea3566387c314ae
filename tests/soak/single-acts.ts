import { randomUUID } from 'node:crypto';
import { addDays, addMinutes, localDateOf, instantOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import { coming, maybeTwice, type Line, unlessRefused, view } from './asking.ts';
import { followUpTitle } from './house.ts';
import { calendarOf, type CalendarItem } from './outlook-view.ts';
import type { PlayedPair } from './played-pair.ts';
import { raise } from './talk-acts.ts';
import type { Turn } from './turn.ts';

const soon = 70;

/** What meetings of a pair that are no part of its series are called in Outlook. */
export function singleSubjects({ manager, report, third }: PlayedPair): {
  readonly two: string;
  readonly three: string | null;
} {
  return {
    two: `${followUpTitle}: ${manager.key} and ${report.key}`,
    three: third === null ? null : `${followUpTitle}: ${manager.key}, ${report.key} and ${third.key}`,
  };
}

function asks({ askedSingles }: PlayedPair, subject: string): void {
  askedSingles.set(subject, (askedSingles.get(subject) ?? 0) + 1);
}

/** A time within the next weeks. */
function sometime({ pair: { dice, manager }, now }: Turn): { readonly start: Instant; readonly end: Instant } {
  const day = addDays(localDateOf(now, manager.zone), dice.between(1, 30));
  const start = instantOf(day, `${String(dice.between(8, 18)).padStart(2, '0')}:20`, manager.zone);
  return { start, end: addMinutes(start, 40) };
}

/** Plans a meeting of the two with somebody else who supervises the employee. */
export async function meetAsThree(turn: Turn): Promise<string | null> {
  const { pair } = turn;
  const { third, manager, pairId } = pair;
  const subject = singleSubjects(pair).three;
  if (third === null || subject === null) return null;
  const request = { id: randomUUID(), kind: 'follow-up' as const, ...sometime(turn), note: '', withId: third.personId };
  const sent = { params: { pairId }, request };
  const answer = await maybeTwice(turn, () => manager.call('planMeeting', sent));
  if (typeof answer !== 'string') asks(pair, subject);
  return `plans a meeting of three at ${request.start}${typeof answer === 'string' ? ` (${answer})` : ''}`;
}

/** One of the two puts an item off, to a meeting that is planned or to a follow-up of its own. */
export async function adjourn(turn: Turn): Promise<string | null> {
  const { pair } = turn;
  const { dice, manager, report, said } = pair;
  const seen = await view(turn);
  const lines = [...seen.meetings.filter(({ state }) => state === 'open'), ...coming(turn, seen).slice(0, 4)];
  const [next] = coming(turn, seen);
  if (next !== undefined && dice.chance(60)) await raise(turn, next);
  const raised = new Set(said.filter(({ kind }) => kind === 'item').map(({ text }) => text));
  const by = dice.one([manager, report]) ?? manager;
  for (const line of lines) {
    const { items } = await by.call('meeting', { params: { meetingId: line.id } });
    const item = dice.one(items.filter(({ state, title }) => state === 'open' && raised.has(title)));
    if (item === undefined) continue;
    const later = dice.chance(30) ? dice.one(coming(turn, seen).filter(({ start }) => start > line.start)) : undefined;
    const to =
      later === undefined
        ? ({ kind: 'follow-up', meetingId: randomUUID(), ...sometime(turn) } as const)
        : ({ kind: 'planned', meetingId: later.id } as const);
    const sent = { params: { itemId: item.id }, request: { newItemId: randomUUID(), to } };
    const answer = await maybeTwice(turn, () => by.call('adjournItem', sent));
    if (typeof answer !== 'string' && to.kind === 'follow-up') asks(pair, singleSubjects(pair).two);
    return `adjourns “${item.title}” from ${line.originalDate} to ${to.kind === 'planned' ? (later?.originalDate ?? '') : `a follow-up at ${to.start}`}${typeof answer === 'string' ? ` (${answer})` : ''}`;
  }
  return null;
}

async function pickLine(turn: Turn): Promise<Line | undefined> {
  const { meetings } = await view(turn);
  return turn.pair.dice.one(
    meetings.filter(({ kind, state, start }) => kind !== 'one-to-one' && state === 'planned' && start > turn.now),
  );
}

/** Moves a meeting that is no part of the series, or calls it off, in Duologue. */
export async function changeSingle(turn: Turn): Promise<string | null> {
  const line = await pickLine(turn);
  if (line === undefined) return null;
  const { manager, dice } = turn.pair;
  const params = { meetingId: line.id };
  const { meeting } = await manager.call('meeting', { params });
  const known = { ruleDay: meeting.eventId ?? '', masterId: null };
  if (dice.chance(40)) {
    const answer = await unlessRefused(manager.call('cancelMeeting', { params, request: { reason: 'Settled' } }));
    if (typeof answer !== 'string') turn.meant.push({ ...known, start: null, end: null });
    return `calls off the ${line.kind} of ${line.start}${typeof answer === 'string' ? ` (${answer})` : ''}`;
  }
  const span = sometime(turn);
  const answer = await unlessRefused(manager.call('moveMeeting', { params, request: { ...span, reason: 'A clash' } }));
  if (typeof answer !== 'string') turn.meant.push({ ...known, ...span });
  return `moves the ${line.kind} of ${line.start} to ${span.start}${typeof answer === 'string' ? ` (${answer})` : ''}`;
}

/** What stands in the manager's calendar of a pair's meetings that are no part of a series. */
export function singlesIn(calendar: readonly CalendarItem[], pair: PlayedPair, now: Instant): CalendarItem[] {
  const { two, three } = singleSubjects(pair);
  return calendar.filter(
    ({ subject, masterId, start }) => masterId === null && start > now && (subject === two || subject === three),
  );
}

/** Moves or cancels such a meeting in Outlook, or answers it. */
export async function changeSingleInOutlook(turn: Turn): Promise<string | null> {
  const { pair, now } = turn;
  const { manager, report, dice } = pair;
  const doer = dice.chance(25) ? report : manager;
  const item = dice.one(singlesIn(await calendarOf(doer, manager.zone, now.slice(0, 10), soon), pair, now));
  if (item === undefined) return null;
  const path = `/me/events/${encodeURIComponent(item.id)}`;
  if (doer === report) {
    const { status } = await report.outlook('POST', `${path}/decline`, { comment: 'Not for me', sendResponse: true });
    return `declines the follow-up of ${item.start} (${status})`;
  }
  if (dice.chance(40)) {
    const { status } = dice.chance(50)
      ? await manager.outlook('POST', `${path}/cancel`, { comment: 'Something came up' })
      : await manager.outlook('DELETE', path);
    if (status < 300) turn.meant.push({ ruleDay: item.id, masterId: null, start: null, end: null });
    return `cancels the follow-up of ${item.start} (${status})`;
  }
  const { start, end } = sometime(turn);
  const utc = (instant: Instant) => ({ dateTime: instant.slice(0, 19), timeZone: 'UTC' });
  const { status } = await manager.outlook('PATCH', path, { start: utc(start), end: utc(end) });
  if (status < 300) turn.meant.push({ ruleDay: item.id, masterId: null, start, end });
  return `moves the follow-up of ${item.start} to ${start} (${status})`;
}
