import { addDays, dayNumber, daysBetween, millisecondsOf, weekdayOf } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import type { Calendar, Stretch } from './calendars.ts';
import { laneOf } from './calendars.ts';
import { markOpen } from './open-slots.ts';
import type { DayFrame } from './open-slots.ts';
import type { SlotRequest } from './slot.ts';
import { barred, free, halfTaken, past, taken } from './slot-state.ts';
import { zoneClock } from './zone-clock.ts';

const dayMilliseconds = 86_400_000;
const minuteMilliseconds = 60_000;

/** Every start of every day, and how it stands. */
export interface AvailabilityGrid {
  readonly firstDate: LocalDate;
  readonly days: number;
  readonly slotsPerDay: number;
  readonly stepMinutes: number;
  /** By day, then slot. */
  readonly states: Int8Array;
  /** The moment at which a slot of a day starts. */
  readonly startOf: (day: number, slot: number) => number;
  /** How long a meeting takes, in milliseconds. */
  readonly length: number;
}

/** What may not be used although calendars are free: times promised elsewhere, and days that hold enough. */
export interface Blocked {
  readonly stretches: readonly Stretch[];
  readonly days: ReadonlySet<LocalDate>;
}

export const nothingBlocked: Blocked = { stretches: [], days: new Set() };

function frameOf(request: SlotRequest, firstDate: LocalDate, days: number): DayFrame {
  const clock = zoneClock(request.zone, firstDate, addDays(firstDate, days));
  const step = request.stepMinutes * minuteMilliseconds;
  const firstMidnight = dayNumber(firstDate) * dayMilliseconds;
  const midnights = new Float64Array(days);
  for (let day = 0; day < days; day += 1) midnights[day] = clock.momentOf(firstMidnight + day * dayMilliseconds);
  return {
    days,
    firstWeekday: weekdayOf(firstDate),
    slotsPerDay: Math.ceil(1440 / request.stepMinutes),
    step,
    length: request.minutes * minuteMilliseconds,
    midnights,
    startOf: (day, slot) => clock.momentOf(firstMidnight + day * dayMilliseconds + slot * step),
    changes: clock.changes,
  };
}

/** The last day that has begun at a moment; the first where none has. */
function dayAt({ midnights, days }: DayFrame, moment: number): number {
  let day = Math.floor((moment - (midnights[0] ?? 0)) / dayMilliseconds);
  day = Math.max(0, Math.min(days - 1, day));
  while (day + 1 < days && (midnights[day + 1] ?? 0) <= moment) day += 1;
  while (day > 0 && (midnights[day] ?? 0) > moment) day -= 1;
  return day;
}

interface Marker {
  /** Every start after one moment and before another, unless it stands worse. */
  readonly mark: (after: number, before: number, state: number) => void;
  /** Every start of a day. */
  readonly markDay: (day: number, state: number) => void;
}

/** Marks starts over stretches of time, touching no others. */
function markerOf(frame: DayFrame, states: Int8Array): Marker {
  const { midnights, days, slotsPerDay, step, startOf } = frame;
  // Days on which starts are not evenly apart, as the clocks change.
  const uneven = new Uint8Array(days);
  for (const moment of frame.changes) uneven[dayAt(frame, moment)] = 1;
  const markUneven = (day: number, after: number, before: number, state: number): void => {
    for (let slot = 0; slot < slotsPerDay; slot += 1) {
      const start = startOf(day, slot);
      if (start > after && start < before) worsen(states, day * slotsPerDay + slot, state);
    }
  };
  const mark = (after: number, before: number, state: number): void => {
    let day = dayAt(frame, after);
    // A start that the clocks skip before midnight comes after it.
    if (uneven[day - 1] === 1) day -= 1;
    for (; day < days && (midnights[day] ?? 0) < before; day += 1) {
      if (uneven[day] === 1) {
        markUneven(day, after, before, state);
        continue;
      }
      const midnight = midnights[day] ?? 0;
      const from = Math.max(0, Math.floor((after - midnight) / step) + 1);
      const to = Math.min(slotsPerDay, Math.ceil((before - midnight) / step));
      const base = day * slotsPerDay;
      for (let index = base + from; index < base + to; index += 1) worsen(states, index, state);
    }
  };
  const markDay = (day: number, state: number): void => {
    for (let slot = 0; slot < slotsPerDay; slot += 1) worsen(states, day * slotsPerDay + slot, state);
  };
  return { mark, markDay };
}

// What is shut stays so, unless it may not be used at all.
function worsen(states: Int8Array, index: number, state: number): void {
  const now = states[index];
  if (now === undefined) return;
  if (state < free ? now > state : now >= free && now < state) states[index] = state;
}

/**
 * Looks at every start on the step, from a day on. Hours are marked week by week and each stretch that is taken marks the starts it is in the
 * way of, so the cost is what calendars hold and not the length of the horizon times people.
 */
export function availabilityGrid(
  request: SlotRequest,
  calendars: readonly Calendar[],
  blocked: Blocked,
  firstDate: LocalDate,
  days: number,
): AvailabilityGrid {
  const frame = frameOf(request, firstDate, days);
  const { slotsPerDay, length } = frame;
  const states = new Int8Array(days * slotsPerDay);
  markOpen(frame, calendars, dayNumber(firstDate), states);
  const marker = markerOf(frame, states);
  for (const date of Object.keys(request.holidays)) {
    const day = daysBetween(firstDate, date);
    if (day >= 0 && day < days) marker.markDay(day, taken);
  }
  for (const { busy } of calendars) {
    const { times, starts, ends } = busy;
    for (let at = 0; at < times.length; at += 1) {
      const state = times[at]?.status === 'tentative' ? halfTaken : taken;
      marker.mark((starts[at] ?? 0) - length, ends[at] ?? 0, state);
    }
  }
  const apart = laneOf(request.apart ?? []);
  apart.starts.forEach((start, at) => {
    marker.mark(start - length, apart.ends[at] ?? 0, taken);
  });
  for (const { start, end } of blocked.stretches) marker.mark(start - length, end, barred);
  for (const date of blocked.days) {
    const day = daysBetween(firstDate, date);
    if (day >= 0 && day < days) marker.markDay(day, barred);
  }
  marker.mark(-Infinity, millisecondsOf(request.notBefore), past);
  return { firstDate, days, slotsPerDay, stepMinutes: request.stepMinutes, states, startOf: frame.startOf, length };
}
