import type { WeeklyRhythm } from '../slots/slot.ts';
import { addInterval, daysBetween } from '../time.ts';
import type { Interval, LocalDate } from '../time-types.ts';

/** The last day on which the next meeting still keeps to an interval (OUT-1). */
export function dueOn(lastOn: LocalDate, interval: Interval): LocalDate {
  return addInterval(lastOn, interval);
}

/** The longest stretch between two neighbouring days, in days; 0 when there are fewer than two. Any order. */
export function longestGapDays(dates: readonly LocalDate[]): number {
  const sorted = [...dates].sort();
  let longest = 0;
  sorted.forEach((date, index) => {
    const before = sorted[index - 1];
    if (before !== undefined) longest = Math.max(longest, daysBetween(before, date));
  });
  return longest;
}

/** Whether a meeting on the second day is soon enough after one on the first. A month ends on the same day of the next, or on its last day. */
export function keepsTo(interval: Interval, from: LocalDate, to: LocalDate): boolean {
  return to <= addInterval(from, interval);
}

// How many days a run of so many months holds: fewest where February is in it, most from summer into winter.
const fewestDays = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334];
const mostDays = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337];

function fewestDaysIn(interval: Interval): number {
  if ('weeks' in interval) return interval.weeks * 7;
  return Math.floor(interval.months / 12) * 365 + (fewestDays[interval.months % 12] ?? 0);
}

function mostDaysIn(interval: Interval): number {
  if ('weeks' in interval) return interval.weeks * 7;
  return Math.floor(interval.months / 12) * 366 + (mostDays[interval.months % 12] ?? 0);
}

/** Whether keeping to the one always keeps to the other, in any month of any year. */
export function isAtLeastAsOften(interval: Interval, asked: Interval): boolean {
  if ('months' in interval && 'months' in asked) return interval.months <= asked.months;
  return mostDaysIn(interval) <= fewestDaysIn(asked);
}

/** The longest rhythm in whole weeks that always keeps to an interval: a month becomes every four weeks. */
export function rhythmFor(interval: Interval): WeeklyRhythm {
  return { kind: 'weekly', every: Math.max(1, Math.floor(fewestDaysIn(interval) / 7)) };
}
