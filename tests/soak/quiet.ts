import { setTimeout as wait } from 'node:timers/promises';
import type { House, Player } from './house.ts';

const lookMilliseconds = 3;
/** So long may the house need for what it was asked, on a busy machine. */
const patienceMilliseconds = 20_000;

async function deliver({ started }: House): Promise<number> {
  const answer = await fetch(`${started.trial.microsoft365.origin}/_local/deliveries/run`, { method: 'POST' });
  const { waiting } = (await answer.json()) as { waiting: number };
  return waiting;
}

/**
 * Lets everything come to rest: these people look in, what Outlook tells arrives, every promise is kept, parked or withdrawn.
 * Promises that wait for their hour get it. @throws when it does not come to rest
 */
export async function quiet(house: House, visitors: Iterable<Player>): Promise<void> {
  for (const visitor of visitors) await visitor.call('me');
  const until = performance.now() + patienceMilliseconds;
  for (;;) {
    await deliver(house);
    const { effectQueue, wake } = house.started.trial.duologue;
    const next = await effectQueue.nextAt();
    if (next === null) return;
    if (next > house.now()) house.started.clock.set(next);
    wake();
    if (performance.now() > until) throw new Error(`It does not come to rest: something is due at ${next}.`);
    await wait(lookMilliseconds);
  }
}
