import { addDays, addMinutes, addMonths, endOfMonth, instantOf, weekdayOf } from '../time.ts';
import type { LocalDate, Weekday } from '../time-types.ts';
import type { Occurrence, SeriesPattern, SeriesPlan, WeekIndex } from './series.ts';

const weeksAfterFirst: Record<Exclude<WeekIndex, 'last'>, number> = { first: 0, second: 1, third: 2, fourth: 3 };

/** The first such weekday on or after a day. */
export function weekdayOnOrAfter(date: LocalDate, weekday: Weekday): LocalDate {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7);
}

/** The day a weekday falls on in a date's month: the second Tuesday, the last Friday. */
export function weekdayInMonth(month: LocalDate, weekday: Weekday, week: WeekIndex): LocalDate {
  if (week === 'last') {
    const end = endOfMonth(month);
    return addDays(end, -((weekdayOf(end) - weekday + 7) % 7));
  }
  const first = weekdayOnOrAfter(`${month.slice(0, 8)}01`, weekday);
  return addDays(first, weeksAfterFirst[week] * 7);
}

/** A day of a date's month, or that month's last day where it is too short: the 31st of June is the 30th. */
export function dayInMonth(month: LocalDate, day: number): LocalDate {
  const last = endOfMonth(month);
  const wanted = `${month.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return wanted < last ? wanted : last;
}

/** The day a monthly rule gives in a date's month. */
function inMonth(pattern: Exclude<SeriesPattern, { kind: 'weekly' }>, month: LocalDate): LocalDate {
  return pattern.kind === 'dated'
    ? dayInMonth(month, pattern.day)
    : weekdayInMonth(month, pattern.weekday, pattern.week);
}

function firstDate(pattern: SeriesPattern, startDate: LocalDate): LocalDate {
  if (pattern.kind === 'weekly') return weekdayOnOrAfter(startDate, pattern.weekday);
  const inSameMonth = inMonth(pattern, startDate);
  return inSameMonth >= startDate ? inSameMonth : inMonth(pattern, addMonths(`${startDate.slice(0, 8)}01`, 1));
}

function dateAfter(pattern: SeriesPattern, date: LocalDate): LocalDate {
  if (pattern.kind === 'weekly') return addDays(date, 7 * pattern.every);
  return inMonth(pattern, addMonths(`${date.slice(0, 8)}01`, pattern.every));
}

/** The days a rule gives, from the first that fits on or after the start, the last day included. @throws RangeError when it repeats every 0. */
export function occurrenceDates(pattern: SeriesPattern, startDate: LocalDate, untilDate: LocalDate): LocalDate[] {
  if (!Number.isInteger(pattern.every) || pattern.every < 1) throw new RangeError('A series repeats at least every 1');
  const dates: LocalDate[] = [];
  for (let date = firstDate(pattern, startDate); date <= untilDate; date = dateAfter(pattern, date)) dates.push(date);
  return dates;
}

function occurrenceOn(plan: SeriesPlan, date: LocalDate): Occurrence {
  const start = instantOf(date, plan.startTime, plan.zone);
  return { originalDate: date, start, end: addMinutes(start, plan.minutes) };
}

/** Every occurrence of a plan: the same wall-clock time in its zone all year, whatever the clocks do. */
export function occurrencesOf(plan: SeriesPlan): Occurrence[] {
  return occurrenceDates(plan.pattern, plan.startDate, plan.untilDate).map((date) => occurrenceOn(plan, date));
}
