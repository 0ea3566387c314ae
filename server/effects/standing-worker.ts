import type { Packs } from '../ports/policies.ts';
import type { StandingQueue } from '../ports/standings.ts';
import type { Clock, Logger } from '../ports/system.ts';
import { lookAgain } from './keep-standing.ts';

export interface StandingWorkerNeeds {
  readonly standingQueue: StandingQueue;
  readonly packs: Packs;
  /** Reads a tenant's policies anew: what another process just changed is what its people are held against. */
  readonly renew: (tenantId: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface StandingWorker {
  /** Ends after the batch under way. */
  readonly stop: () => Promise<void>;
}

/** Few enough that a reader who has to wait for a batch does not notice. */
const batch = 100;
/** Looks for work again at least so often. */
const restMilliseconds = 5_000;

/** One batch of one tenant: those whose day has come, and then of everybody where that is asked for. Returns how many. */
async function oneBatch(needs: StandingWorkerNeeds, tenantId: string): Promise<number> {
  const packFor = await needs.packs(tenantId);
  const now = needs.clock.now();
  const look: Parameters<StandingQueue['lookAtDue']>[3] = (standing) => lookAgain(standing, packFor, now);
  const due = await needs.standingQueue.lookAtDue(tenantId, now, batch, look);
  return due + (await needs.standingQueue.lookAtAll(tenantId, now, batch, look));
}

/** Looks again at everybody whose day has come, and at everybody where what is asked has changed, tenant by tenant, until nothing is left or `isOver`. */
export async function bringUpToDate(needs: StandingWorkerNeeds, isOver: () => boolean = () => false): Promise<number> {
  let looked = 0;
  for (const tenantId of await needs.standingQueue.waiting(needs.clock.now())) {
    try {
      await needs.renew(tenantId);
      for (let some = 1; some > 0 && !isOver(); looked += some) {
        some = await oneBatch(needs, tenantId);
        // Readers that came in meanwhile go first.
        await new Promise((resolve) => setImmediate(resolve));
      }
    } catch (cause) {
      // What is wrong with one tenant's policy keeps no other tenant waiting.
      needs.log.error('standing-worker', { tenantId }, cause);
    }
  }
  return looked;
}

/** Keeps standings up to date as days pass and policies change, until stopped. Any number of processes may do so over one database. */
export function startStandingWorker(needs: StandingWorkerNeeds): StandingWorker {
  let stopping = false;
  let rest: (() => void) | null = null;
  const resting = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, restMilliseconds);
      rest = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopping) rest();
    });
  const run = async (): Promise<void> => {
    while (!stopping) {
      try {
        await bringUpToDate(needs, () => stopping);
      } catch (cause) {
        needs.log.error('standing-worker', {}, cause);
      }
      await resting();
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping = true;
      rest?.();
      await running;
    },
  };
}
