import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import type { HostName, HostTheme } from '../protocol/surface.ts';
import type { CalendarView } from './route.ts';

/** What happens when the app asks for its token. */
export type TokenMode = 'ok' | 'denied' | 'consent' | 'slow' | 'other-tenant';

/** What the person trying things out has chosen for this browser. */
export interface Settings {
  readonly theme: HostTheme;
  readonly locale: string;
  readonly hostClientType: 'web' | 'desktop' | 'android' | 'ios';
  /** Which product the personal tab is shown in. */
  readonly hostName: HostName;
  readonly nestedAppAuth: boolean;
  readonly tokenMode: TokenMode;
  /** Whether the meeting's side panel was open when last seen. */
  readonly isSidePanelOpen: boolean;
  /** Whether Outlook's pane was open when last seen. */
  readonly isPaneOpen: boolean;
  /** How many days the calendar showed when last seen. */
  readonly calendarView: CalendarView;
  /** Whether everything is shown as on a phone, 360 pixels wide. */
  readonly isPhone: boolean;
}

const key = 'local-microsoft-365';
const standard: Settings = {
  theme: 'default',
  locale: 'en-gb',
  hostClientType: 'web',
  hostName: 'Teams',
  nestedAppAuth: true,
  tokenMode: 'ok',
  isSidePanelOpen: false,
  isPaneOpen: true,
  calendarView: 'work-week',
  isPhone: false,
};

/** What a browser kept from an older version, or somebody typed, counts as far as it is known here. */
const kept = z.object({
  theme: z.enum(['default', 'dark', 'contrast']).catch(standard.theme),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}-[a-z]{2}$/i)
    .catch(standard.locale),
  hostClientType: z.enum(['web', 'desktop', 'android', 'ios']).catch(standard.hostClientType),
  hostName: z.enum(['Teams', 'Outlook', 'Office']).catch(standard.hostName),
  nestedAppAuth: z.boolean().catch(standard.nestedAppAuth),
  tokenMode: z.enum(['ok', 'denied', 'consent', 'slow', 'other-tenant']).catch(standard.tokenMode),
  isSidePanelOpen: z.boolean().catch(standard.isSidePanelOpen),
  isPaneOpen: z.boolean().catch(standard.isPaneOpen),
  calendarView: z.enum(['day', 'work-week', 'week']).catch(standard.calendarView),
  isPhone: z.boolean().catch(standard.isPhone),
}) satisfies z.ZodType<Settings>;

/** The settings a text holds; what it does not hold, or holds wrongly, is as at the start. */
export function readSettings(text: string | null): Settings {
  try {
    return kept.parse(JSON.parse(text ?? '{}'));
  } catch {
    return standard;
  }
}

function stored(): Settings {
  try {
    return readSettings(localStorage.getItem(key));
  } catch {
    return standard;
  }
}

let current = stored();
const listeners = new Set<() => void>();

/** The settings as they stand. */
export function settings(): Settings {
  return current;
}

/** Changes some settings, for this browser and for good. */
export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing still lets one try things out.
  }
  for (const listener of listeners) listener();
}

/** Calls back after each change; returns the way to stop. */
export function onSettingsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The settings, followed by a component. */
export function useSettings(): Settings {
  return useSyncExternalStore(onSettingsChange, settings);
}
