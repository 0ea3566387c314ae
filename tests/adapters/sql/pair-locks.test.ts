import { afterAll, beforeAll, expect, it } from 'vitest';
import { resumeEffects } from '#server/usecases/resume-effects.ts';
import type { Effect } from '#server/ports/effect.ts';
import type { Transaction } from '#server/ports/store.ts';
import { eventually } from '#tests/support/eventually.ts';
import { clock, engines, now, type OpenedEngine } from './engines.ts';
import { exampleEffect, savedPair, type PairExample } from './examples.ts';

let opened: OpenedEngine;
let example: PairExample;
beforeAll(async () => {
  const server = engines.find(({ engine }) => engine === 'PostgreSQL');
  if (server === undefined) throw new Error('There is no PostgreSQL');
  opened = await server.open();
  example = await savedPair(opened.store);
});
afterAll(() => opened.close());

/** Somebody comes back while the other, holding the pair, changes something of it. */
async function comeBackDuring(change: (tx: Transaction, effect: Effect) => Promise<unknown>): Promise<Effect | null> {
  const { pair, supervisor, employee } = example;
  const parked = { state: 'parked', parkedFor: 'sign-in-needed', actingId: supervisor.personId } as const;
  const effect = exampleEffect(example, parked);
  await opened.store.asPerson(supervisor, (tx) => tx.effects.save(effect));
  const isWaiting = async (): Promise<boolean> => {
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return (await opened.asOwner(waiting)).length > 0;
  };
  const [held, goOn] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
  const changing = opened.store.asPerson(employee, async (tx) => {
    await tx.pairs.lock(pair.id);
    held.resolve(null);
    await goOn.promise;
    await change(tx, effect);
  });
  await held.promise;
  const back = resumeEffects({ store: opened.store, clock }, supervisor);
  await eventually(isWaiting);
  goOn.resolve(null);
  await Promise.all([changing, back]);
  return opened.store.asPerson(supervisor, (tx) => tx.effects.find(effect.id));
}

it('whoever comes back while somebody else changes their pair waits for that, and neither blocks the other for good', async () => {
  const effect = await comeBackDuring((tx, { pairId }) => tx.hours.ask([pairId], now));
  expect(effect?.state).toBe('promised');
});

it('[OUT-3] what somebody takes back while whoever it waited for comes back stays taken back', async () => {
  const effect = await comeBackDuring((tx, one) => tx.effects.save({ ...one, state: 'withdrawn', settledAt: now }));
  expect(effect?.state).toBe('withdrawn');
});
