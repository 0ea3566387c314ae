import { localDateOf, localTimeOf } from '#core/time.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';

const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day as a sentence to somebody has it: 1 March 2027. */
export function dayInWords(day: LocalDate): string {
  return words.format(new Date(`${day}T00:00:00Z`));
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** A moment as somebody in a zone would say it: Tuesday 8 December 2026 at 10:00. */
export function momentInWords(at: Instant, zone: Zone): string {
  const day = localDateOf(at, zone);
  return `${weekday.format(new Date(`${day}T00:00:00Z`))} ${dayInWords(day)} at ${localTimeOf(at, zone)}`;
}
