import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { ianaZone, toEpoch, toLocal } from './local-time.ts';

/** Every Windows time zone a mailbox takes. */
export const WINDOWS_ZONES: readonly string[] = [...new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))];

/** The IANA names Graph lists beside the Windows ones (dateTimeTimeZone resource) that its Windows table has in another spelling. */
const NEWER_NAMES = ['Europe/Kyiv', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Yangon', 'Atlantic/Reykjavik'];

/** Every IANA time zone a mailbox takes, in order. */
export function ianaNames(): string[] {
  const listed = WINDOWS_TO_IANA_MAP.flatMap(({ iana }): string[] => [...iana]);
  return [...new Set([...listed, ...NEWER_NAMES])].filter((name) => ianaZone(name) !== null).toSorted();
}

/** A Windows zone with how far it is from UTC, as Outlook lists them. */
export function zoneTitle(windows: string, now: number): string {
  const zone = ianaZone(windows) ?? 'UTC';
  const year = new Date(now).getUTCFullYear();
  // The offset in the title is that of standard time: the smaller of the year's two.
  const offsets = ['01', '07'].map((month) => {
    const at = Date.parse(`${String(year)}-${month}-15T12:00:00Z`);
    return Math.round((toEpoch(toLocal(at, zone), 'UTC') - at) / 60_000);
  });
  const minutes = Math.min(...offsets);
  const clock = `${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
  return `(UTC${minutes === 0 ? '' : `${minutes < 0 ? '-' : '+'}${clock}`}) ${windows}`;
}
