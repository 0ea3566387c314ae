import { daysBetween } from '../time.ts';
import type { Interval, LocalDate } from '../time-types.ts';

/** A stretch of the organisation's year, both days included (FORM-1). */
export interface Term {
  readonly title: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Never longer than this between two meetings (OUT-1). */
interface IntervalCadence {
  readonly kind: 'interval';
  readonly every: Interval;
}

/** Again after the one and within the other; sooner is no breach (ESS-1). */
interface WindowCadence {
  readonly kind: 'window';
  readonly from: Interval;
  readonly to: Interval;
}

/**
 * At least so many in every stretch of so many months, wherever it begins (OD3a-1). Evenly: while the first stretch runs, the
 * count is asked in step with the months gone by, which is what an average over it means (FORM-1).
 */
export interface RollingCadence {
  readonly kind: 'rolling';
  readonly count: number;
  readonly months: number;
  readonly evenly: boolean;
}

/** At least one in each of the organisation's terms (FORM-1). */
export interface TermCadence {
  readonly kind: 'term';
  readonly terms: readonly Term[];
}

/** How often a policy asks two people to meet: known kinds. */
export type Cadence = IntervalCadence | WindowCadence | RollingCadence | TermCadence;

/** Where no term is known, the longest rhythm that still meets once in any term a school or college has. */
const shortestTerm: Interval = { weeks: 4 };

/** The longest interval that, kept to, always meets a cadence: what series are booked by. */
export function paceOf(cadence: Cadence): Interval {
  switch (cadence.kind) {
    case 'interval':
      return cadence.every;
    case 'window':
      return cadence.to;
    case 'rolling':
      return cadence.months % cadence.count === 0
        ? { months: cadence.months / cadence.count }
        : { weeks: Math.max(1, Math.floor((cadence.months * 28) / 7 / cadence.count)) };
    case 'term': {
      const weeks = cadence.terms.map((term) => Math.floor((daysBetween(term.from, term.to) + 1) / 7));
      return weeks.length === 0 ? shortestTerm : { weeks: Math.max(1, Math.min(...weeks)) };
    }
    default:
      return cadence satisfies never;
  }
}
