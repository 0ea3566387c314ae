import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#core/people/person.ts';
import { addMinutes } from '#core/time.ts';
import type { FollowQueue, Watch } from '#server/ports/following.ts';
import { engines, now, type OpenedEngine } from './engines.ts';
import { savedPair, type PairExample } from './examples.ts';

describe.each(engines)('mailboxes that are looked after on $engine', ({ open }) => {
  let opened: OpenedEngine;
  let queue: FollowQueue;
  let ours: PairExample;
  beforeAll(async () => {
    opened = await open();
    queue = opened.followQueue;
  });
  beforeEach(async () => {
    ours = await savedPair(opened.store);
    await opened.store.asPerson(ours.supervisor, (tx) => tx.following.look(now));
  });
  afterAll(() => opened.close());

  async function due(at = now): Promise<readonly Watch[]> {
    return (await queue.due(at, 1000)).filter(({ mailboxId }) => mailboxId === ours.supervisor.personId);
  }

  const looked = {
    deltaLink: 'link',
    deltaSince: now,
    lookAt: addMinutes(now, 10),
    lookedAt: now,
    wholeAt: now,
    zonesAt: now,
  };

  it('are one process’s at a time, and rest once they were looked at', async () => {
    const claimed = await queue.claim(ours.supervisor, now, 60);
    expect([claimed?.mailboxId, await queue.claim(ours.supervisor, now, 60)]).toEqual([ours.supervisor.personId, null]);
    if (claimed === null) throw new Error('not claimed');
    await queue.done(claimed, looked);
    expect(await due()).toEqual([]);
    expect(await due(addMinutes(now, 10))).toMatchObject([{ deltaLink: 'link', hints: [], zonesAt: now }]);
  });

  it('[C3] are looked at again where a process ended between a hint and the look', async () => {
    await queue.hint(ours.supervisor, ['event'], now, false);
    await queue.claim(ours.supervisor, now, 60);
    expect(await due()).toEqual([]);
    expect(await due(addMinutes(now, 2))).toMatchObject([{ hints: ['event'] }]);
  });

  it('[C2] are looked after from the first thing Duologue makes in them, and later ones make them no sooner due', async () => {
    const claimed = await queue.claim(ours.supervisor, now, 60);
    if (claimed !== null) await queue.done(claimed, looked);
    await opened.store.asPerson(ours.supervisor, (tx) => tx.following.made('W/"one"', now));
    expect(await due()).toEqual([]);
    expect(await due(addMinutes(now, 10))).toMatchObject([{ made: ['W/"one"'] }]);
    for (let count = 0; count < 200; count += 1)
      await opened.store.asPerson(ours.supervisor, (tx) => tx.following.made(`W/"${count}"`, now));
    const [watch] = await due(addMinutes(now, 10));
    expect(watch?.made.at(-1)).toBe('W/"199"');
    expect(watch?.made.length).toBeLessThanOrEqual(200);
    const other = await savedPair(opened.store);
    await opened.store.asPerson(other.supervisor, (tx) => tx.following.made('W/"new"', now));
    expect((await queue.due(now, 9)).filter(({ mailboxId }) => mailboxId === other.supervisor.personId)).toHaveLength(
      1,
    );
  });

  it('stay due where something is told, or somebody comes, while they are looked at', async () => {
    for (const meanwhile of [
      () => queue.hint(ours.supervisor, ['late'], now, false),
      () => opened.store.asPerson(ours.supervisor, (tx) => tx.following.look(now)),
    ]) {
      const claimed = await queue.claim(ours.supervisor, now, 60);
      if (claimed === null) throw new Error('not claimed');
      await meanwhile();
      await queue.done(claimed, looked);
      expect(await due()).toHaveLength(1);
    }
    expect(await due()).toMatchObject([{ hints: ['late'] }]);
  });

  it('are read as a whole where more is told than is worth naming, or something was missed', async () => {
    const wholeAt = async () => (await due(addMinutes(now, 20)))[0]?.wholeAt;
    const look = async () => {
      const claimed = await queue.claim(ours.supervisor, addMinutes(now, 20), 60);
      if (claimed !== null) await queue.done(claimed, looked);
    };
    await look();
    await queue.hint(ours.supervisor, [], addMinutes(now, 1), true);
    expect(await wholeAt()).toBeNull();
    await look();
    await queue.hint(
      ours.supervisor,
      Array.from({ length: 60 }, (_, index) => `event ${String(index)}`),
      now,
      false,
    );
    await queue.hint(ours.supervisor, ['one more'], now, false);
    expect(await wholeAt()).toBeNull();
  });

  it('are their owner’s; how fresh they are is for whoever meets the owner, and nobody else', async () => {
    const theirs = await savedPair(opened.store, ours.supervisor.tenantId);
    const freshness = (actor: Actor) =>
      opened.store.asPerson(actor, (tx) => tx.following.freshness([ours.supervisor.personId]));
    const expected = [{ mailboxId: ours.supervisor.personId, lookedAt: null, behindSince: null }];
    expect(await freshness(ours.supervisor)).toEqual(expected);
    expect(await freshness(ours.employee)).toEqual(expected);
    expect(await freshness(theirs.supervisor)).toEqual([]);
    const rows = 'select count(*)::int as rows from outlook_watch where mailbox_id = $1';
    const [seen] = await opened.asRuntime(theirs.supervisor, rows, [ours.supervisor.personId]);
    expect(seen?.rows).toBe(0);
    const taking = opened.asRuntime(
      ours.employee,
      `update outlook_watch set delta_link = 'taken' where mailbox_id = $1 returning 1`,
      [ours.supervisor.personId],
    );
    expect(await taking).toEqual([]);
  });

  it('are found by their subscription, with the hash of its secret and never the secret', async () => {
    const subscription = { subscriptionId: `of ${ours.pair.id}`, subscribedUntil: now, subscribeAfter: null };
    await queue.subscribed(ours.supervisor, { ...subscription, clientStateHash: 'hash' });
    const found = new Map([[subscription.subscriptionId, { ...ours.supervisor, clientStateHash: 'hash' }]]);
    expect(await queue.bySubscription([subscription.subscriptionId])).toEqual(found);
    await queue.subscribed(ours.supervisor, { ...subscription, clientStateHash: null });
    expect(await queue.bySubscription([subscription.subscriptionId])).toEqual(found);
    await queue.endSubscription(ours.supervisor, subscription.subscriptionId, true);
    expect(await queue.bySubscription([subscription.subscriptionId])).toEqual(new Map());
  });
});

describe.each(engines)('the zones people work in on $engine', ({ open }) => {
  let opened: OpenedEngine;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it('are kept with what each source said, and what a pair was last told of is that pair’s alone', async () => {
    const [ours, theirs] = [await savedPair(opened.store), await savedPair(opened.store)];
    const { personId } = ours.employee;
    const base = { supervisor: 'Europe/London', employee: 'Asia/Tokyo' };
    await opened.store.asPerson(ours.supervisor, async (tx) => {
      await tx.people.saveZonesSaid(new Map([[personId, { schedule: 'Asia/Tokyo' }]]));
      await tx.following.saveZonesBase(ours.pair.id, base);
    });
    const [zones, kept] = await opened.store.asPerson(ours.employee, async (tx) => [
      await tx.people.zones([personId, 'nobody']),
      await tx.following.zonesBases([ours.pair.id, theirs.pair.id]),
    ]);
    expect([...zones]).toEqual([[personId, { zone: 'Europe/London', said: { schedule: 'Asia/Tokyo' } }]]);
    expect([...kept]).toEqual([[ours.pair.id, base]]);
    const seen = await opened.store.asPerson(theirs.supervisor, (tx) => tx.following.zonesBases([ours.pair.id]));
    expect([...seen]).toEqual([]);
  });
});
