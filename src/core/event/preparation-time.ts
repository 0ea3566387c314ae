import { freeTimesOn } from '../slots/find-slots.ts';
import type { Availability } from '../slots/slot.ts';
import { addDays, addMinutes, localDateOf } from '../time.ts';
import type { Instant, LocalDate } from '../time-types.ts';

/** How many days before the meeting time to prepare may stand: a long weekend, and not last week. */
const mostDaysBefore = 4;
const stepMinutes = 5;

/**
 * When to prepare for a meeting, in one person's working hours and where their calendar is free: right before it; else as late as
 * possible on the same day; else on the working day before (ESS-4). Null: no such time is left.
 */
export function preparationTime(
  start: Instant,
  minutes: number,
  calendar: Availability,
  known: { readonly now: Instant; readonly holidays: Readonly<Record<LocalDate, string>> },
): { readonly start: Instant; readonly end: Instant } | null {
  const { zone } = calendar.workingHours;
  const day = localDateOf(start, zone);
  const request = {
    people: [calendar],
    rhythm: { kind: 'weekly', every: 1 },
    minutes,
    zone,
    from: addDays(day, -mostDaysBefore),
    weeks: 1,
    notBefore: known.now,
    holidays: known.holidays,
    stepMinutes,
    most: 1,
  } as const;
  for (let before = 0; before <= mostDaysBefore; before += 1) {
    const free = freeTimesOn(request, addDays(day, -before));
    const last = free.findLast((one) => one.end <= start && one.start > known.now);
    if (last !== undefined) return last;
  }
  return null;
}

/** The time right before a meeting, whatever else stands there; null: it has begun. */
export function rightBefore(
  start: Instant,
  minutes: number,
  now: Instant,
): { readonly start: Instant; readonly end: Instant } | null {
  const begin = addMinutes(start, -minutes);
  return begin > now ? { start: begin, end: start } : null;
}
