import type { Term } from '../cadence/cadence-kind.ts';
import type { LocalDate } from '../time-types.ts';

/** The term a meeting is for, and whether the rule puts it there; null: for none. */
export interface TermDay {
  readonly term: Term | null;
  readonly isInside: boolean;
}

/** How days serve terms: for each day its term, and how far from ideal that is; null where a term is left without. */
export interface TermFit {
  readonly days: readonly TermDay[];
  /** Four for each meeting that has to move into its term, one for each that is for no term. */
  readonly cost: number;
}

const moveCost = 4;

const isIn = (day: LocalDate, { from, to }: Term): boolean => day >= from && day <= to;

/** What serving a term by a day costs: nothing inside it; a move where the term lies between the days around; else it cannot be. */
function costOf(dates: readonly LocalDate[], index: number, term: Term): number {
  const day = dates[index] ?? '';
  if (isIn(day, term)) return 0;
  const [before, after] = [dates[index - 1], dates[index + 1]];
  const reaches = (before === undefined || before < term.to) && (after === undefined || after > term.from);
  return reaches ? moveCost : Infinity;
}

/** Gives every term one of the days, in order, with as few moves as can be (FORM-1). */
export function fitTerms(terms: readonly Term[], dates: readonly LocalDate[]): TermFit | null {
  // best[t][d]: the least cost of serving the first t terms by the first d days.
  const best = [new Array<number>(dates.length + 1).fill(0)];
  for (const [t, term] of terms.entries()) {
    const row = [Infinity];
    for (let d = 1; d <= dates.length; d += 1)
      row.push(Math.min(row[d - 1] ?? Infinity, (best[t]?.[d - 1] ?? Infinity) + costOf(dates, d - 1, term)));
    best.push(row);
  }
  const least = best[terms.length]?.[dates.length] ?? Infinity;
  if (least === Infinity) return null;
  const days: TermDay[] = dates.map((day) => ({ term: null, isInside: terms.some((term) => isIn(day, term)) }));
  for (let t = terms.length, d = dates.length; t > 0; d -= 1) {
    const term = terms[t - 1];
    if (term === undefined || best[t]?.[d] === best[t]?.[d - 1]) continue;
    days[d - 1] = { term, isInside: isIn(dates[d - 1] ?? '', term) };
    t -= 1;
  }
  return { days, cost: least + dates.length - terms.length };
}
