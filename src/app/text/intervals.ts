import type { SeriesPlan } from '#core/series/series.ts';
import type { Interval } from '#core/time-types.ts';
import { capital, sayWeekday, sayWeekdays } from './dates.ts';
import { say } from './say.ts';

/** "every 2 weeks", "once a month". */
export function sayInterval(interval: Interval): string {
  return 'weeks' in interval
    ? say('days.everyWeek', { weeks: interval.weeks })
    : say('days.everyMonth', { months: interval.months });
}

/** "Every 2 weeks", "Monthly": on its own, in a row. */
export function shortInterval(interval: Interval): string {
  return 'weeks' in interval
    ? say('days.everyWeekShort', { weeks: interval.weeks })
    : say('days.everyMonthShort', { months: interval.months });
}

/** "one every 2 weeks", "one a month": after "asks for". */
export function askedInterval(interval: Interval): string {
  return 'weeks' in interval
    ? say('days.asked.weeks', { weeks: interval.weeks })
    : say('days.asked.months', { months: interval.months });
}

/** "2 weeks", "a month". */
export function spanOf(interval: Interval): string {
  return 'weeks' in interval
    ? say('days.weeksSpan', { weeks: interval.weeks })
    : say('days.monthsSpan', { months: interval.months });
}

/** Days that every month has. */
const shortestMonth = 28;

/** "10:00 to 10:30" of a plan, on the clock of its zone. */
export function planTimes(plan: Pick<SeriesPlan, 'startTime' | 'minutes'>): string {
  const [hours = 0, minutes = 0] = plan.startTime.split(':').map(Number);
  const end = hours * 60 + minutes + plan.minutes;
  const pad = (part: number) => String(part).padStart(2, '0');
  return say('days.clockRange', { start: plan.startTime, end: `${pad(Math.floor(end / 60) % 24)}:${pad(end % 60)}` });
}

/** "Tuesdays", "First Tuesday of each month" or "The 15th of each month". */
export function planDays(plan: Pick<SeriesPlan, 'pattern'>): string {
  const { pattern } = plan;
  if (pattern.kind === 'weekly') return sayWeekdays(pattern.weekday);
  if (pattern.kind === 'dated')
    return say('days.monthlyDate', {
      day: pattern.day,
      months: pattern.every,
      short: pattern.day > shortestMonth ? 1 : 0,
    });
  return say('days.monthlyWeekday', {
    week: pattern.week,
    weekday: sayWeekday(pattern.weekday),
    months: pattern.every,
  });
}

/** "Every 2 weeks", "Monthly" of a plan. */
export function planRhythm(plan: Pick<SeriesPlan, 'pattern'>): string {
  const { pattern } = plan;
  return capital(shortInterval(pattern.kind === 'weekly' ? { weeks: pattern.every } : { months: pattern.every }));
}
