import { localDateOf, localTimeOf } from '#core/time.ts';

/**
 * The moment a wall clock in a zone shows a day and a time; null where it never does, as in the hour skipped in spring.
 * Found by looking, so that a screen does not carry the date library.
 */
export function momentOf(date: string, time: string, zone: string): string | null {
  const wanted = Date.parse(`${date}T${time}:00.000Z`);
  let guess = wanted;
  for (let round = 0; round < 3; round += 1) {
    const instant = new Date(guess).toISOString();
    const shown = Date.parse(`${localDateOf(instant, zone)}T${localTimeOf(instant, zone)}:00.000Z`);
    if (shown === wanted) return instant;
    guess += wanted - shown;
  }
  return null;
}
