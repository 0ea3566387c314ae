import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { StoredEvent } from '../calendar/event.ts';
import { mailboxInId } from './identifiers.ts';
import type { Journal, JournalLine } from './journal.ts';

type Events = Map<string, StoredEvent>;

/** How many calendars are kept ready; the others wait packed, at about a twentieth of the memory. */
const READY_CALENDARS = 256;

/** A quick packing: a busy calendar is opened again in about a millisecond. */
const QUICKLY = { level: 1 };

/**
 * Everybody's calendar items by id, each change written to the journal. Values are replaced, never edited in place.
 * Calendars nobody asked for lately are packed, so that ten thousand of them fit into the memory of a laptop.
 */
export class CalendarStore {
  readonly #journal: Journal;
  readonly #ready = new Map<string, Events>();
  readonly #packed = new Map<string, Uint8Array>();
  /** Whose item it is, where its id does not say so. */
  readonly #mailboxes = new Map<string, string>();

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  get(id: string): StoredEvent | undefined {
    const mailbox = this.#mailboxOf(id);
    return mailbox === undefined ? undefined : this.#open(mailbox)?.get(id);
  }

  /** Everything in one calendar, oldest first. */
  of(mailbox: string): StoredEvent[] {
    return [...(this.#open(mailbox)?.values() ?? [])];
  }

  put(id: string, event: StoredEvent): void {
    this.#journal.append('events', id, event);
    this.#set(id, event);
  }

  remove(id: string): void {
    this.#journal.append('events', id, null);
    this.#delete(id);
  }

  /** Puts an item that can be made again at the next start, so it need not be written down. */
  seed(id: string, event: StoredEvent): void {
    this.#set(id, event);
  }

  /** Applies what the journal holds of calendars. */
  replay(lines: readonly JournalLine[]): void {
    for (const [collection, id, value] of lines) {
      if (collection !== 'events') continue;
      if (value === null) this.#delete(id);
      else this.#set(id, value as StoredEvent);
    }
  }

  #mailboxOf(id: string): string | undefined {
    return this.#mailboxes.get(id) ?? mailboxInId(id) ?? undefined;
  }

  #set(id: string, event: StoredEvent): void {
    if (mailboxInId(id) !== event.mailbox) this.#mailboxes.set(id, event.mailbox);
    const events = this.#open(event.mailbox) ?? new Map<string, StoredEvent>();
    events.set(id, event);
    this.#makeReady(event.mailbox, events);
  }

  #delete(id: string): void {
    const mailbox = this.#mailboxOf(id);
    if (mailbox !== undefined) this.#open(mailbox)?.delete(id);
    this.#mailboxes.delete(id);
  }

  #open(mailbox: string): Events | undefined {
    const ready = this.#ready.get(mailbox);
    if (ready !== undefined) {
      this.#makeReady(mailbox, ready);
      return ready;
    }
    const packed = this.#packed.get(mailbox);
    if (packed === undefined) return undefined;
    const events = new Map(
      (JSON.parse(inflateRawSync(packed).toString()) as StoredEvent[]).map((event) => [event.id, event]),
    );
    this.#packed.delete(mailbox);
    this.#makeReady(mailbox, events);
    return events;
  }

  /** Keeps a calendar ready as the newest, and packs the one nobody asked for longest. */
  #makeReady(mailbox: string, events: Events): void {
    this.#ready.delete(mailbox);
    this.#ready.set(mailbox, events);
    if (this.#ready.size <= READY_CALENDARS) return;
    const [oldest] = this.#ready;
    if (oldest === undefined) return;
    this.#ready.delete(oldest[0]);
    this.#packed.set(oldest[0], packed(oldest[1]));
  }
}

/** Copied, since zlib's own answer holds on to more room than it fills. */
function packed(events: Events): Uint8Array {
  return new Uint8Array(deflateRawSync(JSON.stringify([...events.values()]), QUICKLY));
}
