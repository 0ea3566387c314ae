import { Collection } from './journal.ts';
import type { Journal, JournalLine } from './journal.ts';

/** The collections that one room each keeps for itself. */
const NAMES = ['categories', 'mailFolders', 'automaticReplies', 'todoLists', 'todoTasks'] as const;
export type RoomCollectionName = (typeof NAMES)[number];

/** Collections nobody but their own room knows, made when the room first asks and kept across restarts like all others. */
export class RoomCollections {
  readonly #journal: Journal;
  readonly #made = new Map<string, unknown>();
  #lines: JournalLine[] = [];

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** Notes what an earlier run left, for rooms that ask later. */
  remember(lines: readonly JournalLine[]): void {
    this.#lines = lines.filter(([name]) => NAMES.some((one) => one === name));
  }

  /**
   * The collection of that name with what an earlier run left in it; the same name gives the same one.
   * `prepare` runs once, before anything is in it.
   */
  kept<Value>(
    name: RoomCollectionName,
    prepare: (collection: Collection<Value>) => void = () => undefined,
  ): Collection<Value> {
    const known = this.#made.get(name);
    if (known !== undefined) {
      return known as Collection<Value>;
    }
    const collection = new Collection<Value>(name, this.#journal);
    this.#made.set(name, collection);
    prepare(collection);
    collection.replay(this.#lines);
    return collection;
  }
}
