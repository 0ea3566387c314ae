import { addLocalMinutes, dateOfDay, dayNumber, toLocal, weekdayOfDay } from '../microsoft365/calendar/local-time.ts';
import type { Weekday } from '../microsoft365/calendar/recurrence.ts';
import { WEEKDAYS } from '../microsoft365/calendar/recurrence.ts';
import type { Organisation } from './organisation.ts';

/** After this local time the demo's "today" is the next working day, so that there is always something ahead. */
const LAST_USEFUL_TIME = '14:30:00';

/** The working day the demo treats as today (`YYYY-MM-DD`): never a weekend or a bank holiday. */
export function demoToday(organisation: Organisation, now: number): string {
  const local = toLocal(now, organisation.tenant.timeZone);
  let day = dayNumber(local.slice(0, 10)) + (local.slice(11) > LAST_USEFUL_TIME ? 1 : 0);
  while (!isWorkingDay(organisation, day)) {
    day += 1;
  }
  return dateOfDay(day);
}

/** Whether a day number is Monday to Friday and no bank holiday. */
export function isWorkingDay(organisation: Organisation, day: number): boolean {
  const weekday = weekdayOfDay(day);
  return weekday !== 0 && weekday !== 6 && !organisation.holidays.some((one) => one.date === dateOfDay(day));
}

/** The Monday (`YYYY-MM-DD`) of the week of the demo's today. */
export function demoMonday(organisation: Organisation, now: number): string {
  const today = dayNumber(demoToday(organisation, now));
  return dateOfDay(today - ((weekdayOfDay(today) + 6) % 7));
}

/** The date of a weekday, some weeks from a Monday. */
export function dateInWeek(monday: string, weeks: number, weekday: Weekday): string {
  return dateOfDay(dayNumber(monday) + 7 * weeks + ((WEEKDAYS.indexOf(weekday) + 6) % 7));
}

/** A local start `YYYY-MM-DDTHH:MM:SS` from a date and a clock time. */
export function localStart(date: string, clockTime: string): string {
  return `${date}T${clockTime}:00`;
}

/** First and last date of each leave, with whose it is. */
export function leaveDates(
  organisation: Organisation,
  now: number,
): { personKey: string; from: string; to: string; subject: string; message: string }[] {
  const monday = demoMonday(organisation, now);
  return organisation.leave.map((one) => {
    const from = dateInWeek(monday, one.fromWeek, one.fromDay);
    const to = addLocalMinutes(`${from}T00:00:00`, (one.days - 1) * 1440).slice(0, 10);
    return { personKey: one.person, from, to, subject: one.subject, message: one.message };
  });
}

/** When a person joined (`YYYY-MM-DD`). */
export function hireDate(
  organisation: Organisation,
  hired: Organisation['people'][number]['hired'],
  now: number,
): string {
  return typeof hired === 'string'
    ? hired
    : dateOfDay(dayNumber(toLocal(now, organisation.tenant.timeZone).slice(0, 10)) - hired.daysBefore);
}
