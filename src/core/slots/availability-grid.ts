import { addDays, dayNumber, daysBetween, millisecondsOf } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import { isInsideHours, mergeStretches } from './calendars.ts';
import type { Calendar, Stretch } from './calendars.ts';
import type { SlotRequest } from './slot.ts';
import { zoneClock } from './zone-clock.ts';

const dayMilliseconds = 86_400_000;
const minuteMilliseconds = 60_000;

/** How bad a start is: what cannot be at all, free, half in the way, in the way. */
export const shut = -1;
export const free = 0;
export const halfTaken = 1;
export const taken = 2;

/** Every start of every day, looked at once. */
export interface AvailabilityGrid {
  readonly firstDate: LocalDate;
  readonly days: number;
  readonly slotsPerDay: number;
  readonly stepMinutes: number;
  /** By day, then slot: shut, free, halfTaken or taken. */
  readonly states: Int8Array;
  /** By day, then slot: the moment it starts. */
  readonly starts: Float64Array;
  /** How long a meeting takes, in milliseconds. */
  readonly length: number;
}

/** What may not be used although calendars are free: times promised elsewhere, and days that hold enough. */
export interface Blocked {
  /** By start. */
  readonly stretches: readonly Stretch[];
  readonly days: ReadonlySet<LocalDate>;
}

export const nothingBlocked: Blocked = { stretches: [], days: new Set() };

/** Hands out, day after day, the stretches that touch a window. Windows must come in order of time. */
function sweep(merged: readonly Stretch[]): (window: Stretch) => readonly Stretch[] {
  let next = 0;
  return (window) => {
    while ((merged[next]?.end ?? Infinity) <= window.start) next += 1;
    let end = next;
    while ((merged[end]?.start ?? Infinity) < window.end) end += 1;
    return merged.slice(next, end);
  };
}

// Plain loops over numbers: this is asked for every start of half a year.
function touches(stretches: readonly Stretch[], start: number, end: number): boolean {
  for (const one of stretches) if (one.start < end && one.end > start) return true;
  return false;
}

function isOpenForAll(calendars: readonly Calendar[], start: number, end: number): boolean {
  for (const calendar of calendars) if (!isInsideHours(calendar, start, end)) return false;
  return true;
}

/** Looks at every start on the step, from a day on: merged calendars are swept once, each day meeting only what touches it. */
export function availabilityGrid(
  request: SlotRequest,
  calendars: readonly Calendar[],
  blocked: Blocked,
  firstDate: LocalDate,
  days: number,
): AvailabilityGrid {
  const slotsPerDay = Math.ceil(1440 / request.stepMinutes);
  const length = request.minutes * minuteMilliseconds;
  const clock = zoneClock(request.zone, firstDate, addDays(firstDate, days));
  const notBefore = millisecondsOf(request.notBefore);
  const firm = calendars.map((calendar) => sweep(calendar.firm));
  const tentative = calendars.map((calendar) => sweep(calendar.tentative));
  const promised = sweep(mergeStretches(blocked.stretches));
  const states = new Int8Array(days * slotsPerDay).fill(shut);
  const starts = new Float64Array(days * slotsPerDay);
  const firstMidnight = dayNumber(firstDate) * dayMilliseconds;
  for (let day = 0; day < days; day += 1) {
    const date = addDays(firstDate, day);
    const midnight = firstMidnight + day * dayMilliseconds;
    // Skipped hours put a start up to an hour or two past midnight.
    const window = {
      start: clock.momentOf(midnight),
      end: clock.momentOf(midnight + dayMilliseconds) + dayMilliseconds,
    };
    const firmToday = firm.flatMap((next) => next(window));
    const tentativeToday = tentative.flatMap((next) => next(window));
    const blockedToday = promised(window);
    const isHoliday = request.holidays[date] !== undefined;
    const isFull = blocked.days.has(date);
    for (let slot = 0; slot < slotsPerDay; slot += 1) {
      const index = day * slotsPerDay + slot;
      const start = clock.momentOf(midnight + slot * request.stepMinutes * minuteMilliseconds);
      starts[index] = start;
      const end = start + length;
      if (isFull || start < notBefore || !isOpenForAll(calendars, start, end)) continue;
      if (touches(blockedToday, start, end)) continue;
      if (isHoliday || touches(firmToday, start, end)) states[index] = taken;
      else states[index] = touches(tentativeToday, start, end) ? halfTaken : free;
    }
  }
  return { firstDate, days, slotsPerDay, stepMinutes: request.stepMinutes, states, starts, length };
}

/** Which day of a grid a date is, or -1. */
export function dayIndexOf(grid: AvailabilityGrid, date: LocalDate): number {
  const day = daysBetween(grid.firstDate, date);
  return day >= 0 && day < grid.days ? day : -1;
}
