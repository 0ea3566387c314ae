import type { Comparable } from './odata-value.ts';
import { comparable, compareValues } from './odata-value.ts';

/** A function of OData's filter language: how many values it takes and what it makes of them. */
export interface FilterFunction {
  takes: number;
  apply: (...values: unknown[]) => unknown;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}

function ofDate(part: (date: Date) => number): FilterFunction {
  return {
    takes: 1,
    apply: (value) => {
      const instant = comparable(value);
      return typeof instant === 'number' ? part(new Date(instant)) : null;
    },
  };
}

function ofNumber(round: (value: number) => number): FilterFunction {
  return { takes: 1, apply: (value) => (typeof value === 'number' ? round(value) : null) };
}

const FUNCTIONS: ReadonlyMap<string, FilterFunction> = new Map<string, FilterFunction>([
  ['startswith', { takes: 2, apply: (whole, part) => typeof whole === 'string' && text(whole).startsWith(text(part)) }],
  ['endswith', { takes: 2, apply: (whole, part) => typeof whole === 'string' && text(whole).endsWith(text(part)) }],
  ['contains', { takes: 2, apply: (whole, part) => typeof whole === 'string' && text(whole).includes(text(part)) }],
  ['substringof', { takes: 2, apply: (part, whole) => typeof whole === 'string' && text(whole).includes(text(part)) }],
  ['tolower', { takes: 1, apply: (value) => (typeof value === 'string' ? value.toLowerCase() : null) }],
  ['toupper', { takes: 1, apply: (value) => (typeof value === 'string' ? value.toUpperCase() : null) }],
  ['trim', { takes: 1, apply: (value) => (typeof value === 'string' ? value.trim() : null) }],
  ['length', { takes: 1, apply: (value) => (typeof value === 'string' ? value.length : null) }],
  ['indexof', { takes: 2, apply: (whole, part) => text(whole).indexOf(text(part)) }],
  [
    'concat',
    {
      takes: 2,
      apply: (one, other) => (typeof one === 'string' && typeof other === 'string' ? `${one}${other}` : null),
    },
  ],
  ['year', ofDate((date) => date.getUTCFullYear())],
  ['month', ofDate((date) => date.getUTCMonth() + 1)],
  ['day', ofDate((date) => date.getUTCDate())],
  ['hour', ofDate((date) => date.getUTCHours())],
  ['minute', ofDate((date) => date.getUTCMinutes())],
  ['second', ofDate((date) => date.getUTCSeconds())],
  ['round', ofNumber(Math.round)],
  ['floor', ofNumber(Math.floor)],
  ['ceiling', ofNumber(Math.ceil)],
]);

/** The function of that name, or undefined when the language has none. */
export function filterFunction(name: string): FilterFunction | undefined {
  return FUNCTIONS.get(name.toLowerCase());
}

/** What a function that answers true or false, rather than a value, is called. */
export const TESTS: ReadonlySet<string> = new Set(['startswith', 'endswith', 'contains', 'substringof']);

/** The comparison operators, with the names Graph's errors call them by. */
export const COMPARISONS: ReadonlyMap<
  string,
  { kind: string; holds: (left: Comparable, right: Comparable) => boolean }
> = new Map([
  ['eq', { kind: 'Equal', holds: (left: Comparable, right: Comparable) => left === right }],
  ['ne', { kind: 'NotEqual', holds: (left: Comparable, right: Comparable) => left !== right }],
  ['gt', { kind: 'GreaterThan', holds: (left: Comparable, right: Comparable) => compareValues(left, right) > 0 }],
  [
    'ge',
    { kind: 'GreaterThanOrEqual', holds: (left: Comparable, right: Comparable) => compareValues(left, right) >= 0 },
  ],
  ['lt', { kind: 'LessThan', holds: (left: Comparable, right: Comparable) => compareValues(left, right) < 0 }],
  ['le', { kind: 'LessThanOrEqual', holds: (left: Comparable, right: Comparable) => compareValues(left, right) <= 0 }],
]);
