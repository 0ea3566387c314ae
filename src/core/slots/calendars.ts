import { addDays, minuteOfDay, millisecondsOf } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import type { Availability, BusyStatus, BusyTime, Clash, SlotRequest } from './slot.ts';
import { zoneClock } from './zone-clock.ts';
import type { ZoneClock } from './zone-clock.ts';

const dayMilliseconds = 86_400_000;
const minuteMilliseconds = 60_000;

/** A stretch of time in milliseconds since 1970, its end not included. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Block extends Stretch {
  readonly time: BusyTime;
}

/** One person's calendar, made ready to be asked many times. */
export interface Calendar {
  readonly personId: string;
  readonly workdays: ReadonlySet<number>;
  readonly opens: number;
  readonly closes: number;
  readonly clock: ZoneClock;
  /** By start; what takes no time is left out. */
  readonly blocks: readonly Block[];
  /** Neither overlapping nor touching, by start. */
  readonly firm: readonly Stretch[];
  readonly tentative: readonly Stretch[];
}

/** Joins stretches sorted by start where they overlap or touch, so that their ends are in order too. */
export function mergeStretches(sorted: readonly Stretch[]): Stretch[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** The last day of a request's horizon. */
export function horizonEnd(request: Pick<SlotRequest, 'from' | 'weeks'>): LocalDate {
  return addDays(request.from, request.weeks * 7 - 1);
}

function calendarOf(availability: Availability, first: LocalDate, last: LocalDate): Calendar {
  const { workingHours: hours, personId } = availability;
  const blocks = availability.busy
    .map((time) => ({ time, start: millisecondsOf(time.start), end: millisecondsOf(time.end) }))
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start);
  const of = (isTentative: boolean): Stretch[] =>
    mergeStretches(blocks.filter(({ time }) => (time.status === 'tentative') === isTentative));
  return {
    personId,
    workdays: new Set(hours.days),
    opens: minuteOfDay(hours.start) * minuteMilliseconds,
    // Midnight as an end is the end of the day.
    closes: hours.end === '00:00' ? dayMilliseconds : minuteOfDay(hours.end) * minuteMilliseconds,
    clock: zoneClock(hours.zone, first, last),
    blocks,
    firm: of(false),
    tentative: of(true),
  };
}

/** Everybody's calendar over the days of a request. */
export function calendarsOf(request: SlotRequest, first = request.from, last = horizonEnd(request)): Calendar[] {
  return request.people.map((person) => calendarOf(person, first, last));
}

/** Whether a stretch lies inside somebody's working hours, on one of their days, by their own clock. In milliseconds. */
export function isInsideHours(calendar: Calendar, start: number, end: number): boolean {
  const wallStart = calendar.clock.wallOf(start);
  const day = Math.floor(wallStart / dayMilliseconds);
  // 1 January 1970 was a Thursday.
  if (!calendar.workdays.has(((day + 3) % 7) + 1)) return false;
  const midnight = day * dayMilliseconds;
  return wallStart >= midnight + calendar.opens && calendar.clock.wallOf(end) <= midnight + calendar.closes;
}

const severity: Record<BusyStatus, number> = { away: 0, busy: 1, tentative: 2 };

/** What is in the way of a stretch: on a holiday that alone, as nobody works; else each person's own, without repeating. */
export function clashesAt(request: SlotRequest, calendars: readonly Calendar[], date: LocalDate, at: Stretch): Clash[] {
  const holiday = request.holidays[date];
  if (holiday !== undefined) return [{ personId: null, kind: 'holiday', label: holiday }];
  const clashes: Clash[] = [];
  for (const { personId, blocks } of calendars) {
    const times: BusyTime[] = [];
    for (const { start, end, time } of blocks) {
      if (start >= at.end) break;
      if (end > at.start) times.push(time);
    }
    times.sort((one, other) => severity[one.status] - severity[other.status]);
    for (const { status, label } of times) {
      if (clashes.some((one) => one.personId === personId && one.kind === status && one.label === label)) continue;
      clashes.push({ personId, kind: status, label });
    }
  }
  return clashes;
}
