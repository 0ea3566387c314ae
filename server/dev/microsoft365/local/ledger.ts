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
  | 'chat-message'
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
  /** Everything in order, and the same by mailbox: a reader of one mailbox does not walk through all others. */
  #inOrder: LedgerEntry[] = [];
  readonly #byMailbox = new Map<string | null, LedgerEntry[]>();
  #last = 0;

  constructor(entries: Collection<LedgerEntry>, now: () => number, addressOf: (personId: string) => string | null) {
    this.#entries = entries;
    this.#now = now;
    this.#addressOf = addressOf;
  }

  /** Continues counting after what an earlier run wrote. */
  resume(): void {
    this.#inOrder = this.#entries.values().toSorted((one, other) => one.seq - other.seq);
    this.#byMailbox.clear();
    for (const entry of this.#inOrder) {
      this.#file(entry);
    }
    this.#last = this.#inOrder.at(-1)?.seq ?? 0;
  }

  note(what: LedgerNote): void {
    this.#last += 1;
    const address = what.mailbox === null ? null : this.#addressOf(what.mailbox);
    const entry = { seq: this.#last, at: graphInstant(this.#now()), address, ...what };
    this.#entries.put(String(this.#last), entry);
    this.#inOrder.push(entry);
    this.#file(entry);
  }

  /** How many entries there are; costs nothing. */
  get count(): number {
    return this.#inOrder.length;
  }

  /** A copy of all entries, oldest first. */
  entries(): LedgerEntry[] {
    return [...this.#inOrder];
  }

  /** Entries oldest first, not copied: of one mailbox (null: what happened in chats), or of all when none is named. */
  of(mailbox?: string | null): readonly LedgerEntry[] {
    return mailbox === undefined ? this.#inOrder : (this.#byMailbox.get(mailbox) ?? []);
  }

  #file(entry: LedgerEntry): void {
    const found = this.#byMailbox.get(entry.mailbox);
    if (found === undefined) {
      this.#byMailbox.set(entry.mailbox, [entry]);
    } else {
      found.push(entry);
    }
  }
}
