import { occurrencesOf } from '#core/series/occurrences.ts';
import type { SeriesPlan } from '#core/series/series.ts';
import { findSlots } from '#core/slots/find-slots.ts';
import type { Availability, BusyTime, SlotRequest, WorkingHours } from '#core/slots/slot.ts';
import { addDays, addMinutes, instantOf, timeFromMinuteOfDay } from '#core/time.ts';
import type { Weekday } from '#core/time-types.ts';

const from = '2026-11-30';
const weeks = 26;
const blocksEach = 780;
const hours: WorkingHours = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', zone: 'Europe/London' };

/** The same half year of meetings each time: six a working day. */
function calendar(personId: string, seed: number): Availability {
  let state = seed;
  const next = (below: number): number => (state = (state * 16_807) % 2_147_483_647) % below;
  const busy = Array.from({ length: blocksEach }, (_, index): BusyTime => {
    const day = Math.floor(index / 6);
    const date = addDays(from, Math.floor(day / 5) * 7 + (day % 5));
    const start = instantOf(date, timeFromMinuteOfDay(540 + next(32) * 15), hours.zone);
    return { start, end: addMinutes(start, 15 + next(4) * 15), status: 'busy', label: null };
  });
  return { personId, workingHours: hours, busy };
}

const request: SlotRequest = {
  people: [calendar('manager', 7), calendar('report', 11)],
  rhythm: { kind: 'weekly', every: 2 },
  minutes: 30,
  zone: hours.zone,
  from,
  weeks,
  notBefore: `${from}T00:00:00.000Z`,
  holidays: {},
  stepMinutes: 30,
  most: 5,
};

/** How many meetings of the best recurring time are free, by the search the product uses. */
export function searchSlots(): number {
  return findSlots(request)[0]?.freeCount ?? 0;
}

function freeCount(plan: SeriesPlan): number {
  return occurrencesOf(plan).filter(({ start, end }) =>
    request.people.every(({ busy }) => busy.every((time) => time.start >= end || time.end <= start)),
  ).length;
}

/** The same number by holding every meeting of every time against every block of both calendars. */
export function scanSlots(): number {
  let best = 0;
  for (let day = 0; day < 14; day += 1) {
    const weekday = ((day % 7) + 1) as Weekday;
    if (!hours.days.includes(weekday)) continue;
    for (let minute = 540; minute + request.minutes <= 1020; minute += request.stepMinutes) {
      const plan: SeriesPlan = {
        pattern: { kind: 'weekly', every: 2, weekday },
        zone: hours.zone,
        startDate: addDays(from, day),
        startTime: timeFromMinuteOfDay(minute),
        minutes: request.minutes,
        untilDate: addDays(from, weeks * 7 - 1),
      };
      best = Math.max(best, freeCount(plan));
    }
  }
  return best;
}
