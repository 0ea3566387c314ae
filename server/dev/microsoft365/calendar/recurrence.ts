import { dateOfDay, dayNumber, weekdayOfDay } from './local-time.ts';

/** Weekday names in Graph's order, Sunday first. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const WEEK_INDEXES = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type WeekIndex = (typeof WEEK_INDEXES)[number];
export const PATTERN_TYPES = [
  'daily',
  'weekly',
  'absoluteMonthly',
  'relativeMonthly',
  'absoluteYearly',
  'relativeYearly',
] as const;
export const RANGE_TYPES = ['endDate', 'noEnd', 'numbered'] as const;

/** Graph's recurrence pattern with every field filled in, as Graph echoes it. */
export interface RecurrencePattern {
  type: (typeof PATTERN_TYPES)[number];
  interval: number;
  month: number;
  dayOfMonth: number;
  daysOfWeek: Weekday[];
  firstDayOfWeek: Weekday;
  index: WeekIndex;
}

/** Graph's recurrence range with every field filled in. */
export interface RecurrenceRange {
  type: (typeof RANGE_TYPES)[number];
  startDate: string;
  endDate: string;
  recurrenceTimeZone: string;
  numberOfOccurrences: number;
}

export interface Recurrence {
  pattern: RecurrencePattern;
  range: RecurrenceRange;
}

/** The last day anything in a calendar can fall on: 31 December 4500. */
const LAST_DAY = dayNumber('4500-12-31');

/**
 * The local dates (`YYYY-MM-DD`) on which a series occurs, between two dates inclusive.
 * Dates are wall-clock dates in the series' own zone: clock changes cannot shift them. A series that does not begin on a
 * day that fits its pattern begins on the first day after that does; months and years are counted from there
 * (outlook-schedule-recurring-events), weeks from the week of the start.
 */
export function occurrenceDates(recurrence: Recurrence, from: string, to: string): string[] {
  const { range, pattern } = recurrence;
  const first = dayNumber(range.startDate);
  const wantedFrom = Math.max(first, dayNumber(from));
  const last = Math.min(dayNumber(to), LAST_DAY, range.type === 'endDate' ? dayNumber(range.endDate) : LAST_DAY);
  const most = range.type === 'numbered' ? range.numberOfOccurrences : Infinity;
  // Only a numbered series has to be counted from its beginning.
  const after = range.type === 'numbered' ? first : wantedFrom;
  const dates: string[] = [];
  let count = 0;
  for (const day of candidateDays(pattern, first, after)) {
    if (day > last || count >= most) {
      break;
    }
    if (day >= first) {
      count += 1;
      if (day >= wantedFrom) {
        dates.push(dateOfDay(day));
      }
    }
  }
  return dates;
}

/** Days of a pattern in order and without end, from some day not after `after`; those before `first` do not count. */
function candidateDays(pattern: RecurrencePattern, first: number, after: number): Generator<number> {
  switch (pattern.type) {
    case 'daily':
      return everySoManyDays(pattern.interval, first, after);
    case 'weekly':
      return weeklyDays(pattern, first, after);
    case 'absoluteMonthly':
    case 'relativeMonthly':
      return monthlyDays(pattern, first, after, { search: 1, step: pattern.interval });
    case 'absoluteYearly':
    case 'relativeYearly':
      return monthlyDays(pattern, first, after, { search: 12, step: pattern.interval * 12 });
  }
}

function* everySoManyDays(interval: number, first: number, after: number): Generator<number> {
  for (let day = lastStepBefore(first, interval, after); ; day += interval) {
    yield day;
  }
}

function* weeklyDays(pattern: RecurrencePattern, first: number, after: number): Generator<number> {
  const weekStart = WEEKDAYS.indexOf(pattern.firstDayOfWeek);
  const offsets = [...new Set(pattern.daysOfWeek)]
    .map((day) => (WEEKDAYS.indexOf(day) - weekStart + 7) % 7)
    .toSorted((one, other) => one - other);
  const firstWeek = first - ((weekdayOfDay(first) - weekStart + 7) % 7);
  for (let week = lastStepBefore(firstWeek, 7 * pattern.interval, after); ; week += 7 * pattern.interval) {
    for (const offset of offsets) {
      yield week + offset;
    }
  }
}

function* monthlyDays(
  pattern: RecurrencePattern,
  first: number,
  after: number,
  { search, step }: { search: number; step: number },
): Generator<number> {
  const start = monthOf(first);
  let anchor = search === 12 ? start - (start % 12) + pattern.month - 1 : start;
  if (dayIn(anchor, pattern) < first) {
    anchor += search;
  }
  for (let month = lastStepBefore(anchor, step, monthOf(after)); ; month += step) {
    yield dayIn(month, pattern);
  }
}

/** The last of the steps from `from` that is not after `until`, or `from` itself. */
function lastStepBefore(from: number, step: number, until: number): number {
  return from + Math.max(0, Math.floor((until - from) / step)) * step;
}

function dayIn(month: number, pattern: RecurrencePattern): number {
  return pattern.type.startsWith('absolute')
    ? dayInMonth(month, pattern.dayOfMonth)
    : relativeDay(month, pattern.daysOfWeek, pattern.index);
}

/** Months since the year nought. */
function monthOf(day: number): number {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function monthStart(month: number): number {
  return Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000);
}

/** A day beyond the month's end falls on its last day, as in Outlook. */
function dayInMonth(month: number, dayOfMonth: number): number {
  return Math.min(monthStart(month) + dayOfMonth - 1, monthStart(month + 1) - 1);
}

function relativeDay(month: number, daysOfWeek: readonly Weekday[], index: WeekIndex): number {
  const matching: number[] = [];
  for (let day = monthStart(month); day < monthStart(month + 1); day += 1) {
    if (daysOfWeek.includes(WEEKDAYS[weekdayOfDay(day)] ?? 'sunday')) {
      matching.push(day);
    }
  }
  const wanted = index === 'last' ? matching.length - 1 : WEEK_INDEXES.indexOf(index);
  return matching[wanted] ?? monthStart(month);
}
