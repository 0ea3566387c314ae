import { addDays, minuteOfDay, millisecondsOf } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import type { ApartTime, Availability, BusyStatus, BusyTime, Clash, SlotRequest } from './slot.ts';
import { zoneClock } from './zone-clock.ts';
import type { ZoneClock } from './zone-clock.ts';

const dayMilliseconds = 86_400_000;
const minuteMilliseconds = 60_000;

/** A stretch of time in milliseconds since 1970, its end not included. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Stretches by their start, as numbers: calendars hold thousands. */
export interface Lane<Time> {
  readonly times: readonly Time[];
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** The latest end up to and with each: where a search for what still lasts may begin, however stretches lie in each other. */
  readonly reach: Float64Array;
}

/** One person's calendar, made ready to be asked many times. */
export interface Calendar {
  readonly personId: string;
  readonly workdays: ReadonlySet<number>;
  readonly opens: number;
  readonly closes: number;
  readonly clock: ZoneClock;
  readonly busy: Lane<BusyTime>;
}

/** Sorts stretches by start and reads their moments once. What takes no time is left out. */
export function laneOf<Time extends Pick<ApartTime, 'start' | 'end'>>(given: readonly Time[]): Lane<Time> {
  let inOrder = true;
  for (let at = 0; at < given.length && inOrder; at += 1) {
    const one = given[at];
    const before = given[at - 1];
    if (one === undefined || one.start >= one.end || (before !== undefined && before.start > one.start))
      inOrder = false;
  }
  const times = inOrder
    ? given
    : given
        .filter(({ start, end }) => start < end)
        .sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
  const starts = new Float64Array(times.length);
  const ends = new Float64Array(times.length);
  const reach = new Float64Array(times.length);
  let latest = -Infinity;
  for (let at = 0; at < times.length; at += 1) {
    const time = times[at];
    if (time === undefined) continue;
    const end = millisecondsOf(time.end);
    starts[at] = millisecondsOf(time.start);
    ends[at] = end;
    latest = Math.max(latest, end);
    reach[at] = latest;
  }
  return { times, starts, ends, reach };
}

/** What of a lane touches a stretch, in order. */
export function touching<Time>({ times, starts, ends, reach }: Lane<Time>, at: Stretch): Time[] {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reach[middle] ?? Infinity) > at.start) high = middle;
    else low = middle + 1;
  }
  const found: Time[] = [];
  for (let index = low; (starts[index] ?? Infinity) < at.end; index += 1) {
    const time = times[index];
    if (time !== undefined && (ends[index] ?? 0) > at.start) found.push(time);
  }
  return found;
}

/** The last day of a request's horizon. */
export function horizonEnd(request: Pick<SlotRequest, 'from' | 'weeks'>): LocalDate {
  return addDays(request.from, request.weeks * 7 - 1);
}

function calendarOf(availability: Availability, first: LocalDate, last: LocalDate): Calendar {
  const { workingHours: hours, personId } = availability;
  return {
    personId,
    workdays: new Set(hours.days),
    opens: minuteOfDay(hours.start) * minuteMilliseconds,
    // Midnight as an end is the end of the day.
    closes: hours.end === '00:00' ? dayMilliseconds : minuteOfDay(hours.end) * minuteMilliseconds,
    clock: zoneClock(hours.zone, first, last),
    busy: laneOf(availability.busy),
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

/**
 * What is in the way of a stretch: a meeting that stands apart before all; on a holiday or outside the hours of some that alone, as nobody
 * works then; else each person's own, without repeating.
 */
export function clashesAt(
  request: Pick<SlotRequest, 'holidays'>,
  calendars: readonly Calendar[],
  apart: Lane<ApartTime>,
  date: LocalDate,
  at: Stretch,
): Clash[] {
  const clashes = touching(apart, at).map(({ label }): Clash => ({ personId: null, kind: 'apart', label }));
  const holiday = request.holidays[date];
  if (holiday !== undefined) return [...clashes, { personId: null, kind: 'holiday', label: holiday }];
  const off = calendars.filter((calendar) => !isInsideHours(calendar, at.start, at.end));
  if (off.length > 1 && off.length === calendars.length)
    return [...clashes, { personId: null, kind: 'off', label: null }];
  if (off.length > 0)
    return [...clashes, ...off.map(({ personId }): Clash => ({ personId, kind: 'off', label: null }))];
  for (const { personId, busy } of calendars) {
    const times = touching(busy, at).sort((one, other) => severity[one.status] - severity[other.status]);
    for (const { status, label } of times) {
      if (clashes.some((one) => one.personId === personId && one.kind === status && one.label === label)) continue;
      clashes.push({ personId, kind: status, label });
    }
  }
  return clashes;
}
