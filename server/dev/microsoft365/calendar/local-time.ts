import { Temporal } from 'temporal-polyfill';
import { findIana, findWindows } from 'windows-iana';

/** Newer names the Windows table does not list, beside a name it does list. */
const RENAMED_ZONES: Readonly<Record<string, string>> = {
  'Europe/Kyiv': 'Europe/Kiev',
  'Asia/Kolkata': 'Asia/Calcutta',
  'America/Ciudad_Juarez': 'America/Ojinaga',
  'Asia/Yangon': 'Asia/Rangoon',
};

/** Names the reference lists for Graph that are in no other list of zones, with the zone they mean. */
const GRAPH_ZONES: Readonly<Record<string, string>> = {
  'Asia/Toshkent': 'Asia/Tashkent',
  'Asia/Astana': 'Asia/Almaty',
};

const DAY_MS = 86_400_000;
const knownZones = new Map<string, string | null>();

/** The IANA zone for a Windows or IANA zone name, or null when nobody knows the name. */
export function ianaZone(name: string): string | null {
  const known = knownZones.get(name);
  if (known !== undefined) {
    return known;
  }
  const found =
    name === 'UTC' || name === 'tzone://Microsoft/Utc'
      ? 'UTC'
      : (GRAPH_ZONES[name] ?? findIana(name)[0] ?? validIana(name));
  knownZones.set(name, found);
  return found;
}

function validIana(name: string): string | null {
  if (!name.includes('/')) {
    return null;
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return null;
  }
}

/** The Windows name of an IANA zone, as mailbox settings report it; the IANA name when Windows has none. */
export function windowsZone(iana: string): string {
  return remembered(windowsNames, iana, () => {
    const listed = findWindows(RENAMED_ZONES[iana] ?? iana)[0];
    return (
      listed ?? findWindows(new Intl.DateTimeFormat('en', { timeZone: iana }).resolvedOptions().timeZone)[0] ?? iana
    );
  });
}

/** Answers already worked out: the same calendar is looked at again and again, and a zone's rules do not change meanwhile. */
const instants = new Map<string, number>();
const wallTimes = new Map<string, string>();
const windowsNames = new Map<string, string>();
const dates = new Map<number, string>();
const dayNumbers = new Map<string, number>();
const MOST_REMEMBERED = 200_000;

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) {
    return before;
  }
  if (known.size >= MOST_REMEMBERED) {
    known.clear();
  }
  const found = find();
  known.set(key, found);
  return found;
}

/** The instant (epoch milliseconds) of a wall-clock time in a zone; a time the clocks skip moves forward. */
export function toEpoch(local: string, zone: string): number {
  if (zone === 'UTC') {
    return Date.parse(`${local}Z`);
  }
  return remembered(
    instants,
    `${local} ${zone}`,
    () => Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds,
  );
}

/** The wall-clock time `YYYY-MM-DDTHH:MM:SS` of an instant (epoch milliseconds) in a zone. */
export function toLocal(epochMs: number, zone: string): string {
  if (zone === 'UTC') {
    return new Date(epochMs).toISOString().slice(0, 19);
  }
  return remembered(wallTimes, `${String(epochMs)} ${zone}`, () =>
    Temporal.Instant.fromEpochMilliseconds(epochMs)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'second' }),
  );
}

/** Whether a `YYYY-MM-DD` is a day that exists. */
export function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Days since 1 January 1970 of a `YYYY-MM-DD` date. */
export function dayNumber(date: string): number {
  return remembered(dayNumbers, date, () => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS));
}

/** The `YYYY-MM-DD` date of a day number. */
export function dateOfDay(day: number): string {
  return remembered(dates, day, () => new Date(day * DAY_MS).toISOString().slice(0, 10));
}

/** Weekday of a day number, 0 = Sunday. */
export function weekdayOfDay(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** A local date and time some minutes later on the wall clock (no zone, so no clock change). */
export function addLocalMinutes(local: string, minutes: number): string {
  return new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString().slice(0, 19);
}

/** Minutes between two wall-clock times. */
export function localMinutesBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000);
}

/** Graph writes date and time with seven decimals and no offset. */
export function graphDateTime(local: string): string {
  return `${local}.0000000`;
}

/** An instant as Graph writes one. */
export function graphInstant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
