import { GraphError } from './error.ts';
import { freshGuid } from '../tenant/identifiers.ts';

/** Where a reader of changes stands: its first query, and which version of each thing it was sent under which id. */
export interface ChangeReader {
  query: string;
  seen: ReadonlyMap<string, { version: number; sentAs: string }>;
}

/** Something that may have changed: its lasting key, its version, and the id it is sent under. */
export interface Changing<Item> {
  key: string;
  version: number;
  sentAs: string;
  item: Item;
}

/** A page of changes for one reader. */
export interface Changes<Item> {
  /** What came or changed, with whether the reader knew of it. */
  sent: { one: Changing<Item>; isKnown: boolean }[];
  /** Ids of what went away; only on the last page. */
  gone: string[];
  isLast: boolean;
  token: string;
}

/** Readers remembered; the oldest have to begin again. */
const MOST_READERS = 1000;

/** Those who follow changes, each by a token nobody can make up; forgotten at a restart, after which readers begin again. */
export class ChangeReaders {
  readonly #readers = new Map<string, ChangeReader>();

  /** The reader of a token. `of` says what it follows. @throws GraphError 410 for a token nobody gave for that. */
  open(of: string, token: string): ChangeReader {
    const reader = this.#readers.get(`${of} ${token}`);
    if (reader === undefined) {
      throw new GraphError(410, 'SyncStateNotFound', 'The sync state generation is not found; start again.');
    }
    return reader;
  }

  /** The next page for a reader, and where it stands after it; the reader itself stays where it is. */
  next<Item>(of: string, reader: ChangeReader, now: readonly Changing<Item>[], size: number): Changes<Item> {
    const changed = now.filter((one) => reader.seen.get(one.key)?.version !== one.version);
    const page = changed.slice(0, size);
    const isLast = page.length === changed.length;
    const there = new Set(now.map((one) => one.key));
    const seen = new Map(reader.seen);
    const gone: string[] = [];
    for (const [key, { sentAs }] of isLast ? reader.seen : []) {
      if (!there.has(key)) {
        seen.delete(key);
        gone.push(sentAs);
      }
    }
    for (const { key, version, sentAs } of page) {
      seen.set(key, { version, sentAs });
    }
    const token = freshGuid();
    this.#readers.set(`${of} ${token}`, { ...reader, seen });
    const [oldest] = this.#readers.keys();
    if (this.#readers.size > MOST_READERS && oldest !== undefined) {
      this.#readers.delete(oldest);
    }
    return { sent: page.map((one) => ({ one, isKnown: reader.seen.has(one.key) })), gone, isLast, token };
  }
}
