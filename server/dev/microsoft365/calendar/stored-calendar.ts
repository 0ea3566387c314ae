import type { Json } from '../graph/request.ts';

/** A calendar somebody made beside their default one, or the name and colour they gave the default one. */
export interface StoredCalendar {
  id: string;
  mailbox: string;
  name: string;
  color: string;
  changeNumber: number;
}

/** What a person changed in their mailbox settings, by the name of the setting. */
export type StoredSettings = Readonly<Record<string, unknown>>;

/** A large file on its way to an event or message. */
export interface UploadSession {
  id: string;
  /** The token in its address; whoever holds the address may upload. */
  token: string;
  path: string;
  expiresAt: number;
  name: string;
  contentType: string;
  isInline: boolean;
  contentId: string | null;
  size: number;
  received: Uint8Array[];
  /** How many bytes have come. */
  next: number;
  /** Hangs the whole file on its item and says which id it has there; null when the item has gone. */
  finish: (bytes: Buffer) => { id: string; body: Json } | null;
}
