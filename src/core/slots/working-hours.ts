import { localDateOf, localTimeOf, weekdayOf } from '../time.ts';
import type { Instant, Zone } from '../time-types.ts';
import type { WorkingHours } from './slot.ts';

/** Monday to Friday from nine to five, where a mailbox does not say. */
export function usualHours(zone: Zone): WorkingHours {
  return { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', zone };
}

/** Whether somebody works all through a stretch of time. */
export function isInHours(
  { days, start, end, zone }: WorkingHours,
  at: { readonly start: Instant; readonly end: Instant },
): boolean {
  const day = localDateOf(at.start, zone);
  if (localDateOf(at.end, zone) !== day || !days.includes(weekdayOf(day))) return false;
  return localTimeOf(at.start, zone) >= start && localTimeOf(at.end, zone) <= end;
}
