import { addDays, dayNumber, offsetChanges } from '../time.ts';
import type { LocalDate, Zone } from '../time-types.ts';

/** Turns wall time into moments and back for one zone over a stretch of days, by adding: the zone's rules are read once. Everything in milliseconds. */
export interface ZoneClock {
  /** The moment at which the wall clock, itself counted from 1970, shows this. A skipped time becomes the later one, one shown twice the first. */
  readonly momentOf: (wall: number) => number;
  readonly wallOf: (moment: number) => number;
  /** The moments at which the clocks change, in order. */
  readonly changes: readonly number[];
}

const dayMilliseconds = 86_400_000;
// No zone is further from UTC than 14 hours.
const marginDays = 2;

/** A clock that is right from the first day given to the last. */
export function zoneClock(zone: Zone, firstDate: LocalDate, lastDate: LocalDate): ZoneClock {
  const from = dayNumber(addDays(firstDate, -marginDays)) * dayMilliseconds;
  const to = dayNumber(addDays(lastDate, marginDays)) * dayMilliseconds;
  const changes = offsetChanges(zone, from, to);
  const offsetAt = (moment: number): number => {
    let offset = changes[0]?.offset ?? 0;
    for (const change of changes) if (change.at <= moment) offset = change.offset;
    return offset;
  };
  const momentOf = (wall: number): number => {
    let before = changes[0]?.offset ?? 0;
    for (const [index, { at, offset }] of changes.entries()) {
      const moment = wall - offset;
      // Earlier than this offset begins, yet later than the one before it ended: the clocks skipped it.
      if (index > 0 && moment < at) return wall - before;
      if (moment < (changes[index + 1]?.at ?? Infinity)) return moment;
      before = offset;
    }
    return wall - before;
  };
  return { momentOf, wallOf: (moment) => moment + offsetAt(moment), changes: changes.slice(1).map(({ at }) => at) };
}
