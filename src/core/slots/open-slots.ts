import { isInsideHours } from './calendars.ts';
import type { Calendar } from './calendars.ts';
import { free, shut } from './slot-state.ts';

const dayMilliseconds = 86_400_000;

/** What the days of a grid are made of. */
export interface DayFrame {
  readonly days: number;
  /** Whose weekday the first day is, Monday being 1. */
  readonly firstWeekday: number;
  readonly slotsPerDay: number;
  /** From one start to the next, in milliseconds. */
  readonly step: number;
  /** How long a meeting takes, in milliseconds. */
  readonly length: number;
  /** When each day begins. */
  readonly midnights: Float64Array;
  readonly startOf: (day: number, slot: number) => number;
  /** When the clock by which starts are counted changes. */
  readonly changes: readonly number[];
}

/** How much later than the frame's own a person's wall clock is at a moment that is a midnight of the frame. */
function aheadBy({ clock }: Calendar, midnight: number, day: number): number {
  return clock.wallOf(midnight) - day * dayMilliseconds;
}

/** Which starts of a day like this lie in everybody's hours, where no clock changes on it. */
function likeDay(frame: DayFrame, calendars: readonly Calendar[], day: number, wallDay: number): Int8Array {
  const open = new Int8Array(frame.slotsPerDay);
  const weekday = (frame.firstWeekday - 1 + day) % 7;
  for (const calendar of calendars) {
    const ahead = aheadBy(calendar, frame.midnights[day] ?? 0, wallDay);
    // The day before and the day after on their calendar may reach into this one.
    for (let beside = -1; beside <= 1; beside += 1) {
      if (!calendar.workdays.has(((weekday + beside + 7) % 7) + 1)) continue;
      const midnight = beside * dayMilliseconds - ahead;
      const first = Math.max(0, Math.ceil((midnight + calendar.opens) / frame.step));
      const last = Math.floor((midnight + calendar.closes - frame.length) / frame.step);
      for (let slot = first; slot <= last && slot < frame.slotsPerDay; slot += 1) open[slot] = (open[slot] ?? 0) + 1;
    }
  }
  for (let slot = 0; slot < open.length; slot += 1) open[slot] = open[slot] === calendars.length ? free : shut;
  return open;
}

/**
 * Marks every start inside everybody's working hours as free and the others as shut. Weeks repeat between two clock changes, so hours are
 * worked out for one week each time, and start by start only on days on which somebody's clock changes.
 */
export function markOpen(frame: DayFrame, calendars: readonly Calendar[], firstDay: number, states: Int8Array): void {
  const { days, slotsPerDay, midnights, length } = frame;
  const changes = [...frame.changes, ...calendars.flatMap(({ clock }) => clock.changes)].sort((a, b) => a - b);
  let week: (Int8Array | undefined)[] = [];
  let next = 0;
  for (let day = 0; day < days; day += 1) {
    const midnight = midnights[day] ?? 0;
    while ((changes[next] ?? Infinity) < midnight) {
      next += 1;
      week = [];
    }
    if ((changes[next] ?? Infinity) <= midnight + dayMilliseconds + length) {
      for (let slot = 0; slot < slotsPerDay; slot += 1) {
        const start = frame.startOf(day, slot);
        const isOpen = calendars.every((calendar) => isInsideHours(calendar, start, start + length));
        states[day * slotsPerDay + slot] = isOpen ? free : shut;
      }
      continue;
    }
    const like = (week[day % 7] ??= likeDay(frame, calendars, day, firstDay + day));
    states.set(like, day * slotsPerDay);
  }
}
