import type { SeriesPattern } from '../series/series.ts';
import { addMonths, daysBetween, instantOf, startOfWeek } from '../time.ts';
import type { LocalDate, LocalTime, Zone } from '../time-types.ts';
import type { NewsKind } from './news.ts';
import type { OutlookRule } from './outlook.ts';

/** Months looked at to tell whether two zones keep the same clock. */
const monthsCompared = 12;

function sameRhythm(one: SeriesPattern, other: SeriesPattern): boolean {
  return one.kind === other.kind && one.every === other.every;
}

/** Whether both fall on the same day of their week or month. */
function sameDay(one: SeriesPattern, other: SeriesPattern): boolean {
  if (one.kind === 'dated' || other.kind === 'dated')
    return one.kind === 'dated' && other.kind === 'dated' && one.day === other.day;
  if (one.weekday !== other.weekday) return false;
  return one.kind !== 'monthly' || other.kind !== 'monthly' || one.week === other.week;
}

function samePattern(one: OutlookRule, other: OutlookRule): boolean {
  if (one.pattern === null || other.pattern === null)
    return one.pattern === other.pattern && one.wording === other.wording;
  if (!sameRhythm(one.pattern, other.pattern)) return false;
  return sameDay(one.pattern, other.pattern);
}

function monthsBetween(from: LocalDate, to: LocalDate): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

/** Whether both rules give the same days, apart from where they begin and end. */
export function sameDays(one: OutlookRule, other: OutlookRule): boolean {
  if (!samePattern(one, other)) return false;
  const { pattern } = one;
  if (pattern === null) return true;
  const steps =
    pattern.kind === 'weekly'
      ? daysBetween(startOfWeek(one.startDate), startOfWeek(other.startDate)) / 7
      : monthsBetween(one.startDate, other.startDate);
  return steps % pattern.every === 0;
}

/** Outlook knows fewer zones than there are: two names may stand for one clock, for a year from a day on at least. */
export function sameClock(one: Zone, other: Zone, from: LocalDate, time: LocalTime = '12:00'): boolean {
  if (one === other) return true;
  return Array.from({ length: monthsCompared }, (_, months) => addMonths(from, months)).every(
    (day) => instantOf(day, time, one) === instantOf(day, time, other),
  );
}

function sameZone(one: OutlookRule, other: OutlookRule): boolean {
  return sameClock(one.zone, other.zone, other.startDate, one.startTime);
}

/** Whether two rules mean the same meetings. */
export function sameRule(one: OutlookRule, other: OutlookRule): boolean {
  return (
    sameDays(one, other) &&
    sameZone(one, other) &&
    one.startDate === other.startDate &&
    one.startTime === other.startTime &&
    one.minutes === other.minutes &&
    one.untilDate === other.untilDate
  );
}

function endNews(before: LocalDate | null, after: LocalDate | null): NewsKind[] {
  if (before === after) return [];
  if (before === null) return ['series-cut-short'];
  return [after === null || after > before ? 'series-extended' : 'series-cut-short'];
}

/** What a change of the rule means, most important first. Nothing: only where the series begins has changed. */
export function ruleNews(before: OutlookRule, after: OutlookRule): NewsKind[] {
  const isOtherRhythm =
    before.pattern === null || after.pattern === null
      ? !samePattern(before, after)
      : !sameRhythm(before.pattern, after.pattern);
  const isMoved = !sameDays(before, after) || before.startTime !== after.startTime;
  const isOtherClock = !sameZone(before, after);
  const news: NewsKind[] = [];
  if (isOtherRhythm) news.push('rule-changed');
  else if (isMoved) news.push('series-moved');
  else if (isOtherClock) news.push('zone-changed');
  else if (before.minutes !== after.minutes)
    news.push(after.minutes < before.minutes ? 'series-shortened' : 'series-lengthened');
  return [...news, ...endNews(before.untilDate, after.untilDate)];
}
