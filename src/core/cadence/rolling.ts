import { addMonths } from '../time.ts';
import type { LocalDate } from '../time-types.ts';

/** The fewest days of so many months: February in them, and no leap year. */
const fewestDays = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334];

/** The most weeks between two meetings with which any stretch of so many months holds so many (OD3a-1): 13 for 4 in 12. */
export function weeksThatKeep(count: number, months: number): number {
  const days = Math.floor(months / 12) * 365 + (fewestDays[months % 12] ?? 0);
  return Math.max(1, Math.floor(days / (7 * count)));
}

/** Whether days in order hold so many in every stretch of so many months: each is followed, so many later, by one no later than its anniversary. */
export function keepsRolling(days: readonly LocalDate[], count: number, months: number): boolean {
  return days.every((day, index) => {
    const later = days[index + count];
    return later === undefined || later <= addMonths(day, months);
  });
}
