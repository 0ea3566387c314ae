import { findIana, findWindows } from 'windows-iana';
import { isZone } from '#core/time.ts';
import type { Zone } from '#core/time-types.ts';

/** Zones younger than the mapping between Windows and IANA names. */
const missing: Readonly<Record<Zone, string>> = {
  'America/Ciudad_Juarez': 'Mountain Standard Time',
  'America/Coyhaique': 'Magallanes Standard Time',
};

/** The mapping still speaks of these by their old names. */
const renamed: Readonly<Record<string, Zone>> = {
  'Europe/Kiev': 'Europe/Kyiv',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
};

/** The name Outlook knows a zone by; the IANA name itself where it has none. */
export function windowsZoneOf(zone: Zone): string {
  // Intl goes by the same old names as the mapping: Europe/Kiev for Europe/Kyiv.
  const old = new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone;
  return findWindows(zone)[0] ?? findWindows(old)[0] ?? missing[zone] ?? zone;
}

/** The zone Outlook means: a Windows name, an IANA name, or null for one of somebody's own making. */
export function zoneOfOutlook(name: string | null | undefined): Zone | null {
  if (!name) return null;
  const found = findIana(name)[0];
  if (found !== undefined) return renamed[found] ?? found;
  return isZone(name) ? name : null;
}
