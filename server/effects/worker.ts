import type { Actor } from '#core/people/person.ts';
import { millisecondsOf } from '#core/time.ts';
import type { Effect } from '../ports/effect.ts';
import { Failure } from '../ports/failures.ts';
import type { Identity } from '../ports/identity.ts';
import type { EffectQueue, Transaction } from '../ports/store.ts';
import type { Logger, Timing } from '../ports/system.ts';
import { afterFailure, later } from './after-failure.ts';
import { effectSlots } from './effect-slots.ts';
import { perform } from './perform.ts';
import { NotYet, Overtaken, type PerformNeeds, type Settlement } from './settlement.ts';

export interface WorkerNeeds extends PerformNeeds {
  readonly effectQueue: EffectQueue;
  readonly identity: Identity;
  readonly timing: Timing;
  readonly log: Logger;
  /** What promises of booking for many are kept with. */
  readonly forMany: Pick<PerformNeeds, 'calendar' | 'meetingChat'>;
}

export interface Worker {
  /** Looks for work now instead of at the next turn. */
  readonly wake: () => void;
  /** Ends after what is under way. */
  readonly stop: () => Promise<void>;
}

const leaseSeconds = 60;
/** Read at once; more than can be tried at once. */
const batch = 400;
/** With so many found and some of them begun, more need not be looked for. */
const plenty = 64;
/** How long a promise waits that builds on another. */
const notYetSeconds = 2;
/** Looks again at least so often, should a wake-up be lost. */
const restMilliseconds = 5_000;
const shortestRestMilliseconds = 250;

function actorOf(effect: Effect): Actor {
  return { tenantId: effect.tenantId, personId: effect.actingId };
}

/** What was taken back while it was tried stays taken back, unless it happened all the same. */
async function isTakenBack(tx: Transaction, { id, state }: Effect): Promise<boolean> {
  return state !== 'done' && (await tx.effects.find(id))?.state === 'withdrawn';
}

async function settle(needs: WorkerNeeds, effect: Effect, settlement: Settlement | null): Promise<void> {
  await needs.store.asPerson(actorOf(effect), async (tx) => {
    await tx.pairs.lock(effect.pairId);
    if (await isTakenBack(tx, effect)) return;
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

async function putOff(needs: WorkerNeeds, effect: Effect): Promise<void> {
  await needs.store.asPerson(actorOf(effect), async (tx) => {
    await tx.pairs.lock(effect.pairId);
    if (await isTakenBack(tx, effect)) return;
    await tx.effects.save({ ...effect, nextAt: later(needs.clock.now(), notYetSeconds) });
  });
}

/** One promise, one try. */
export async function tryEffect(needs: WorkerNeeds, claimed: Effect): Promise<void> {
  if (!(await needs.identity.holds(actorOf(claimed)))) {
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
    const settlement = await perform(effect.forMany ? { ...needs, ...needs.forMany } : needs, effect);
    await settle(needs, { ...effect, state: 'done', settledAt: needs.clock.now() }, settlement);
  } catch (cause) {
    const now = needs.clock.now();
    if (cause instanceof Overtaken) await settle(needs, { ...effect, state: 'withdrawn', settledAt: now }, null);
    else if (cause instanceof NotYet) await putOff(needs, effect);
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

/** Tries one of those that were found, if nobody else has it by now. */
async function takeUp(needs: WorkerNeeds, effect: Effect): Promise<void> {
  try {
    if (await needs.effectQueue.claim(effect, needs.clock.now(), leaseSeconds)) await tryEffect(needs, effect);
  } catch (cause) {
    needs.log.error('effect-bug', { effectId: effect.id, kind: effect.body.kind }, cause);
  }
}

/** Until when to rest where nothing wakes: the next promise's hour, should that come sooner than a look by habit. */
async function restFor(needs: WorkerNeeds): Promise<number> {
  const due = await needs.effectQueue.nextAt();
  if (due === null) return restMilliseconds;
  const ahead = millisecondsOf(due) - millisecondsOf(needs.clock.now());
  return Math.min(restMilliseconds, Math.max(shortestRestMilliseconds, ahead));
}

/** Keeps promises until stopped. Any number of processes may do so over one database. */
export function startWorker(needs: WorkerNeeds): Worker {
  const slots = effectSlots();
  const underWay = new Set<Promise<void>>();
  let found: readonly Effect[] = [];
  let stopping = false;
  let woken = true;
  let rest = new AbortController();
  const stir = (): void => {
    rest.abort();
  };
  const wake = (): void => {
    woken = true;
    stir();
  };
  const unsubscribe = needs.effectQueue.onPromise(wake);

  function begin(): number {
    const begun = new Set(slots.begin(found));
    found = found.filter((effect) => !begun.has(effect));
    for (const effect of begun) {
      const trying = takeUp(needs, effect).finally(() => {
        slots.end(effect);
        underWay.delete(trying);
        if (found.length === 0) woken = true;
        stir();
      });
      underWay.add(trying);
    }
    return begun.size;
  }

  async function turn(): Promise<void> {
    const begun = begin();
    if (woken && (begun === 0 || found.length < plenty)) {
      woken = false;
      const ready = await needs.effectQueue.ready(needs.clock.now(), batch);
      found = ready.filter((effect) => !slots.isRunning(effect));
      begin();
    }
    if (stopping) return;
    const wait = slots.count() > 0 ? restMilliseconds : await restFor(needs);
    if (!rest.signal.aborted) await needs.timing.pause(wait, rest.signal);
    // Rested to the end: looks by habit.
    if (!rest.signal.aborted) woken = true;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      rest = new AbortController();
      try {
        await turn();
      } catch (cause) {
        needs.log.error('worker-turn', {}, cause);
        await needs.timing.pause(restMilliseconds, rest.signal);
        woken = true;
      }
    }
    await Promise.all(underWay);
  }

  const running = run();
  return {
    wake,
    stop: async () => {
      stopping = true;
      unsubscribe();
      stir();
      await running;
    },
  };
}
