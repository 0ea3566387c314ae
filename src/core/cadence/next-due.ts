import { addDays, addInterval, addMonths } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import type { RollingCadence, Term, TermCadence } from './cadence-kind.ts';

/** How many a count asks for, and by when. */
export interface CountDue {
  /** The last day on which the count is still kept with nothing more held before it. */
  readonly dueOn: LocalDate;
  /** How many are to be held up to that day; at least one. */
  readonly remaining: number;
  /** How many count today. */
  readonly counted: number;
}

/** A stretch that ends today no longer holds a meeting whose anniversary it is. */
function counts(heldOn: LocalDate, today: LocalDate, months: number): boolean {
  return addMonths(heldOn, months) > today;
}

/** The last day of so many months that begin on a day. */
function lastDayOf(months: number, from: LocalDate): LocalDate {
  return addDays(addMonths(from, months), -1);
}

/** The day by which the first stretch wants the next meeting, or null once it holds as many as it asks for. */
function dueInFirstStretch(cadence: RollingCadence, startedOn: LocalDate, held: number): LocalDate | null {
  if (held >= cadence.count) return null;
  if (!cadence.evenly) return lastDayOf(cadence.months, startedOn);
  return lastDayOf(Math.floor(((held + 1) * cadence.months) / cadence.count), startedOn);
}

function expectedBy(cadence: RollingCadence, startedOn: LocalDate, today: LocalDate): number {
  if (!cadence.evenly || lastDayOf(cadence.months, startedOn) < today) return cadence.count;
  let expected = 0;
  while (expected < cadence.count && (dueInFirstStretch(cadence, startedOn, expected) ?? today) <= today) expected += 1;
  return expected;
}

/**
 * When a rolling count asks for more: at least so many in any stretch of so many months, the first one beginning with the pair
 * (OD3a-1, FORM-1). Days held are sorted and not after today.
 */
export function countDue(
  cadence: RollingCadence,
  heldOn: readonly LocalDate[],
  startedOn: LocalDate,
  today: LocalDate,
): CountDue {
  const counted = heldOn.filter((day) => counts(day, today, cadence.months)).length;
  const first = dueInFirstStretch(cadence, startedOn, heldOn.length);
  const leaves = heldOn.at(-cadence.count);
  const rolling = leaves === undefined ? null : addMonths(leaves, cadence.months);
  const firstEnds = lastDayOf(cadence.months, startedOn);
  const dueOn = first ?? (rolling !== null && rolling > firstEnds ? rolling : firstEnds);
  const wanted = dueOn >= today ? (first === null || cadence.evenly ? 1 : cadence.count - heldOn.length) : 0;
  return { dueOn, counted, remaining: Math.max(1, wanted, expectedBy(cadence, startedOn, today) - counted) };
}

/** What the terms ask for: the term it is about, and whether one was missed. */
export interface TermDue {
  readonly term: Term;
  readonly dueOn: LocalDate;
  readonly isMissed: boolean;
}

/**
 * The term the next meeting is asked for in: one that ended without, the running one, or the next (FORM-1). A term is asked of
 * a pair that had a chance in it: one that began on its last day is not. Null where no term is known that is still to end.
 */
export function termDue(
  cadence: TermCadence,
  heldOn: readonly LocalDate[],
  startedOn: LocalDate,
  today: LocalDate,
): TermDue | null {
  const terms = cadence.terms
    .filter((term) => term.to > startedOn)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const ended = terms.findLast((term) => term.to < today);
  const isHeldSince = (day: LocalDate): boolean => heldOn.some((held) => held >= day);
  if (ended !== undefined && !isHeldSince(ended.from)) return { term: ended, dueOn: ended.to, isMissed: true };
  const ahead = terms.find((term) => term.to >= today && !heldOn.some((held) => held >= term.from && held <= term.to));
  return ahead === undefined ? null : { term: ahead, dueOn: ahead.to, isMissed: false };
}

/** The window the next meeting falls into after one on that day (ESS-1). */
export function windowAfter(
  cadence: { readonly from: Parameters<typeof addInterval>[1]; readonly to: Parameters<typeof addInterval>[1] },
  lastOn: LocalDate,
): { readonly opensOn: LocalDate; readonly dueOn: LocalDate } {
  return { opensOn: addInterval(lastOn, cadence.from), dueOn: addInterval(lastOn, cadence.to) };
}
