import { performance } from 'node:perf_hooks';
import { setTimeout as pauseReally } from 'node:timers/promises';
import type { Timing } from '../ports/system.ts';

/** Time that passes only while everybody waits, and then at once. For measuring what would take hours. */
export interface VirtualTime {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly timing: Timing;
  /** Work time stands still for: something real is under way. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** A rest within such work: while it lasts, nothing real is under way. */
  readonly pauseWithin: (milliseconds: number) => Promise<void>;
  stop(): void;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Milliseconds between looks whether anybody still works. */
const lookEvery = 1;

/** Begins at a moment and runs until stopped. */
export function virtualTime(start: number): VirtualTime {
  let now = start;
  let busy = 0;
  let isOver = false;
  const sleepers = new Set<Sleeper>();

  function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      if (isOver) {
        // Whoever has not been told yet that it ends goes round and round meanwhile, and must let others get a word in.
        setTimeout(resolve, lookEvery);
        return;
      }
      const wake = (): void => {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper = { at: now + Math.max(0, milliseconds), wake };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }

  function goOn(): void {
    const next = [...sleepers].reduce((least, { at }) => Math.min(least, at), Infinity);
    now = Math.max(now, next);
    for (const one of [...sleepers]) if (one.at <= now) one.wake();
  }

  /** Whether this process has run out of things to do since it was last asked: all that is left waits for something outside it. */
  function idleness(): () => boolean {
    let before = performance.eventLoopUtilization().idle;
    return () => {
      const { idle } = performance.eventLoopUtilization();
      const hasRested = idle > before;
      before = idle;
      return hasRested;
    };
  }

  async function run(): Promise<void> {
    const hasRested = idleness();
    while (!isOver) {
      await pauseReally(lookEvery);
      if (hasRested() && busy <= 0 && sleepers.size > 0) goOn();
    }
    for (const one of [...sleepers]) one.wake();
  }

  void run();
  return {
    now: () => now,
    timing: { now: () => now, pause: sleep },
    async during(work) {
      busy += 1;
      try {
        return await work();
      } finally {
        busy -= 1;
      }
    },
    async pauseWithin(milliseconds) {
      busy -= 1;
      await sleep(milliseconds);
      busy += 1;
    },
    stop() {
      isOver = true;
    },
  };
}
