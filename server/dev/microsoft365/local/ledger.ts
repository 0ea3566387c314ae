import { graphInstant } from '../calendar/local-time.ts';
import type { Collection } from '../tenant/journal.ts';

export type LedgerKind =
  | 'event-created'
  | 'event-updated'
  | 'event-deleted'
  | 'invitation'
  | 'update'
  | 'cancellation'
  | 'response'
  | 'attachment-added'
  | 'attachment-received'
  | 'mail-sent'
  | 'mail-received'
  | 'app-installed'
  | 'app-removed'
  | 'tab-added'
  | 'tab-removed'
  | 'notification';

/** Something a mailbox, calendar or chat really received, and who made it happen. */
export interface LedgerEntry {
  seq: number;
  at: string;
  kind: LedgerKind;
  /** Object id of the person whose mailbox it is; null when it happened in a chat. */
  mailbox: string | null;
  address: string | null;
  by: { personId: string | null; app: string };
  subject: string | null;
  eventId?: string;
  seriesMasterId?: string;
  occurrenceDate?: string;
  iCalUId?: string;
  messageId?: string;
  chatId?: string;
  attachment?: { name: string; size: number; contentType: string };
  detail?: string;
}

export type LedgerNote = Omit<LedgerEntry, 'seq' | 'at' | 'address'>;

/** The record of everything received, in order, kept apart from what any application believes it sent. */
export class Ledger {
  readonly #entries: Collection<LedgerEntry>;
  readonly #now: () => number;
  readonly #addressOf: (personId: string) => string | null;
  #last = 0;

  constructor(entries: Collection<LedgerEntry>, now: () => number, addressOf: (personId: string) => string | null) {
    this.#entries = entries;
    this.#now = now;
    this.#addressOf = addressOf;
  }

  /** Continues counting after what an earlier run wrote. */
  resume(): void {
    this.#last = Math.max(0, ...this.#entries.values().map((entry) => entry.seq));
  }

  note(what: LedgerNote): void {
    this.#last += 1;
    const address = what.mailbox === null ? null : this.#addressOf(what.mailbox);
    this.#entries.put(String(this.#last), { seq: this.#last, at: graphInstant(this.#now()), address, ...what });
  }

  entries(): LedgerEntry[] {
    return this.#entries.values();
  }
}
