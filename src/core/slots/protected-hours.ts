import { Refusal } from '../refusal.ts';
import { addDays, instantOf, weekdayOf } from '../time.ts';
import type { LocalDate, LocalTime, Weekday, Zone } from '../time-types.ts';
import type { BusyTime } from './slot.ts';

/** Hours somebody keeps free for work of their own, week after week, by the clock where they work. */
export interface ProtectedHours {
  readonly days: readonly Weekday[];
  readonly from: LocalTime;
  readonly until: LocalTime;
}

/** More than anybody keeps. */
export const mostProtected = 10;

/** Lets through hours that can be kept, days in order. @throws Refusal bad-request for hours that end before they begin, on no day, or too many */
export function requireProtected(hours: readonly ProtectedHours[]): ProtectedHours[] {
  if (hours.length > mostProtected) throw new Refusal('bad-request', { what: 'hours' });
  return hours.map(({ days, from, until }) => {
    if (days.length === 0 || until <= from) throw new Refusal('bad-request', { what: 'hours' });
    return { days: [...new Set(days)].sort((one, other) => one - other), from, until };
  });
}

/**
 * The hours as a calendar would show them, on every day from the first to the last. What is kept free is as taken as a meeting (OUT-3);
 * what it is for is nobody else's.
 */
export function protectedTimes(
  hours: readonly ProtectedHours[],
  zone: Zone,
  first: LocalDate,
  last: LocalDate,
): BusyTime[] {
  const times: BusyTime[] = [];
  for (let day = first; day <= last && hours.length > 0; day = addDays(day, 1))
    for (const { days, from, until } of hours) {
      if (!days.includes(weekdayOf(day))) continue;
      const [start, end] = [instantOf(day, from, zone), instantOf(day, until, zone)];
      times.push({ start, end, status: 'busy', label: null, isKeptFree: true });
    }
  return times;
}
