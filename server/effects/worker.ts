import type { Actor } from '#core/people/person.ts';
import type { Effect } from '../ports/effect.ts';
import { Failure } from '../ports/failures.ts';
import type { Identity } from '../ports/identity.ts';
import type { EffectQueue } from '../ports/store.ts';
import type { Logger } from '../ports/system.ts';
import { afterFailure, later } from './after-failure.ts';
import { perform } from './perform.ts';
import { NotYet, Overtaken, type PerformNeeds, type Settlement } from './settlement.ts';

export interface WorkerNeeds extends PerformNeeds {
  readonly effectQueue: EffectQueue;
  readonly identity: Identity;
  readonly log: Logger;
}

export interface Worker {
  /** Looks for work now instead of at the next turn. */
  readonly wake: () => void;
  /** Ends after what is under way. */
  readonly stop: () => Promise<void>;
}

const leaseSeconds = 60;
const batch = 16;
/** How long a promise waits that builds on another. */
const notYetSeconds = 2;
/** Looks again at least so often, should a wake-up be lost. */
const restMilliseconds = 5_000;

function actorOf(effect: Effect): Actor {
  return { tenantId: effect.tenantId, personId: effect.actingId };
}

async function settle(needs: WorkerNeeds, effect: Effect, settlement: Settlement | null): Promise<void> {
  await needs.store.asPerson(actorOf(effect), async (tx) => {
    await tx.pairs.lock(effect.pairId);
    await tx.effects.save(effect);
    if (settlement !== null) await settlement(tx);
    await tx.changed(effect.pairId, `effect-${effect.state}`);
  });
}

/** The mail's submission is on record before it leaves, so that a kill in between is a doubt that is known of. */
async function recordSubmission(needs: WorkerNeeds, effect: Effect): Promise<Effect | null> {
  if (effect.body.kind !== 'send-summary') return effect;
  if (effect.submittedAt !== null) {
    await settle(needs, { ...effect, state: 'parked', parkedFor: 'unconfirmed', settledAt: needs.clock.now() }, null);
    return null;
  }
  const submitted = { ...effect, submittedAt: needs.clock.now() };
  await needs.store.asPerson(actorOf(effect), (tx) => tx.effects.save(submitted));
  return submitted;
}

/** One promise, one try. */
export async function tryEffect(needs: WorkerNeeds, claimed: Effect): Promise<void> {
  if (!needs.identity.holds(actorOf(claimed))) {
    await settle(
      needs,
      { ...claimed, state: 'parked', parkedFor: 'sign-in-needed', settledAt: needs.clock.now() },
      null,
    );
    return;
  }
  const effect = await recordSubmission(needs, claimed);
  if (effect === null) return;
  try {
    const settlement = await perform(needs, effect);
    await settle(needs, { ...effect, state: 'done', settledAt: needs.clock.now() }, settlement);
  } catch (cause) {
    const now = needs.clock.now();
    if (cause instanceof Overtaken) await settle(needs, { ...effect, state: 'withdrawn', settledAt: now }, null);
    else if (cause instanceof NotYet)
      await needs.store.asPerson(actorOf(effect), (tx) =>
        tx.effects.save({ ...effect, nextAt: later(now, notYetSeconds) }),
      );
    else if (cause instanceof Failure) {
      needs.log.warn('effect-failed', {
        effectId: effect.id,
        kind: effect.body.kind,
        code: cause.code,
        outsideCode: cause.details.outsideCode,
        outsideRequestId: cause.details.outsideRequestId,
      });
      await settle(needs, afterFailure(effect, cause, now), null);
    } else throw cause;
  }
}

/** Effects of one mailbox one after the other; different people at once. */
async function turn(needs: WorkerNeeds): Promise<number> {
  const ready = await needs.effectQueue.ready(needs.clock.now(), batch);
  const byPerson = Map.groupBy(ready, (effect) => `${effect.tenantId}/${effect.actingId}`);
  let tried = 0;
  await Promise.all(
    [...byPerson.values()].map(async (effects) => {
      for (const effect of effects) {
        if (!(await needs.effectQueue.claim(effect, needs.clock.now(), leaseSeconds))) continue;
        tried += 1;
        try {
          await tryEffect(needs, effect);
        } catch (cause) {
          needs.log.error('effect-bug', { effectId: effect.id, kind: effect.body.kind }, cause);
        }
      }
    }),
  );
  return tried;
}

/** Keeps promises until stopped. Any number of processes may do so over one database. */
export function startWorker(needs: WorkerNeeds): Worker {
  let stopping = false;
  let woken = false;
  let rest: (() => void) | null = null;
  const wake = (): void => {
    woken = true;
    rest?.();
  };
  const unsubscribe = needs.effectQueue.onPromise(wake);
  const resting = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, restMilliseconds);
      rest = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || stopping) rest();
    });
  const run = async (): Promise<void> => {
    while (!stopping) {
      woken = false;
      try {
        if ((await turn(needs)) > 0) continue;
      } catch (cause) {
        needs.log.error('worker-turn', {}, cause);
      }
      await resting();
      rest = null;
    }
  };
  const running = run();
  return {
    wake,
    stop: async () => {
      stopping = true;
      unsubscribe();
      rest?.();
      await running;
    },
  };
}
