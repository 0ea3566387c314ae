import { addDays, localDateOf, minutesBetween, weekdayOf } from '../time.ts';
import type { Instant, LocalDate, Zone } from '../time-types.ts';
import type { BetterTime } from './offer.ts';

/** Working days both are left with before the old time and the new one. */
const leastWorkingDays = 2;
const onceInMinutes = 7 * 24 * 60;

/** Working days strictly between two days: Monday to Friday, no holidays. */
export function workingDaysBetween(
  from: LocalDate,
  to: LocalDate,
  holidays: Readonly<Record<LocalDate, string>>,
): number {
  let count = 0;
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) {
    if (weekdayOf(day) <= 5 && holidays[day] === undefined) count += 1;
  }
  return count;
}

/**
 * Whether a clashing meeting may be moved without anybody pressing anything: both asked for that, it was not
 * moved so in the last week, nobody is surprised, and what is asked is still kept.
 */
export function mayMoveByItself(
  better: BetterTime,
  known: {
    readonly bothAsked: boolean;
    readonly lastMovedAt: Instant | null;
    readonly now: Instant;
    readonly zone: Zone;
    readonly holidays: Readonly<Record<LocalDate, string>>;
  },
): boolean {
  const { bothAsked, lastMovedAt, now, zone, holidays } = known;
  if (!bothAsked || better.kind !== 'clash' || better.to === null || !better.isInTime) return false;
  if (lastMovedAt !== null && minutesBetween(lastMovedAt, now) < onceInMinutes) return false;
  const today = localDateOf(now, zone);
  return [better.start, better.to.start].every(
    (start) => workingDaysBetween(today, localDateOf(start, zone), holidays) >= leastWorkingDays,
  );
}
