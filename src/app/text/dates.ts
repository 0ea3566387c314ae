import { addMonths, daysBetween, localDateOf, localTimeOf } from '#core/time.ts';
import type { Instant, LocalDate, Weekday, Zone } from '#core/time-types.ts';
import { say } from './say.ts';

const locale = 'en-GB';
const distantMonths = 6;

function format(date: LocalDate, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatToParts(
    new Date(`${date}T12:00:00Z`),
  );
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}

/** "today", "tomorrow", "yesterday", or "Thu 12 Nov"; with the year when it is neither this one nor within six months. */
export function sayDay(date: LocalDate, today: LocalDate): string {
  const away = daysBetween(today, date);
  if (away === 0) return say('days.today');
  if (away === 1) return say('days.tomorrow');
  if (away === -1) return say('days.yesterday');
  return sayDate(date, today);
}

/** The same, to begin a line with: "Today", "Thu 12 Nov". */
export function startWithDay(date: LocalDate, today: LocalDate): string {
  return capital(sayDay(date, today));
}

/** "Thu 12 Nov", whatever today is; with the year when it is far away. */
export function sayDate(date: LocalDate, today: LocalDate): string {
  const { weekday, day, month, year } = format(date, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const isNear = date.slice(0, 4) === today.slice(0, 4) || (date > today && date <= addMonths(today, distantMonths));
  return [weekday, day, shortMonth(month), ...(isNear ? [] : [year])].join(' ');
}

/** "12 Nov", where the weekday is known already. */
export function sayDayOfMonth(date: LocalDate): string {
  const { day, month } = format(date, { day: 'numeric', month: 'short' });
  return `${day ?? ''} ${shortMonth(month)}`;
}

/** "Thursday 26 November". */
export function sayLongDay(date: LocalDate): string {
  const { weekday, day, month } = format(date, { weekday: 'long', day: 'numeric', month: 'long' });
  return [weekday, day, month].join(' ');
}

/** "Nov". */
export function sayMonth(date: LocalDate): string {
  return shortMonth(format(date, { month: 'short' })['month']);
}

/** "Tuesday". */
export function sayWeekday(weekday: Weekday): string {
  const monday = Date.UTC(2026, 0, 5);
  const date = new Date(monday + (weekday - 1) * 86_400_000).toISOString().slice(0, 10);
  return format(date, { weekday: 'long' })['weekday'] ?? '';
}

/** "Tuesdays". */
export function sayWeekdays(weekday: Weekday): string {
  return `${sayWeekday(weekday)}s`;
}

/** "10:00", in the zone given. */
export function sayTime(instant: Instant, zone: Zone): string {
  return localTimeOf(instant, zone);
}

/** "10:00 to 10:45". */
export function sayTimes(start: Instant, end: Instant, zone: Zone): string {
  return say('days.clockRange', { start: sayTime(start, zone), end: sayTime(end, zone) });
}

/** "today, 14:30" or "Fri 27 Nov, 14:30". */
export function sayMoment(instant: Instant, zone: Zone, today: LocalDate): string {
  return say('days.dayAndTime', { day: sayDay(localDateOf(instant, zone), today), time: sayTime(instant, zone) });
}

/** The same, to begin a line with. */
export function startWithMoment(instant: Instant, zone: Zone, today: LocalDate): string {
  return capital(sayMoment(instant, zone, today));
}

/** "today", "in 6 days", "14 days ago", and from seven weeks on in weeks and months. */
export function sayDistance(date: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return say('days.today');
  if (days === 1) return say('days.tomorrow');
  if (days === -1) return say('days.yesterday');
  const size = Math.abs(days);
  const isAhead = days > 0;
  if (size < 28) return isAhead ? say('days.inDays', { days: size }) : say('days.daysAgo', { days: size });
  const weeks = Math.round(size / 7);
  if (size < 92) return isAhead ? say('days.inWeeks', { weeks }) : say('days.weeksAgo', { weeks });
  const months = Math.round(size / 30.4);
  return isAhead ? say('days.inMonths', { months }) : say('days.monthsAgo', { months });
}

/** How a zone is called where it is not one's own: "London time". */
export function sayZone(zone: Zone): string {
  return `${zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')} time`;
}

/** Begins a line with what otherwise stands inside one. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Some browsers shorten September to four letters, which would be the only one.
function shortMonth(month: string | undefined): string {
  return (month ?? '').slice(0, 3);
}
