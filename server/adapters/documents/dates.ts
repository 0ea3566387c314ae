import { localDateOf, localTimeOf } from '#core/time.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';

// British English, put together from parts: the punctuation Intl chooses differs between its versions.

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
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function partsOf(date: LocalDate): {
  readonly weekday: string;
  readonly day: number;
  readonly month: string;
  readonly year: number;
} {
  const at = new Date(`${date}T00:00:00Z`);
  return {
    weekday: days[at.getUTCDay()] ?? '',
    day: at.getUTCDate(),
    month: months[at.getUTCMonth()] ?? '',
    year: at.getUTCFullYear(),
  };
}

/** `10 December` */
export function dayAndMonth(date: LocalDate): string {
  const { day, month } = partsOf(date);
  return `${String(day)} ${month}`;
}

/** `Fri 27 Nov` */
export function shortDay(date: LocalDate): string {
  const { weekday, day, month } = partsOf(date);
  return `${weekday.slice(0, 3)} ${String(day)} ${month.slice(0, 3)}`;
}

/** `Thursday 10 December 2026` */
export function fullDay(date: LocalDate): string {
  const { weekday, day, month, year } = partsOf(date);
  return `${weekday} ${String(day)} ${month} ${String(year)}`;
}

/** `Thursday 10 December 2026, 10:00 to 10:45`, on the wall clock of the zone. */
export function dayAndTimes(start: Instant, end: Instant, zone: Zone): string {
  return `${fullDay(localDateOf(start, zone))}, ${localTimeOf(start, zone)} to ${localTimeOf(end, zone)}`;
}
