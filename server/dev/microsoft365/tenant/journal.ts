import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Lookup } from './lookup.ts';

/** One change: which collection, which key, and the new value (null when it went away). */
export type JournalLine = [collection: string, key: string, value: unknown];

/**
 * An append-only file of changes, written before the change is answered, so that killing the process loses nothing
 * that was answered. Without a folder nothing is written.
 */
export class Journal {
  readonly #path: string | null;
  #file: number | null = null;

  constructor(dataDirectory: string | null) {
    if (dataDirectory === null) {
      this.#path = null;
      return;
    }
    mkdirSync(dataDirectory, { recursive: true });
    this.#path = join(dataDirectory, 'microsoft365.jsonl');
  }

  /** Reads what an earlier run left, the newest value of each key; a half-written last line is dropped. */
  load(): JournalLine[] {
    if (this.#path === null) {
      return [];
    }
    const newest = new Map<string, JournalLine>();
    const text = existsSync(this.#path) ? readFileSync(this.#path, 'utf8') : '';
    for (const line of text.split('\n')) {
      const parsed = parseLine(line);
      if (parsed !== null) {
        const name = `${parsed[0]} ${parsed[1]}`;
        newest.delete(name);
        newest.set(name, parsed);
      }
    }
    const lines = [...newest.values()];
    writeFileSync(`${this.#path}.new`, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    renameSync(`${this.#path}.new`, this.#path);
    this.#file = openSync(this.#path, 'a');
    return lines;
  }

  append(collection: string, key: string, value: unknown): void {
    if (this.#file !== null) {
      writeSync(this.#file, `${JSON.stringify([collection, key, value])}\n`);
    }
  }

  close(): void {
    if (this.#file !== null) {
      closeSync(this.#file);
      this.#file = null;
    }
  }
}

function parseLine(line: string): JournalLine | null {
  try {
    const value: unknown = JSON.parse(line);
    if (Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string') {
      return [value[0], value[1], value[2]];
    }
    return null;
  } catch {
    return null;
  }
}

/** Things of one kind by key, each change written to the journal. Values are replaced, never edited in place. */
export class Collection<Value> {
  readonly #name: string;
  readonly #journal: Journal;
  readonly #values = new Map<string, Value>();
  readonly #lookups: Lookup<Value>[] = [];
  readonly #watchers: ((before: Value | undefined, after: Value | undefined) => void)[] = [];

  constructor(name: string, journal: Journal) {
    this.#name = name;
    this.#journal = journal;
  }

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  values(): Value[] {
    return [...this.#values.values()];
  }

  /** How many values there are. */
  get size(): number {
    return this.#values.size;
  }

  /** A way to find values by something they hold. Asked for before there is anything to find. */
  lookup(namesOf: (value: Value) => readonly string[]): Lookup<Value> {
    const lookup = new Lookup(namesOf);
    this.#lookups.push(lookup);
    return lookup;
  }

  /** Tells of every change from now on, but not of what is brought back at a start. */
  watch(changed: (before: Value | undefined, after: Value | undefined) => void): void {
    this.#watchers.push(changed);
  }

  put(key: string, value: Value): void {
    const before = this.#values.get(key);
    this.#journal.append(this.#name, key, value);
    this.#set(key, value);
    for (const changed of this.#watchers) changed(before, value);
  }

  remove(key: string): void {
    const before = this.#values.get(key);
    this.#journal.append(this.#name, key, null);
    this.#set(key, undefined);
    for (const changed of this.#watchers) changed(before, undefined);
  }

  /** Puts something that can be made again at the next start, so it need not be written down. */
  seed(key: string, value: Value): void {
    this.#set(key, value);
  }

  /** Applies what the journal holds for this collection. */
  replay(lines: readonly JournalLine[]): void {
    for (const [name, key, value] of lines) {
      if (name !== this.#name) {
        continue;
      }
      this.#set(key, value === null ? undefined : (value as Value));
    }
  }

  #set(key: string, value: Value | undefined): void {
    const before = this.#lookups.length === 0 ? undefined : this.#values.get(key);
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, value);
    for (const lookup of this.#lookups) lookup.changed(key, before, value);
  }
}
