import { zoneClock } from '#core/slots/zone-clock.ts';
import type { SlotRequest } from '#core/slots/slot.ts';
import { addDays, dayNumber, millisecondsOf, minuteOfDay, timeFromMinuteOfDay } from '#core/time.ts';

const dayMilliseconds = 86_400_000;
const minuteMilliseconds = 60_000;

/** Whether something stands in somebody's calendar in a minute, counted from the first day's midnight. */
type IsTaken = (minute: number) => boolean;

/**
 * Looks at every minute of every meeting of every recurring time, and says of each how many meetings are taken. For people with the same
 * hours and zone and calendars of busy times, as the bench has them.
 */
function lookAtEveryMinute(request: SlotRequest, first: number, isTaken: IsTaken): Map<string, number> {
  const [{ workingHours: hours } = { workingHours: null }] = request.people;
  if (hours === null || request.rhythm.kind !== 'weekly') throw new Error('Not what the bench asks');
  const days = request.weeks * 7;
  const every = request.rhythm.every * 7;
  const clock = zoneClock(request.zone, request.from, addDays(request.from, days));
  const wall = dayNumber(request.from) * dayMilliseconds;
  const found = new Map<string, number>();
  for (let phase = 0; phase < every; phase += 1) {
    const weekday = ((phase + 7) % 7) + 1;
    if (!hours.days.some((day) => day === weekday)) continue;
    const last = minuteOfDay(hours.end) - request.minutes;
    for (let minute = minuteOfDay(hours.start); minute <= last; minute += request.stepMinutes) {
      let taken = 0;
      for (let day = phase; day < days; day += every) {
        const start = clock.momentOf(wall + day * dayMilliseconds + minute * minuteMilliseconds);
        const at = (start - first) / minuteMilliseconds;
        for (let each = at; each < at + request.minutes; each += 1) {
          if (!isTaken(each)) continue;
          taken += 1;
          break;
        }
      }
      found.set(`${addDays(request.from, phase)} ${timeFromMinuteOfDay(minute)}`, taken);
    }
  }
  return found;
}

function busyMinutes({ people, from }: SlotRequest): { first: number; starts: number[][]; ends: number[][] } {
  const first = dayNumber(from) * dayMilliseconds - dayMilliseconds;
  const minuteOf = (instant: string): number => (millisecondsOf(instant) - first) / minuteMilliseconds;
  return {
    first,
    starts: people.map(({ busy }) => busy.map(({ start }) => minuteOf(start))),
    ends: people.map(({ busy }) => busy.map(({ end }) => minuteOf(end))),
  };
}

/** For each minute, every meeting of everybody is looked at until one holds it. */
export function freeByMinuteScan(request: SlotRequest): Map<string, number> {
  const { first, starts, ends } = busyMinutes(request);
  return lookAtEveryMinute(request, first, (minute) => {
    for (const [person, theirs] of starts.entries()) {
      for (let at = 0; at < theirs.length; at += 1) {
        if ((theirs[at] ?? 0) <= minute && minute < (ends[person]?.[at] ?? 0)) return true;
      }
    }
    return false;
  });
}

/** Each minute of everybody's half year is marked once, and then only looked up. */
export function freeByBitmap(request: SlotRequest): Map<string, number> {
  const { first, starts, ends } = busyMinutes(request);
  const maps = starts.map((theirs, person) => {
    const map = new Uint8Array((request.weeks * 7 + 4) * 1440);
    for (let at = 0; at < theirs.length; at += 1) map.fill(1, theirs[at], ends[person]?.[at]);
    return map;
  });
  return lookAtEveryMinute(request, first, (minute) => maps.some((map) => map[minute] === 1));
}
