import { Refusal } from '../refusal.ts';
import { addDays, localDateOf, minutesBetween } from '../time.ts';
import type { Instant } from '../time-types.ts';

const shortestMinutes = 5;
const longestMinutes = 240;
/** Further ahead nobody plans a single meeting on purpose. */
const daysAhead = 730;

/**
 * Lets through a time at which the two can mean to meet: still to come, in the next two years, five minutes to four hours.
 * @throws Refusal `slot-in-past`, `bad-request`
 */
export function requirePossibleSpan(
  { start, end }: { readonly start: Instant; readonly end: Instant },
  now: Instant,
): void {
  const minutes = minutesBetween(start, end);
  if (minutes < shortestMinutes || minutes > longestMinutes) throw new Refusal('bad-request', { what: 'end' });
  if (start <= now) throw new Refusal('slot-in-past');
  if (localDateOf(start, 'UTC') > addDays(localDateOf(now, 'UTC'), daysAhead))
    throw new Refusal('bad-request', { what: 'start' });
}
