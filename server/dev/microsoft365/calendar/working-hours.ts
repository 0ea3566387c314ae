import { inconvertible } from './body-shape.ts';
import { ianaZone, windowsZone } from './local-time.ts';
import { WEEKDAYS } from './recurrence.ts';
import { badRequest } from '../graph/error.ts';
import type { Json } from '../graph/request.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

/** A person's working hours as Graph writes them: those they set themselves, otherwise those of the organisation. */
export function workingHoursView(tenant: Tenant, person: DirectoryPerson): Json {
  const own = tenant.settings.get(person.id)?.['workingHours'];
  return (own as Json | undefined) ?? standardHours(person);
}

function standardHours({ workingHours: { days, start, end }, timeZone }: DirectoryPerson): Json {
  return {
    daysOfWeek: days,
    startTime: `${start}:00.0000000`,
    endTime: `${end}:00.0000000`,
    timeZone: { name: windowsZone(timeZone) },
  };
}

/** Working hours after a change; what is not said stays. @throws GraphError 400 with the codes of user-update-mailboxsettings. */
export function workingHoursInput(value: Json, before: Json): Json {
  const changed = {
    daysOfWeek: value['daysOfWeek'] === undefined ? before['daysOfWeek'] : daysInput(value['daysOfWeek']),
    startTime: value['startTime'] === undefined ? before['startTime'] : timeInput(value['startTime']),
    endTime: value['endTime'] === undefined ? before['endTime'] : timeInput(value['endTime']),
    timeZone: value['timeZone'] === undefined ? before['timeZone'] : zoneInput(value['timeZone']),
  };
  if (String(changed.startTime) > String(changed.endTime)) {
    throw badRequest('Start Time should occur before End Time.', 'ErrorInvalidTimeSettings');
  }
  return changed;
}

/** @throws GraphError 400 `InvalidArguments` for a day no week has. */
export function daysInput(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : []).map((one) => {
    const day = WEEKDAYS.find((each) => typeof one === 'string' && each === one.toLowerCase());
    if (day === undefined) {
      throw badRequest(`Requested value '${words(one)}' was not found.`, 'InvalidArguments');
    }
    return day;
  });
}

function timeInput(value: unknown): string {
  const found = /^((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,7}))?$/.exec(typeof value === 'string' ? value : '');
  if (found?.[1] === undefined) {
    throw inconvertible(value, 'Edm.TimeOfDay');
  }
  return `${found[1]}.${(found[2] ?? '').padEnd(7, '0')}`;
}

/** A zone by its name, or one of the person's own making with the days its clocks change. */
function zoneInput(value: unknown): Json {
  const zone = (typeof value === 'object' && value !== null ? value : {}) as Json;
  if (String(zone['@odata.type']).endsWith('customTimeZone')) {
    return customZone(zone);
  }
  const { name } = zone;
  if (typeof name !== 'string' || ianaZone(name) === null) {
    throw invalidZone();
  }
  return { name: name.includes('/') ? windowsZone(name) : name };
}

function customZone({ bias, standardOffset, daylightOffset, name }: Json): Json {
  if (!isMinutes(bias)) {
    throw invalidZone();
  }
  return {
    '@odata.type': '#microsoft.graph.customTimeZone',
    name: typeof name === 'string' ? name : 'Customized Time Zone',
    bias,
    standardOffset: clockChange(standardOffset),
    daylightOffset: daylightChange(daylightOffset),
  };
}

function daylightChange(value: unknown): Json | null {
  const change = clockChange(value);
  const bias = change === null ? 0 : ((value as Json)['daylightBias'] ?? 0);
  if (!isMinutes(bias)) {
    throw invalidZone();
  }
  return change === null ? null : { daylightBias: bias, ...change };
}

/** The day of a year the clocks change: the nth weekday of a month (5 is the last), at a time of day. */
function clockChange(value: unknown): Json | null {
  if (value === undefined || value === null) {
    return null;
  }
  const { time, dayOccurrence, dayOfWeek, month, year } = value as Json;
  const day = WEEKDAYS.find((one) => typeof dayOfWeek === 'string' && one === dayOfWeek.toLowerCase());
  const isWhole = (asked: unknown, least: number, most: number): boolean =>
    Number.isInteger(asked) && Number(asked) >= least && Number(asked) <= most;
  if (day === undefined || !isWhole(dayOccurrence, 1, 5) || !isWhole(month, 1, 12) || !isWhole(year ?? 0, 0, 9999)) {
    throw invalidZone();
  }
  return { time: timeInput(time), dayOccurrence, dayOfWeek: day, month, year: year ?? 0 };
}

function isMinutes(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 24 * 60;
}

/** @returns Graph's 400 for a zone nobody knows in somebody's settings. */
export function invalidZone(): Error {
  return badRequest('Time Zone settings provided are invalid.', 'InvalidTimeZone');
}

function words(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 100);
}
