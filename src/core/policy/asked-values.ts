import type { Cadence } from '../cadence/cadence-kind.ts';
import type { Interval } from '../time-types.ts';

function spanValues(name: 'asked' | 'askedFrom', interval: Interval): Record<string, number> {
  return 'weeks' in interval ? { [`${name}Weeks`]: interval.weeks } : { [`${name}Months`]: interval.months };
}

/** What a cadence asks, as the numbers of a finding: the words are the client's. */
export function askedValues(cadence: Cadence): Record<string, number> {
  switch (cadence.kind) {
    case 'interval':
      return spanValues('asked', cadence.every);
    case 'window':
      return { ...spanValues('askedFrom', cadence.from), ...spanValues('asked', cadence.to) };
    case 'rolling':
      return {
        askedCount: cadence.count,
        askedOverMonths: cadence.months,
        ...(cadence.evenly ? { askedOnAverage: 1 } : {}),
      };
    case 'term':
      return { askedPerTerm: 1 };
    default:
      return cadence satisfies never;
  }
}
