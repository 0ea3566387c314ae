import { addDays, addMonths } from '../time.ts';
import type { LocalDate } from '../time-types.ts';

/** One time round of a yearly meeting: it may be held from the one day, and is asked for by the other. */
export interface YearlyRound {
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** The anchor's day in a year: 29 February becomes the 28th where the year has none. */
function inYear(anchor: LocalDate, year: number): LocalDate {
  return addMonths(anchor, (year - yearOf(anchor)) * 12);
}

function round(anchor: LocalDate, windowDays: number, year: number): YearlyRound {
  const dueOn = inYear(anchor, year);
  const [before, opens] = [addDays(inYear(anchor, year - 1), 1), addDays(dueOn, -windowDays)];
  return { dueOn, opensOn: opens > before ? opens : before };
}

/** The first round asked for on a day or later. */
export function roundDueFrom(anchor: LocalDate, windowDays: number, day: LocalDate): YearlyRound {
  const year = yearOf(day);
  const same = round(anchor, windowDays, year);
  return same.dueOn >= day ? same : round(anchor, windowDays, year + 1);
}

/** The round that comes after the one a meeting on that day was held for: each is for the last round that had opened. */
export function roundAfter(anchor: LocalDate, windowDays: number, heldOn: LocalDate): YearlyRound {
  const year = yearOf(heldOn);
  const following = [year, year + 1, year + 2].map((one) => round(anchor, windowDays, one));
  return following.find(({ opensOn }) => opensOn > heldOn) ?? round(anchor, windowDays, year + 3);
}
