import { addDays, daysBetween } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import type { SlotRequest } from './slot.ts';
import { fitTerms } from './term-days.ts';
import type { TermDay } from './term-days.ts';

/** A meeting moves by less than a week, so that it never reaches the day of the one after it. */
const movesWithinDays = 6;

/** Where one occurrence may be held. */
export interface Reach {
  readonly first: LocalDate;
  readonly last: LocalDate;
  /** It is not in the term it is for, or for none. */
  readonly termDay: TermDay | null;
}

/** Where each occurrence of a plan may be held: near its day; anywhere in its term, for a rhythm by terms (FORM-1). */
export function reachesOf(
  { rhythm, terms }: Pick<SlotRequest, 'rhythm' | 'terms'>,
  dates: readonly LocalDate[],
): Reach[] {
  const termDays = rhythm.kind === 'term' ? (fitTerms(terms ?? [], dates)?.days ?? []) : [];
  return dates.map((date, index): Reach => {
    const near = { first: addDays(date, -movesWithinDays), last: addDays(date, movesWithinDays) };
    const termDay = termDays[index] ?? null;
    if (termDay === null || (termDay.term === null && termDay.isInside)) return { ...near, termDay: null };
    const next = dates[index + 1];
    const before = next === undefined ? null : addDays(next, -1);
    const { term } = termDay;
    if (term === null) return { first: date, last: addDays(date, -1), termDay };
    const last = before !== null && before < term.to ? before : term.to;
    return { first: term.from, last, termDay: termDay.isInside ? null : termDay };
  });
}

/** Whether a day is neither too soon nor too late after the one before, and not too long ahead of the one after, for a rhythm by window (ESS-1). */
export function keepsWindow(
  { rhythm }: Pick<SlotRequest, 'rhythm'>,
  previousOn: LocalDate | null,
  day: LocalDate,
  nextOn: LocalDate | null,
): boolean {
  if (rhythm.kind !== 'window') return true;
  const [since, until] = [previousOn ?? addDays(day, -rhythm.from * 7), nextOn ?? day];
  const days = daysBetween(since, day);
  return days >= rhythm.from * 7 && days <= rhythm.to * 7 && daysBetween(day, until) <= rhythm.to * 7;
}
