import { afterAll, beforeAll, expect, it } from 'vitest';
import { resumeEffects } from '#server/usecases/resume-effects.ts';
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

it('whoever comes back while somebody else changes their pair waits for that, and neither blocks the other for good', async () => {
  const { pair, supervisor, employee } = example;
  const parked = { state: 'parked', parkedFor: 'sign-in-needed', actingId: supervisor.personId } as const;
  await opened.store.asPerson(supervisor, (tx) => tx.effects.save(exampleEffect(example, parked)));
  const isWaiting = async (): Promise<boolean> => {
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return (await opened.asOwner(waiting)).length > 0;
  };
  const [held, goOn] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
  const change = opened.store.asPerson(employee, async (tx) => {
    await tx.pairs.lock(pair.id);
    held.resolve(null);
    await goOn.promise;
    return tx.hours.ask([pair.id], now);
  });
  await held.promise;
  const back = resumeEffects({ store: opened.store, clock }, supervisor);
  await eventually(isWaiting);
  goOn.resolve(null);
  expect(await Promise.all([change, back])).toEqual([1, 1]);
});
