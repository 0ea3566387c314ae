import { Temporal } from 'temporal-polyfill';

/** A date and time as a clock on the wall shows it, `2026-11-26T10:00`; in whichever zone was asked for. */
export type WallTime = string;

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Graph's seven decimals and seconds cut off: minutes are as fine as a calendar goes. */
export function wallTime(dateTime: string | null | undefined): WallTime {
  return (dateTime ?? '').slice(0, 16);
}

/** `2026-11-26` of a wall time. */
export function dateOf(at: WallTime): string {
  return at.slice(0, 10);
}

/** `10:00` of a wall time. */
export function timeOf(at: WallTime): string {
  return at.slice(11, 16);
}

/** Minutes since midnight. */
export function minuteOf(at: WallTime): number {
  return Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
}

/** The wall time of an instant in a zone. */
export function wallTimeIn(epochMs: number, timeZone: string): WallTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** The instant a wall time stands for in a zone, as ISO text in UTC. */
export function instantOf(at: WallTime, timeZone: string): string {
  return Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone).toInstant().toString();
}

/** A date so many days later (or earlier). */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);
}

/** Minutes from one wall time to another, by the wall clock. */
export function minutesBetween(start: WallTime, end: WallTime): number {
  return Temporal.PlainDateTime.from(start).until(end).total('minutes');
}

/** A wall time so many minutes later. */
export function addMinutes(at: WallTime, minutes: number): WallTime {
  return Temporal.PlainDateTime.from(at).add({ minutes }).toString({ smallestUnit: 'minute' });
}

/** `Thu 26 Nov`. */
export function shortDate(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return `${weekdays[day.dayOfWeek - 1] ?? ''} ${String(day.day)} ${(months[day.month - 1] ?? '').slice(0, 3)}`;
}

/** `Thu 26 November 2026`. */
export function longDate(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return `${weekdays[day.dayOfWeek - 1] ?? ''} ${String(day.day)} ${months[day.month - 1] ?? ''} ${String(day.year)}`;
}

/** `November 2026`, or `November to December 2026` for a week across two months. */
export function monthsOf(first: string, last: string): string {
  const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
  const name = months[from.month - 1] ?? '';
  return from.month === to.month
    ? `${name} ${String(to.year)}`
    : `${name} to ${months[to.month - 1] ?? ''} ${String(to.year)}`;
}
