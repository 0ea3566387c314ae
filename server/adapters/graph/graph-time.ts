import { instantFromMilliseconds, instantOf, localDateOf, localTimeOf } from '#core/time.ts';
import type { Instant, Zone } from '#core/time-types.ts';
import type { DateTimeAnswer } from './graph-schemas.ts';
import { windowsZoneOf, zoneOfOutlook } from './graph-zone.ts';

const wallTime = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/;

/** Asks Graph to give times in UTC. */
export const inUtc = { Prefer: 'outlook.timezone="UTC"' };

/** The moment Graph means by a wall-clock time and a zone; the fallback stands in for a zone nobody else knows. */
export function instantOfOutlook({ dateTime, timeZone }: DateTimeAnswer, fallback: Zone): Instant {
  const match = wallTime.exec(dateTime);
  const [, date, time] = match ?? [];
  if (date === undefined || time === undefined) return instantOfText(dateTime);
  return instantOf(date, time, zoneOfOutlook(timeZone) ?? fallback);
}

/** The moment of a `DateTimeOffset`. @throws RangeError where it is none */
export function instantOfText(text: string): Instant {
  return instantFromMilliseconds(new Date(text).getTime());
}

/** A moment as Outlook wants it: wall-clock time in the zone, with that zone's name. */
export function outlookTimeOf(instant: Instant, zone: Zone): DateTimeAnswer {
  return { dateTime: `${localDateOf(instant, zone)}T${localTimeOf(instant, zone)}:00`, timeZone: windowsZoneOf(zone) };
}

/** A moment as Outlook wants it, in UTC to the second. */
export function utcTimeOf(instant: Instant): DateTimeAnswer {
  return { dateTime: instant.slice(0, 19), timeZone: 'UTC' };
}
