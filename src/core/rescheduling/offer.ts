import { keepsTo } from '../cadence/cadence.ts';
import type { Finding } from '../policy/finding.ts';
import { calendarsOf, touching } from '../slots/calendars.ts';
import { withoutOwn, withTaken, type OwnTime } from '../slots/own-times.ts';
import type { SlotRequest } from '../slots/slot.ts';
import { addDays, addInterval, localDateOf, millisecondsOf } from '../time.ts';
import type { Interval, LocalDate } from '../time-types.ts';
import { bestTime, type TimeSpan } from './best-time.ts';

/** A one-to-one still to come, with what stands in both calendars because of it. */
export interface ComingMeeting extends TimeSpan {
  readonly id: string;
  /** Itself, and time kept to prepare for it. */
  readonly own: readonly OwnTime[];
}

/** One pair's coming one-to-ones, and all that a better time for them has to respect. */
export interface PairAhead {
  /** Calendars of the two; its zone names the days. */
  readonly request: SlotRequest;
  /** By start. */
  readonly coming: readonly ComingMeeting[];
  /** The last one-to-one before them: none may be moved to its day. */
  readonly previousOn: LocalDate | null;
  readonly today: LocalDate;
  /** The first day that keeps the notice the two agreed (OD3a-10). */
  readonly noticed: LocalDate;
  /** How often they are asked to meet, as found today; null: they are not. */
  readonly finding: Pick<Finding, 'state' | 'dueOn' | 'clause' | 'values'> | null;
  /** How far apart one-to-ones may be; null: nothing says so. */
  readonly every: Interval | null;
}

/** A better time for a coming one-to-one, or for one that is missing before it. */
export interface BetterTime extends TimeSpan {
  readonly kind: 'clash' | 'late';
  /** Moving the meeting, or putting another one in before it. */
  readonly step: 'move' | 'put-in';
  readonly meetingId: string;
  readonly clashes: readonly FirmClash[];
  /** By when the policy asks for it; null: by no day. */
  readonly dueOn: LocalDate | null;
  readonly clause: string | null;
  readonly isOverdue: boolean;
  /** When both can; null: not soon. */
  readonly to: TimeSpan | null;
  /** Whether that keeps to the day it is due. */
  readonly isInTime: boolean;
}

/** A time that people have something else in mind for: a one-to-one of another pair, or a better time offered for one. */
export interface TakenTime extends TimeSpan {
  readonly personIds: readonly string[];
}

/** What is being looked at: a pair, and what was found for its earlier meetings. */
interface Looking {
  readonly ahead: PairAhead;
  readonly taken: readonly TakenTime[];
  /** Meetings that stay where they are, as somebody said. */
  readonly stays: ReadonlySet<string>;
  readonly found: readonly BetterTime[];
}

/** A meeting moves by less than a week, as in a series. */
const withinDays = 6;
const lookAheadDays = 14;

/** What keeps one of the two from coming, or a day nobody works. Something tentative does not, nor do hours they chose themselves. */
export interface FirmClash {
  readonly personId: string | null;
  readonly kind: 'away' | 'busy' | 'holiday';
  readonly label: string | null;
}

/** What stands in the way of a meeting since it was put there. */
export function firmClashes(request: SlotRequest, meeting: ComingMeeting): readonly FirmClash[] {
  const people = request.people.map((calendar) => withoutOwn(calendar, meeting.own));
  const day = localDateOf(meeting.start, request.zone);
  const holiday = request.holidays[day];
  if (holiday !== undefined) return [{ personId: null, kind: 'holiday', label: holiday }];
  const at = { start: millisecondsOf(meeting.start), end: millisecondsOf(meeting.end) };
  return calendarsOf({ ...request, people }, day, addDays(day, 1)).flatMap(({ personId, busy }) => {
    const firm = touching(busy, at).flatMap(({ status, label, isKeptFree }) =>
      status === 'tentative' || isKeptFree === true ? [] : [{ personId, kind: status, label }],
    );
    // One thing for each of the two is enough to know; being away says more than being busy.
    return firm.find(({ kind }) => kind === 'away') ?? firm[0] ?? [];
  });
}

function dayOf(ahead: PairAhead, at: number): LocalDate | null {
  const meeting = ahead.coming[at];
  return meeting === undefined ? null : localDateOf(meeting.start, ahead.request.zone);
}

/** The last day on which the meeting may stand: as it is, or where a better time for it was found. */
function lastDayOf({ ahead, found }: Looking, at: number): LocalDate | null {
  const id = ahead.coming[at]?.id;
  const offered = found.find(({ meetingId }) => meetingId === id)?.to ?? null;
  const day = dayOf(ahead, at);
  return offered === null || day === null ? day : latest(day, localDateOf(offered.start, ahead.request.zone));
}

function latest(...days: readonly (LocalDate | null)[]): LocalDate {
  return days.reduce<LocalDate>((one, day) => (day !== null && day > one ? day : one), '');
}

function earliest(first: LocalDate, ...days: readonly (LocalDate | null)[]): LocalDate {
  return days.reduce<LocalDate>((one, day) => (day !== null && day < one ? day : one), first);
}

/** The calendars as they are once this meeting gives its own time up, and everything else comes about that is meant to. */
function requestWithout({ ahead, taken, found }: Looking, meeting: ComingMeeting): SlotRequest {
  const offered = found.flatMap(({ to }) => to ?? []);
  const people = ahead.request.people.map((calendar) =>
    withTaken(withoutOwn(calendar, meeting.own), [
      ...offered,
      ...taken.filter(({ personIds }) => personIds.includes(calendar.personId)),
    ]),
  );
  return { ...ahead.request, people };
}

/** The day by which a coming one-to-one is asked for, where it keeps to it as it stands; null: none. */
function dueOf(ahead: PairAhead, at: number): LocalDate | null {
  const day = dayOf(ahead, at);
  const before = dayOf(ahead, at - 1);
  const due =
    at === 0
      ? (ahead.finding?.dueOn ?? null)
      : before === null || ahead.every === null
        ? null
        : addInterval(before, ahead.every);
  return day === null || due === null || day > due ? null : due;
}

function clashOf(looking: Looking, meeting: ComingMeeting, at: number): BetterTime | null {
  const { ahead } = looking;
  if (looking.stays.has(meeting.id)) return null;
  const clashes = firmClashes(ahead.request, meeting);
  if (clashes.length === 0) return null;
  const day = localDateOf(meeting.start, ahead.request.zone);
  const before = at === 0 ? ahead.previousOn : lastDayOf(looking, at - 1);
  const after = dayOf(ahead, at + 1);
  const from = latest(addDays(day, -withinDays), before === null ? null : addDays(before, 1), ahead.noticed);
  const to = earliest(addDays(day, withinDays), after === null ? null : addDays(after, -1));
  const due = dueOf(ahead, at);
  const request = requestWithout(looking, meeting);
  const wish = { from, to, nearDay: day, usual: meeting.start };
  const inTime = due === null ? null : bestTime(request, { ...wish, to: earliest(to, due) });
  const found = inTime ?? bestTime(request, wish);
  return {
    kind: 'clash',
    step: 'move',
    meetingId: meeting.id,
    start: meeting.start,
    end: meeting.end,
    clashes,
    dueOn: due,
    clause: due === null ? null : (ahead.finding?.clause ?? null),
    isOverdue: false,
    to: found,
    isInTime: due === null || inTime !== null,
  };
}

/** The meeting that comes too late, by its place: the first that is asked for before the day it stands on. Null: none does. */
function lateAt({ finding, coming, request }: PairAhead): number | null {
  const dueOn = finding?.dueOn ?? null;
  if (finding === null || dueOn === null) return null;
  if (finding.state === 'overdue') return 0;
  if (finding.state !== 'due') return null;
  const inTime = coming.filter(({ start }) => localDateOf(start, request.zone) <= dueOn).length;
  return inTime >= Number(finding.values['remaining'] ?? 1) ? null : inTime;
}

function lateOf(looking: Looking): BetterTime | null {
  const { ahead } = looking;
  const at = lateAt(ahead);
  const meeting = at === null ? undefined : ahead.coming[at];
  const { finding, today, every } = ahead;
  const dueOn = finding?.dueOn ?? null;
  if (at === null || meeting === undefined || finding === null || dueOn === null) return null;
  if (looking.stays.has(meeting.id) || looking.found.some(({ meetingId }) => meetingId === meeting.id)) return null;
  const day = localDateOf(meeting.start, ahead.request.zone);
  const before = at === 0 ? ahead.previousOn : lastDayOf(looking, at - 1);
  const from = latest(addDays(today, 1), before === null ? null : addDays(before, 1), ahead.noticed);
  const lastBefore = earliest(addDays(day, -1), addDays(from, lookAheadDays));
  const request = requestWithout(looking, meeting);
  const wish = { from, nearDay: null, usual: meeting.start };
  const inTime = bestTime(request, { ...wish, to: earliest(lastBefore, dueOn) });
  const to = inTime ?? bestTime(request, { ...wish, to: lastBefore });
  if (to === null) return null;
  const following = dayOf(ahead, at + 1);
  const movedTo = localDateOf(to.start, request.zone);
  // Brought forward, the one after it must not come too late in its turn: then another one is put in instead.
  const isMove = following === null || every === null || keepsTo(every, movedTo, following);
  return {
    kind: 'late',
    step: isMove ? 'move' : 'put-in',
    meetingId: meeting.id,
    start: meeting.start,
    end: meeting.end,
    clashes: [],
    dueOn,
    clause: finding.clause,
    isOverdue: finding.state === 'overdue',
    to,
    isInTime: inTime !== null,
  };
}

/**
 * Better times for a pair: for each coming one-to-one that now clashes with a calendar or falls on a holiday, and for one that comes later
 * than the policy asks, the next time both can make (OUT-1, OUT-3, OD3a-1, ESS-1, FORM-1). By start; one for each meeting, a clash first.
 * No time is offered twice, nor one that is taken; a meeting that stays is left out.
 */
export function betterTimes(
  ahead: PairAhead,
  taken: readonly TakenTime[] = [],
  stays: ReadonlySet<string> = new Set(),
): BetterTime[] {
  const found: BetterTime[] = [];
  for (const [at, meeting] of ahead.coming.entries()) {
    const clash = clashOf({ ahead, taken, stays, found }, meeting, at);
    if (clash !== null) found.push(clash);
  }
  const late = lateOf({ ahead, taken, stays, found });
  return [...found, ...(late === null ? [] : [late])].sort((one, other) => (one.start < other.start ? -1 : 1));
}
