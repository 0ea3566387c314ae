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

/** Series without an end stop being expanded after this many days, so that no question runs away. */
const HORIZON_DAYS = 366 * 6;

/**
 * The local dates (`YYYY-MM-DD`) on which a series occurs, between two dates inclusive.
 * Dates are wall-clock dates in the series' own zone: clock changes cannot shift them.
 */
export function occurrenceDates(recurrence: Recurrence, from: string, to: string): string[] {
  const { range } = recurrence;
  const first = dayNumber(range.startDate);
  const wantedFrom = dayNumber(from);
  const end = range.type === 'endDate' ? dayNumber(range.endDate) : first + HORIZON_DAYS;
  const last = Math.min(dayNumber(to), end);
  const dates: string[] = [];
  let count = 0;
  for (const day of candidateDays(recurrence.pattern, first, last)) {
    if (day < first) {
      continue;
    }
    if (day > last || (range.type === 'numbered' && count >= range.numberOfOccurrences)) {
      break;
    }
    count += 1;
    if (day >= wantedFrom) {
      dates.push(dateOfDay(day));
    }
  }
  return dates;
}

function* candidateDays(pattern: RecurrencePattern, first: number, last: number): Generator<number> {
  switch (pattern.type) {
    case 'daily':
      for (let day = first; day <= last; day += pattern.interval) {
        yield day;
      }
      return;
    case 'weekly':
      yield* weeklyDays(pattern, first, last);
      return;
    case 'absoluteMonthly':
    case 'relativeMonthly':
      yield* monthlyDays(pattern, first, last, pattern.interval);
      return;
    case 'absoluteYearly':
    case 'relativeYearly':
      yield* monthlyDays(pattern, first, last, pattern.interval * 12);
  }
}

function* weeklyDays(pattern: RecurrencePattern, first: number, last: number): Generator<number> {
  const weekStart = WEEKDAYS.indexOf(pattern.firstDayOfWeek);
  const offsets = pattern.daysOfWeek
    .map((day) => (WEEKDAYS.indexOf(day) - weekStart + 7) % 7)
    .toSorted((one, other) => one - other);
  const firstWeek = first - ((weekdayOfDay(first) - weekStart + 7) % 7);
  for (let week = firstWeek; week <= last; week += 7 * pattern.interval) {
    for (const offset of offsets) {
      yield week + offset;
    }
  }
}

function* monthlyDays(pattern: RecurrencePattern, first: number, last: number, stepMonths: number): Generator<number> {
  const start = new Date(first * 86_400_000);
  const isYearly = pattern.type === 'absoluteYearly' || pattern.type === 'relativeYearly';
  let month = start.getUTCFullYear() * 12 + (isYearly ? pattern.month - 1 : start.getUTCMonth());
  for (;;) {
    const day =
      pattern.type === 'absoluteMonthly' || pattern.type === 'absoluteYearly'
        ? dayInMonth(month, pattern.dayOfMonth)
        : relativeDay(month, pattern.daysOfWeek, pattern.index);
    if (monthStart(month) > last) {
      return;
    }
    yield day;
    month += stepMonths;
  }
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
