/**
 * What the local office.js in Outlook's pane and the page around it say to each other, by postMessage:
 *   pane -> page  { localOffice: 1, id, ask, value? }         ask is one of OfficeAsk
 *   page -> pane  { localOffice: 1, id, ok: true, value } or { localOffice: 1, id, ok: false, code, message }
 *   page -> pane  { localOffice: 1, event: 'themeChanged', value: OfficeThemeColours }
 *   page -> pane  { localOffice: 1, event: 'nestedAuth', value: string } answers of the nested authentication bridge
 */
export type OfficeAsk = 'start' | 'token' | 'nestedAuth' | 'openLink' | 'closePane';

/** A pane's question. */
export interface OfficeRequest {
  readonly localOffice: 1;
  readonly id: number;
  readonly ask: OfficeAsk;
  readonly value?: unknown;
}

/** The page's answer to one question. */
export type OfficeReply = { readonly localOffice: 1; readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: number; readonly message: string }
);

/** Something the page tells the pane unasked. */
export interface OfficeEvent {
  readonly localOffice: 1;
  readonly event: 'themeChanged' | 'nestedAuth';
  readonly value: unknown;
}

/** A name and address as Outlook shows them. */
export interface OfficeAddress {
  readonly displayName: string;
  readonly emailAddress: string;
}

/** The appointment the pane stands beside. Instants are ISO text. */
export interface OfficeAppointment {
  readonly itemId: string;
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly location: string;
  readonly seriesId: string | null;
  readonly organizer: OfficeAddress;
  readonly requiredAttendees: readonly OfficeAddress[];
  /** Organisers see the form they can change, others the one to read. */
  readonly mode: 'compose' | 'read';
}

/** `Office.context.officeTheme`. */
export interface OfficeThemeColours {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
  readonly isDarkTheme: boolean;
}

/** What the pane learns when it starts. */
export interface OfficeStart {
  readonly appointment: OfficeAppointment;
  readonly theme: OfficeThemeColours;
  readonly displayLanguage: string;
  readonly person: OfficeAddress & { readonly timeZone: string };
  readonly nestedAppAuth: boolean;
}

/** Reads a posted message as a pane's question; undefined when it is something else. */
export function readOfficeRequest(message: unknown): OfficeRequest | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { localOffice, id, ask, value } = message as Record<string, unknown>;
  if (localOffice !== 1 || typeof id !== 'number' || !isAsk(ask)) return undefined;
  return { localOffice: 1, id, ask, value };
}

function isAsk(ask: unknown): ask is OfficeAsk {
  return ask === 'start' || ask === 'token' || ask === 'nestedAuth' || ask === 'openLink' || ask === 'closePane';
}
