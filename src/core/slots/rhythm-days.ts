import { keepsRolling, weeksThatKeep } from '../cadence/rolling.ts';
import { occurrenceDates } from '../series/occurrences.ts';
import type { SeriesPattern, WeekIndex } from '../series/series.ts';
import { addDays, addMonths, weekdayOf } from '../time.ts';
import type { LocalDate, Weekday } from '../time-types.ts';
import { horizonEnd } from './calendars.ts';
import type { SlotRequest } from './slot.ts';
import { fitTerms } from './term-days.ts';

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const weekIndexes: readonly WeekIndex[] = ['first', 'second', 'third', 'fourth', 'last'];
const daysOfMonth = Array.from({ length: 31 }, (_, index) => index + 1);

/** Terms are further apart than a month, and no more than half a year. */
const leastTermWeeks = 4;
const mostTermWeeks = 26;
/** Days that serve the terms hardly worse than the best are offered too, for the choice of weekdays. */
const nearlyAsGood = 1;

/** The days a rule gives from one of its possible beginnings on. */
export interface RuledDays {
  readonly pattern: SeriesPattern;
  readonly dates: readonly LocalDate[];
  /** What one clash weighs: more where the rule gives fewer meetings. */
  readonly weight: number;
  /** What speaks against the rule itself, in the measure of clashes: meetings that must move into their term. */
  readonly burden: number;
  /** What of several rules in a window is kept last, in weeks: those at its edges leave no room to move. */
  readonly edge: number;
  /** Whether some meetings may fall outside working hours, to be moved: dates fall on weekends. */
  readonly mayBeOff: boolean;
}

const plain = { weight: 1, burden: 0, edge: 0, mayBeOff: false } as const;

/** A weekly rule counted from each of its possible first days. */
function weekly(request: SlotRequest, every: number): RuledDays[] {
  const until = horizonEnd(request);
  return Array.from({ length: every * 7 }, (_, day): RuledDays => {
    const start = addDays(request.from, day);
    const pattern = { kind: 'weekly', every, weekday: weekdayOf(start) } as const;
    return { ...plain, pattern, dates: occurrenceDates(pattern, start, until) };
  });
}

/** A monthly rule counted from each of its possible first months. */
function monthly(
  request: SlotRequest,
  pattern: Exclude<SeriesPattern, { kind: 'weekly' }>,
): { pattern: SeriesPattern; dates: LocalDate[] }[] {
  const { from } = request;
  const [first] = occurrenceDates({ ...pattern, every: 1 }, from, addDays(from, 70));
  if (first === undefined) return [];
  const month = `${first.slice(0, 8)}01`;
  return Array.from({ length: pattern.every }, (_, step) => {
    const start = step === 0 ? from : addMonths(month, step);
    return { pattern, dates: occurrenceDates(pattern, start, horizonEnd(request)) };
  });
}

function monthlyByWeekday(request: SlotRequest, every: number): RuledDays[] {
  const patterns = weekdays.flatMap((weekday) =>
    weekIndexes.map((week) => ({ kind: 'monthly', every, weekday, week }) as const),
  );
  return patterns.flatMap((pattern) => monthly(request, pattern)).map((days) => ({ ...plain, ...days }));
}

function dated(request: SlotRequest, every: number): RuledDays[] {
  const patterns = daysOfMonth.map((day) => ({ kind: 'dated', every, day }) as const);
  return patterns
    .flatMap((pattern) => monthly(request, pattern))
    .map((days) => ({ ...plain, ...days, mayBeOff: true }));
}

function inWindow(request: SlotRequest, from: number, to: number): RuledDays[] {
  const middle = (from + to) / 2;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((every) =>
    weekly(request, every).map((days) => ({ ...days, weight: every / from, edge: Math.abs(every - middle) })),
  );
}

function rolling(request: SlotRequest, count: number, months: number): RuledDays[] {
  const byWeeks = weekly(request, weeksThatKeep(count, months));
  const byMonths = months % count === 0 ? monthlyByWeekday(request, months / count) : [];
  return [...byWeeks, ...byMonths.filter(({ dates }) => keepsRolling(dates, count, months))];
}

function byTerms(request: SlotRequest): RuledDays[] {
  const terms = request.terms ?? [];
  if (terms.length === 0) return [];
  const fitting: RuledDays[] = [];
  for (let every = mostTermWeeks; every >= leastTermWeeks; every -= 1) {
    for (const days of weekly(request, every)) {
      const fit = fitTerms(terms, days.dates);
      if (fit !== null) fitting.push({ ...days, burden: fit.cost });
    }
  }
  const least = fitting.reduce((cost, { burden }) => Math.min(cost, burden), Infinity);
  return fitting.filter(({ burden }) => burden <= least + nearlyAsGood);
}

/** Every set of days a rhythm can mean within a request's horizon. */
export function ruledDays(request: SlotRequest): RuledDays[] {
  const { rhythm } = request;
  switch (rhythm.kind) {
    case 'weekly':
      return weekly(request, rhythm.every);
    case 'monthly':
      return monthlyByWeekday(request, rhythm.every);
    case 'dated':
      return dated(request, rhythm.every);
    case 'window':
      return inWindow(request, rhythm.from, rhythm.to);
    case 'rolling':
      return rolling(request, rhythm.count, rhythm.months);
    case 'term':
      return byTerms(request);
    default:
      return rhythm satisfies never;
  }
}
