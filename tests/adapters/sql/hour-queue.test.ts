import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '#server/adapters/sql/open-store.ts';
import { addMinutes } from '#core/time.ts';
import { savedPair, type PairExample } from './examples.ts';

const now = '2026-11-26T09:40:00.000Z';
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the hours of pairs', () => {
  let opened: Awaited<ReturnType<typeof openStore>>;
  let ours: PairExample;
  let nextId = 0;

  beforeAll(async () => {
    const ids = { next: () => `id-${String((nextId += 1))}` };
    opened = await openStore({ kind: 'pglite', directory: null }, { clock: { now: () => now }, ids, log: quiet });
    ours = await savedPair(opened.store);
  });
  afterAll(() => opened.close());

  const ask = (at: string) => opened.store.asPerson(ours.supervisor, (tx) => tx.hours.ask([ours.pair.id], at));
  const take = (at: string) => opened.hourQueue.take(at, addMinutes(at, 2), 10);

  it('are taken when they come, by one process alone, in the supervisor’s name', async () => {
    expect(await ask(now)).toBe(1);
    expect(await take(addMinutes(now, -1))).toEqual([]);
    const [one, ...others] = await take(now);
    expect(one).toMatchObject({ pairId: ours.pair.id, actingId: ours.supervisor.personId });
    expect(others).toEqual([]);
    expect(await take(now)).toEqual([]);
    // Whoever took it may have been killed.
    expect(await take(addMinutes(now, 3))).toHaveLength(1);
  });

  it('are not put off by who looked before something changed', async () => {
    await ask(now);
    const [one] = await take(now);
    if (one === undefined) throw new Error('nothing was due');
    await ask(now);
    await opened.hourQueue.settle(one, null);
    const [again] = await take(now);
    if (again === undefined) throw new Error('what was asked for was lost');
    await opened.hourQueue.settle(again, addMinutes(now, 60));
    expect(await take(addMinutes(now, 59))).toEqual([]);
    const [later] = await take(addMinutes(now, 60));
    if (later === undefined) throw new Error('the next hour was lost');
    expect(await opened.hourQueue.nextAt()).toBe(later.takenUntil);
    await opened.hourQueue.settle(later, null);
    expect(await take(addMinutes(now, 100_000))).toEqual([]);
  });
});
