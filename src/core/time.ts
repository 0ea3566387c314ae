import { Temporal } from 'temporal-polyfill';
import type { Instant, Interval, LocalDate, LocalTime, Weekday, Zone } from './time-types.ts';

// Days are counted as integers and zones are read with Intl, so that a client which never turns a wall time
// into an instant does not carry the date library.

const dayMilliseconds = 86_400_000;
const minuteMilliseconds = 60_000;

const two = (n: number): string => (n < 10 ? `0${String(n)}` : String(n));

/** The number a stretch of text writes, or NaN. Calendars bring thousands of instants; patterns are too slow for them. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  if (!isLocalDate(date)) throw new RangeError(`Not a date: ${date}`);
  return { year: digits(date, 0, 4), month: digits(date, 5, 7), day: digits(date, 8, 10) };
}

function dateOf(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

// Years are counted from 1 March, so that a leap day comes last; 400 years repeat exactly.
const daysInEra = 146_097;
const marchBeforeEpoch = 719_468;

/** Days since 1 January 1970, by the calendar. @throws RangeError when it is no date. */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  return epochDay(year, month, day);
}

function epochDay(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysInEra + dayOfEra - marchBeforeEpoch;
}

/** The day that many days after 1 January 1970 (Gregorian calendar, years 0 to 9999). */
export function dateFromDayNumber(days: number): LocalDate {
  const fromMarch = days + marchBeforeEpoch;
  const era = Math.floor(fromMarch / daysInEra);
  const dayOfEra = fromMarch - era * daysInEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

function startsWithDate(text: string): boolean {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (text[4] !== '-' || text[7] !== '-' || !(year >= 0 && month >= 1 && month <= 12)) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** True for a day that exists, written `2026-11-26`. */
export function isLocalDate(text: string): boolean {
  return text.length === 10 && startsWithDate(text);
}

/** True for a wall-clock time written `09:30`. */
export function isLocalTime(text: string): boolean {
  return text.length === 5 && text[2] === ':' && digits(text, 0, 2) <= 23 && digits(text, 3, 5) <= 59;
}

/** True for a time zone name the calendar data knows. */
export function isZone(text: string): boolean {
  try {
    wallClock(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

// The day read last: of the thousands of instants of a calendar, most are of the day of the one before.
let lastDay = { text: '1970-01-01T', start: 0 };

function dayStart(instant: Instant): number {
  if (instant.startsWith(lastDay.text)) return lastDay.start;
  if (!startsWithDate(instant) || instant[10] !== 'T') return NaN;
  const start = epochDay(digits(instant, 0, 4), digits(instant, 5, 7), digits(instant, 8, 10)) * dayMilliseconds;
  lastDay = { text: instant.slice(0, 11), start };
  return start;
}

/** Two digits, or NaN; without a loop, as it is asked most of all. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** Milliseconds since 1 January 1970 UTC. @throws RangeError when it is no instant. */
export function millisecondsOf(instant: Instant): number {
  const hour = pair(instant, 11);
  const minute = pair(instant, 14);
  const second = pair(instant, 17);
  const thousandths = pair(instant, 20) * 10 + digits(instant, 22, 23);
  const isClock = hour <= 23 && minute <= 59 && second <= 59 && instant[13] === ':' && instant[16] === ':';
  const isWhole = isClock && instant[19] === '.' && instant[23] === 'Z' && instant.length === 24;
  const moment = isWhole ? dayStart(instant) + ((hour * 60 + minute) * 60 + second) * 1000 + thousandths : NaN;
  if (Number.isNaN(moment)) throw new RangeError(`Not an instant: ${instant}`);
  return moment;
}

/** The instant that many milliseconds after 1 January 1970 UTC. */
export function instantFromMilliseconds(milliseconds: number): Instant {
  const day = Math.floor(milliseconds / dayMilliseconds);
  const rest = milliseconds - day * dayMilliseconds;
  const seconds = Math.floor(rest / 1000);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${dateFromDayNumber(day)}T${clock}.${String(rest % 1000).padStart(3, '0')}Z`;
}

/** Minutes after midnight. @throws RangeError when it is no time. */
export function minuteOfDay(time: LocalTime): number {
  if (!isLocalTime(time)) throw new RangeError(`Not a time: ${time}`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The wall-clock time that many minutes after midnight, within one day. */
export function timeFromMinuteOfDay(minutes: number): LocalTime {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** When a wall clock in the zone shows this. A time the clocks skip becomes the later one; one shown twice, the first. */
export function instantOf(date: LocalDate, time: LocalTime, zone: Zone): Instant {
  const { year, month, day } = partsOf(date);
  const minutes = minuteOfDay(time);
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return instantFromMilliseconds(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** From the given moment on until the next entry, local time minus UTC, in milliseconds. The first entry holds at `from`. */
export function offsetChanges(zone: Zone, from: number, to: number): readonly { at: number; offset: number }[] {
  const offsetOf = (at: Temporal.ZonedDateTime): number => Math.round(at.offsetNanoseconds / 1e6);
  let current: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const changes = [{ at: from, offset: offsetOf(current) }];
  while ((current = current.getTimeZoneTransition('next')) !== null && current.epochMilliseconds < to) {
    changes.push({ at: current.epochMilliseconds, offset: offsetOf(current) });
  }
  return changes;
}

const wallClocks = new Map<Zone, Intl.DateTimeFormat>();

function wallClock(zone: Zone): Intl.DateTimeFormat {
  // Building a formatter costs a hundred times what using it does.
  let clock = wallClocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-GB-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    wallClocks.set(zone, clock);
  }
  return clock;
}

function wallParts(instant: Instant, zone: Zone): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const parts = wallClock(zone).formatToParts(millisecondsOf(instant));
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}

/** The day a wall calendar in the zone shows at that moment. */
export function localDateOf(instant: Instant, zone: Zone): LocalDate {
  const { year, month, day } = wallParts(instant, zone);
  return dateOf(Number(year), Number(month), Number(day));
}

/** The time a wall clock in the zone shows at that moment; seconds are left off. */
export function localTimeOf(instant: Instant, zone: Zone): LocalTime {
  const { hour, minute } = wallParts(instant, zone);
  return `${two(Number(hour))}:${two(Number(minute))}`;
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(date: LocalDate): Weekday {
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The day so many days later; earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateFromDayNumber(dayNumber(date) + days);
}

/** The same day of the month so many months later, or that month's last day where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = (count % 12) + 1;
  return dateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The day an interval later. */
export function addInterval(date: LocalDate, interval: Interval): LocalDate {
  return 'weeks' in interval ? addDays(date, interval.weeks * 7) : addMonths(date, interval.months);
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The moment so many minutes later. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantFromMilliseconds(millisecondsOf(instant) + minutes * minuteMilliseconds);
}

/** Minutes from one moment to another, with fractions; negative when the second is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (millisecondsOf(to) - millisecondsOf(from)) / minuteMilliseconds;
}

/** The Monday of that day's week. */
export function startOfWeek(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The last day of that day's month. */
export function endOfMonth(date: LocalDate): LocalDate {
  const { year, month } = partsOf(date);
  return dateOf(year, month, daysInMonth(year, month));
}
