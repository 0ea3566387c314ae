import { addMonths } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import type { Cadence } from './cadence-kind.ts';
import { keepsCadence } from './keeps-cadence.ts';

/** The days on which one-to-ones were held and will be, in order, and the one it is about among those to come. */
export interface DaysAround {
  readonly held: readonly LocalDate[];
  readonly coming: readonly LocalDate[];
  readonly day: LocalDate;
  readonly today: LocalDate;
}

/** The days that count for what is asked: of an interval those beside the one left out, of a count all that its stretch reaches back to. */
function stillCounting(cadence: Cadence, { held, coming, day, today }: DaysAround): readonly LocalDate[] {
  const left = coming.filter((one) => one !== day);
  if (cadence.kind === 'rolling') {
    const since = cadence.evenly ? (held.at(-1) ?? today) : addMonths(today, -cadence.months);
    return [...held.filter((one) => one >= since), ...left];
  }
  const before = [...held, ...left].filter((one) => one < day).slice(-1);
  return [...before, ...left.filter((one) => one > day).slice(0, 1)];
}

/**
 * Whether what is asked would still be kept to without one of the meetings to come (OUT-1, OD3a-1, ESS-1, FORM-1). Null where nothing comes
 * after it, so that nobody can say yet.
 */
export function keepsWithout(cadence: Cadence, around: DaysAround): boolean | null {
  const { held, coming, day } = around;
  if (cadence.kind === 'term') {
    const term = cadence.terms.find(({ from, to }) => from <= day && day <= to);
    const others = [...held, ...coming.filter((one) => one !== day)];
    return term === undefined || others.some((one) => term.from <= one && one <= term.to);
  }
  return coming.some((one) => one > day) ? keepsCadence(cadence, stillCounting(cadence, around)) : null;
}
