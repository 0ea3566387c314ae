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
