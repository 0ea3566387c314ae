import type { LocalDate } from '#core/time-types.ts';

const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day as a sentence to somebody has it: 1 March 2027. */
export function dayInWords(day: LocalDate): string {
  return words.format(new Date(`${day}T00:00:00Z`));
}
