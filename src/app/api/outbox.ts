import type { RouteName } from '#contract/api.ts';
import { ApiError, Offline } from './api-error.ts';
import type { CallApi, CallOptions } from './call-api.ts';
import { createStore, type Store } from './store.ts';

/** Something a person wrote that the server has not confirmed yet. */
export interface Unsent {
  /** For something added its client-made id, so that sending twice adds once; otherwise an id of the sending itself. */
  readonly id: string;
  /** Entries of one lane go in order; a lane is a meeting. */
  readonly lane: string;
  /** Whose screens change by it; null: anybody's. */
  readonly pairId: string | null;
  readonly name: RouteName;
  readonly params: Readonly<Record<string, string>>;
  readonly request: unknown;
  /**
   * `waiting`: nobody answered, it goes again by itself. `refused`: the server said no; the text is kept until somebody decides.
   * `sent`: the server has it, and the screen is about to read it back.
   */
  readonly state: 'sending' | 'waiting' | 'refused' | 'sent';
  readonly error: Error | null;
}

/** Keeps what was written until the server has it, in order, over lost connections. */
export interface Outbox {
  readonly entries: Store<readonly Unsent[]>;
  /** Puts something in; resolves with what the server answered, or rejects when it said no. While nobody answers, it just waits. */
  send<Name extends RouteName>(
    place: Pick<Unsent, 'id' | 'lane' | 'pairId'>,
    name: Name,
    options: CallOptions<Name>,
  ): Promise<unknown>;
  /** Everything that waits goes again now. */
  tryNow(): void;
  /** One that was refused goes again. */
  again(id: string): void;
  discard(id: string): void;
  forget(): void;
}

interface Settle {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

const firstWait = 1000;
const longestWait = 15_000;
const unexpectedTries = 3;
// Adding again what was added answers the same, so these may be tried again by themselves.
const passing = new Set(['unexpected', 'outlook-unavailable', 'outlook-throttled']);

/** An empty outbox. `onSent` makes the screen read back what was sent; only then the entry goes. */
export function createOutbox(callApi: CallApi, onSent: (entry: Unsent, answer: unknown) => Promise<void>): Outbox {
  const entries = createStore<readonly Unsent[]>([]);
  const settles = new Map<string, Settle>();
  const busy = new Set<string>();
  const failures = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  const outbox: Outbox = {
    entries,
    send(place, name, options) {
      const params = (options.params ?? {}) as Readonly<Record<string, string>>;
      entries.set([
        ...entries.get(),
        { ...place, name, params, request: options.request, state: 'sending', error: null },
      ]);
      const outcome = new Promise<unknown>((resolve, reject) => {
        settles.set(place.id, { resolve, reject });
      });
      void drain(place.lane);
      return outcome;
    },
    tryNow() {
      clearTimeout(timer);
      timer = undefined;
      round = 0;
      drainAll();
    },
    again(id) {
      failures.delete(id);
      change(id, { state: 'sending', error: null });
      drainAll();
    },
    discard: remove,
    forget() {
      entries.set([]);
      settles.clear();
    },
  };
  return outbox;

  function drainAll(): void {
    for (const lane of new Set(entries.get().map((entry) => entry.lane))) void drain(lane);
  }

  async function drain(lane: string): Promise<void> {
    if (busy.has(lane)) return;
    busy.add(lane);
    try {
      for (let next = nextOf(lane); next !== undefined; next = nextOf(lane)) {
        if (!(await deliver(next))) return;
      }
    } finally {
      busy.delete(lane);
    }
  }

  function nextOf(lane: string): Unsent | undefined {
    return entries
      .get()
      .find((entry) => entry.lane === lane && (entry.state === 'sending' || entry.state === 'waiting'));
  }

  /** False when the lane has to wait. */
  async function deliver(entry: Unsent): Promise<boolean> {
    change(entry.id, { state: 'sending' });
    try {
      const options = { params: entry.params, request: entry.request } as unknown as CallOptions<RouteName>;
      const answer = await callApi(entry.name, options);
      round = 0;
      change(entry.id, { state: 'sent', error: null });
      void readBack(entry, answer);
      return true;
    } catch (error) {
      return fail(entry, error instanceof Error ? error : new Error(String(error)));
    }
  }

  async function readBack(entry: Unsent, answer: unknown): Promise<void> {
    try {
      await onSent(entry, answer);
    } finally {
      const settle = settles.get(entry.id);
      remove(entry.id);
      settle?.resolve(answer);
    }
  }

  function fail(entry: Unsent, error: Error): boolean {
    const count = (failures.get(entry.id) ?? 0) + 1;
    failures.set(entry.id, count);
    const passes = error instanceof ApiError && passing.has(error.code) && count < unexpectedTries;
    if (error instanceof Offline || passes) {
      for (const one of entries.get())
        if (one.lane === entry.lane && one.state === 'sending') change(one.id, { state: 'waiting', error });
      scheduleRound();
      return false;
    }
    change(entry.id, { state: 'refused', error });
    settles.get(entry.id)?.reject(error);
    return true;
  }

  function scheduleRound(): void {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        round += 1;
        drainAll();
      },
      Math.min(firstWait * 2 ** round, longestWait),
    );
  }

  function change(id: string, part: Partial<Unsent>): void {
    entries.set(entries.get().map((entry) => (entry.id === id ? { ...entry, ...part } : entry)));
  }

  function remove(id: string): void {
    entries.set(entries.get().filter((entry) => entry.id !== id));
    settles.delete(id);
    failures.delete(id);
  }
}
