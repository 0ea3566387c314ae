import type { Actor } from '#core/people/person.ts';
import { Failure } from '../ports/failures.ts';
import type { Identity } from '../ports/identity.ts';
import type { ReschedulingQueue } from '../ports/reschedulings.ts';
import type { Clock, Logger, Timing } from '../ports/system.ts';

export interface ReschedulingWorkerNeeds {
  readonly queue: ReschedulingQueue;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly log: Logger;
  /** Moves what clashes of one pair; returns how many. */
  readonly reschedule: (actor: Actor, pairId: string) => Promise<number>;
}

export interface ReschedulingWorker {
  readonly wake: () => void;
  /** Ends after the pair under way. */
  readonly stop: () => Promise<void>;
}

/** A pair is looked at once an hour: calendars are somebody's allowance at Microsoft too. */
const everyMinutes = 60;
const batch = 20;
const restMilliseconds = 60_000;

async function lookAtDue(needs: ReschedulingWorkerNeeds, isOver: () => boolean): Promise<void> {
  const now = needs.clock.now();
  const lookedBefore = new Date(Date.parse(now) - everyMinutes * 60_000).toISOString();
  for (;;) {
    const due = await needs.queue.take(now, lookedBefore, batch);
    for (const { actor, pairId } of due) {
      if (isOver()) return;
      try {
        // Nothing is looked at in the name of somebody who is not here, where their tenant granted nothing for that.
        if (await needs.identity.holds(actor)) await needs.reschedule(actor, pairId);
      } catch (cause) {
        if (cause instanceof Failure) needs.log.warn('rescheduling', { pairId, code: cause.code });
        else needs.log.error('rescheduling', { pairId }, cause);
      }
    }
    if (due.length < batch) return;
  }
}

/** Looks after pairs of which both asked to have clashing meetings moved, until stopped. Any number of processes may over one database. */
export function startReschedulingWorker(needs: ReschedulingWorkerNeeds): ReschedulingWorker {
  let stopping = false;
  let rest = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping) {
      rest = new AbortController();
      try {
        await lookAtDue(needs, () => stopping);
      } catch (cause) {
        needs.log.error('rescheduling-worker', {}, cause);
      }
      // Woken meanwhile, there is no rest.
      await needs.timing.pause(restMilliseconds, rest.signal);
    }
  };
  const running = run();
  const wake = (): void => {
    rest.abort();
  };
  return {
    wake,
    stop: async () => {
      stopping = true;
      wake();
      await running;
    },
  };
}
