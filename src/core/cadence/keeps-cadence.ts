import { addMonths, daysBetween, endOfMonth } from '../time.ts';
import type { Interval, LocalDate } from '../time-types.ts';
import type { Cadence, RollingCadence, Term } from './cadence-kind.ts';
import { keepsTo } from './cadence.ts';
import { keepsRolling } from './rolling.ts';

function keepsInterval(days: readonly LocalDate[], interval: Interval): boolean {
  return days.every((day, index) => {
    const before = days[index - 1];
    return before === undefined || keepsTo(interval, before, day);
  });
}

/** Monthly on average: each in the month that is its turn, counted from the first, or sooner (FORM-1). */
function keepsAverage(days: readonly LocalDate[], { count, months }: RollingCadence): boolean {
  const [first] = days;
  if (first === undefined) return true;
  return days.every((day, index) => day <= endOfMonth(addMonths(first, Math.floor((index * months) / count))));
}

/** Too few days to fill a stretch keep to a count if going on at the same pace would. */
function keepsCount(days: readonly LocalDate[], { count, months }: RollingCadence): boolean {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return true;
  const goesOn = daysBetween(first, last) * count <= (days.length - 1) * daysBetween(first, addMonths(first, months));
  return keepsRolling(days, count, months) && (days.length > count || goesOn);
}

/** Terms that begin and end while the days run hold one each. */
function keepsTerms(days: readonly LocalDate[], terms: readonly Term[]): boolean {
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  return terms
    .filter(({ from, to }) => from >= first && to <= last)
    .every(({ from, to }) => days.some((day) => day >= from && day <= to));
}

/** Whether meetings on these days, in order, keep to what is asked from the first of them to the last (OUT-1, OD3a-1, ESS-1, FORM-1). */
export function keepsCadence(cadence: Cadence, days: readonly LocalDate[]): boolean {
  switch (cadence.kind) {
    case 'interval':
      return keepsInterval(days, cadence.every);
    case 'window':
      return keepsInterval(days, cadence.to);
    case 'rolling':
      return cadence.evenly ? keepsAverage(days, cadence) : keepsCount(days, cadence);
    case 'term':
      return keepsTerms(days, cadence.terms);
    default:
      return cadence satisfies never;
  }
}
