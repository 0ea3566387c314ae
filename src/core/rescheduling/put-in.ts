import type { Meeting } from '../meeting/meeting.ts';
import { Refusal } from '../refusal.ts';
import { localDateOf } from '../time.ts';
import type { Instant, Zone } from '../time-types.ts';

/**
 * One more one-to-one is put in where one is missing, never on a day that has one: two screens, or both pressing, put in one between
 * them. @throws Refusal one-to-one-that-day with the day
 */
export function requireDayWithout(meetings: readonly Meeting[], start: Instant, zone: Zone): void {
  const date = localDateOf(start, zone);
  const stands = meetings.some(
    (one) =>
      one.kind === 'one-to-one' &&
      one.state !== 'cancelled' &&
      one.state !== 'missed' &&
      localDateOf(one.start, zone) === date,
  );
  if (stands) throw new Refusal('one-to-one-that-day', { date });
}
