import { occurrenceDates } from '#core/series/occurrences.ts';
import type { SeriesPattern, SeriesPlan, WeekIndex } from '#core/series/series.ts';
import { addMinutes, instantOf } from '#core/time.ts';
import type { LocalDate, Weekday } from '#core/time-types.ts';
import type { DateTimeAnswer, RecurrenceAnswer } from './graph-schemas.ts';
import { outlookTimeOf } from './graph-time.ts';
import { windowsZoneOf } from './graph-zone.ts';

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const weekIndexes: readonly WeekIndex[] = ['first', 'second', 'third', 'fourth', 'last'];

/** Outlook's name of a weekday. */
export function outlookDayOf(weekday: Weekday): string {
  return dayNames[weekday - 1] ?? 'monday';
}

/** The weekday Outlook names; null for anything else. */
export function weekdayOfOutlook(name: string): Weekday | null {
  const index = (dayNames as readonly string[]).indexOf(name.toLowerCase());
  return index < 0 ? null : ((index + 1) as Weekday);
}

export interface OutlookRecurrence {
  readonly start: DateTimeAnswer;
  readonly end: DateTimeAnswer;
  readonly recurrence: {
    readonly pattern: Readonly<Record<string, unknown>>;
    readonly range: {
      readonly type: 'endDate';
      readonly startDate: LocalDate;
      readonly endDate: LocalDate;
      readonly recurrenceTimeZone: string;
    };
  };
}

/**
 * A plan as Outlook keeps it. The series begins on the first day that fits the rule: Outlook wants the first event there.
 * @throws RangeError when no day of the plan fits its rule
 */
export function recurrenceOf(plan: SeriesPlan): OutlookRecurrence {
  const startDate = occurrenceDates(plan.pattern, plan.startDate, plan.untilDate)[0];
  if (startDate === undefined) throw new RangeError('A series needs at least one day');
  const start = instantOf(startDate, plan.startTime, plan.zone);
  return {
    start: { dateTime: `${startDate}T${plan.startTime}:00`, timeZone: windowsZoneOf(plan.zone) },
    end: outlookTimeOf(addMinutes(start, plan.minutes), plan.zone),
    recurrence: {
      pattern: patternForOutlook(plan.pattern),
      range: { type: 'endDate', startDate, endDate: plan.untilDate, recurrenceTimeZone: windowsZoneOf(plan.zone) },
    },
  };
}

function patternForOutlook(pattern: SeriesPattern): Readonly<Record<string, unknown>> {
  // Exchange puts a day that a month does not have on that month's last, as Duologue does.
  if (pattern.kind === 'dated') return { type: 'absoluteMonthly', interval: pattern.every, dayOfMonth: pattern.day };
  const daysOfWeek = [outlookDayOf(pattern.weekday)];
  return pattern.kind === 'weekly'
    ? { type: 'weekly', interval: pattern.every, daysOfWeek, firstDayOfWeek: 'monday' }
    : { type: 'relativeMonthly', interval: pattern.every, daysOfWeek, index: pattern.week };
}

/** The rule behind what Outlook answers; null for one that Duologue does not make (daily, several days a week, yearly). */
export function patternOfOutlook({ pattern }: RecurrenceAnswer): SeriesPattern | null {
  if (pattern.type === 'absoluteMonthly') {
    const day = pattern.dayOfMonth ?? 0;
    return day >= 1 && day <= 31 ? { kind: 'dated', every: pattern.interval, day } : null;
  }
  const [day, ...others] = pattern.daysOfWeek ?? [];
  const weekday = day === undefined ? null : weekdayOfOutlook(day);
  if (weekday === null || others.length > 0) return null;
  if (pattern.type === 'weekly') return { kind: 'weekly', every: pattern.interval, weekday };
  const week = weekIndexes.find((one) => one === (pattern.index ?? 'first'));
  return pattern.type === 'relativeMonthly' && week !== undefined
    ? { kind: 'monthly', every: pattern.interval, weekday, week }
    : null;
}
