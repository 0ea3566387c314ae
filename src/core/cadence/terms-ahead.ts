import type { LocalDate } from '../time-types.ts';
import type { Cadence, Term } from './cadence-kind.ts';

/** The terms within a stretch that still want a meeting, cut to it: the one that runs too, unless one was held in it (FORM-1). Empty for other cadences. */
export function termsAhead(
  cadence: Cadence | null,
  heldOn: readonly LocalDate[],
  from: LocalDate,
  until: LocalDate,
): readonly Term[] {
  if (cadence?.kind !== 'term') return [];
  return cadence.terms
    .filter((term) => term.to >= from && term.from <= until)
    .filter((term) => !heldOn.some((day) => day >= term.from && day <= term.to))
    .map((term) => ({ ...term, from: term.from < from ? from : term.from, to: term.to > until ? until : term.to }))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
}
