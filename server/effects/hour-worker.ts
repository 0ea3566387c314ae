import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import { Failure } from '../ports/failures.ts';
import type { HourQueue, PairHour } from '../ports/hours.ts';
import type { Clock, Logger } from '../ports/system.ts';
import { later } from './after-failure.ts';

export interface HourWorkerNeeds {
  readonly hourQueue: HourQueue;
  readonly clock: Clock;
  readonly log: Logger;
  /** Does what has fallen due for a pair, and says when something does next; null: not before something changes. */
  readonly lookAt: (actor: Actor, pairId: string) => Promise<Instant | null>;
}

export interface HourWorker {
  /** Looks for pairs whose hour has come now instead of at the next turn. */
  readonly wake: () => void;
  /** Ends after the pair under way. */
  readonly stop: () => Promise<void>;
}

const batch = 20;
const takenSeconds = 120;
/** After a no from outside, or from ourselves. */
const againSeconds = 600;
/** Whoever asks wakes this process; otherwise an hour may come so much late. */
const restMilliseconds = 20_000;

async function lookAtOne(needs: HourWorkerNeeds, hour: PairHour): Promise<void> {
  const actor: Actor = { tenantId: hour.tenantId, personId: hour.actingId };
  let dueAt: Instant | null = later(needs.clock.now(), againSeconds);
  try {
    dueAt = await needs.lookAt(actor, hour.pairId);
  } catch (cause) {
    const { pairId } = hour;
    if (cause instanceof Failure) needs.log.warn('hour-put-off', { pairId, code: cause.code });
    else needs.log.error('hour-bug', { pairId }, cause);
  }
  await needs.hourQueue.settle(hour, dueAt);
}

/** Looks at every pair whose hour has come, one after the other. Returns how many. */
export async function keepHoursDue(needs: HourWorkerNeeds, isOver: () => boolean = () => false): Promise<number> {
  const now = needs.clock.now();
  const due = await needs.hourQueue.take(now, later(now, takenSeconds), batch);
  for (const hour of due) {
    if (isOver()) break;
    await lookAtOne(needs, hour);
  }
  return due.length;
}

/** Keeps hours until stopped. Any number of processes may do so over one database. */
export function startHourWorker(needs: HourWorkerNeeds): HourWorker {
  let stopping = false;
  let woken = false;
  let rest: (() => void) | null = null;
  const resting = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, restMilliseconds);
      rest = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopping || woken) rest();
    });
  const run = async (): Promise<void> => {
    while (!stopping) {
      woken = false;
      try {
        if ((await keepHoursDue(needs, () => stopping)) > 0) continue;
      } catch (cause) {
        needs.log.error('hour-worker', {}, cause);
      }
      await resting();
      rest = null;
    }
  };
  const running = run();
  return {
    wake: () => {
      woken = true;
      rest?.();
    },
    stop: async () => {
      stopping = true;
      rest?.();
      await running;
    },
  };
}
