import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Effect } from '#server/ports/effect.ts';
import { eventually } from '#tests/support/eventually.ts';
import { engines, now, type OpenedEngine } from './engines.ts';
import { exampleEffect, examplePair, type PairExample } from './examples.ts';

const soon = '2026-11-26T10:05:00.000Z';

const publication = {
  kind: 'publish-agenda',
  ...{ agendaVersion: 1, html: '<p>Agenda</p>', documentName: 'Agenda.pdf' },
  ...{ documentBase64: '', documentType: 'application/pdf' },
} as const;

describe.each(engines)('the effect queue on $engine', ({ open }) => {
  let opened: OpenedEngine;
  let example: PairExample;
  beforeAll(async () => {
    opened = await open();
    example = examplePair(randomUUID());
    await opened.store.asPerson(example.supervisor, async (tx) => {
      await tx.people.save(example.people);
      await tx.pairs.save(example.pair);
    });
  });
  afterEach(async () => {
    await opened.asOwner('delete from effect');
  });
  afterAll(() => opened.close());

  const save = async (...effects: Effect[]): Promise<void> => {
    for (const effect of effects) await opened.store.asPerson(example.supervisor, (tx) => tx.effects.save(effect));
  };
  const promise = async (changes: Partial<Effect> = {}): Promise<Effect> => {
    const effect = exampleEffect(example, changes);
    await save(effect);
    return effect;
  };
  const readyIds = async (at = now, most = 100) => (await opened.effectQueue.ready(at, most)).map(({ id }) => id);

  it('gives whole effects whose hour has come, oldest promise first, of every tenant', async () => {
    const other = examplePair(randomUUID());
    await opened.store.asPerson(other.supervisor, async (tx) => {
      await tx.people.save(other.people);
      await tx.pairs.save(other.pair);
      await tx.effects.save(exampleEffect(other, { promisedAt: '2026-11-26T08:00:00.000Z' }));
    });
    const second = await promise({ nextAt: now });
    await promise({ nextAt: '2026-11-26T10:00:00.001Z' });
    await promise({ state: 'done' });
    await promise({ state: 'withdrawn' });
    const ready = await opened.effectQueue.ready(now, 100);
    expect(ready).toEqual([expect.objectContaining({ tenantId: other.supervisor.tenantId }), second]);
    expect(await readyIds(now, 1)).toEqual([ready[0]?.id]);
  });

  it('[C2] gives what people promised before what booking for many did, however old', async () => {
    const many = await promise({ forMany: true, promisedAt: '2026-11-26T07:00:00.000Z' });
    const own = await promise({ promisedAt: '2026-11-26T09:00:00.000Z' });
    expect(await readyIds()).toEqual([own.id, many.id]);
  });

  it('keeps a lane in order: the next is ready when the one before is done or withdrawn, not while it is parked', async () => {
    const lane = randomUUID();
    const first = await promise({ lane, nextAt: soon });
    const second = await promise({ lane });
    const third = await promise({ lane });
    const apart = await promise();
    expect(await readyIds()).toEqual([apart.id]);
    await save({ ...first, state: 'parked', parkedFor: 'consent-needed' });
    expect(await readyIds()).toEqual([apart.id]);
    await save({ ...first, state: 'done', settledAt: now });
    expect(await readyIds()).toEqual([second.id, apart.id]);
    await save({ ...second, state: 'withdrawn', settledAt: now });
    expect(await readyIds()).toEqual([third.id, apart.id]);
  });

  it('does not let a move wait for an agenda that did not find its meeting', async () => {
    const lane = randomUUID();
    const about = { seriesId: randomUUID(), meetingId: example.meeting.id };
    const agenda = await promise({ lane, body: { ...publication, ...about } });
    const move = await promise({ lane });
    expect(await readyIds()).toEqual([agenda.id]);
    await save({ ...agenda, state: 'parked', parkedFor: 'consent-needed' });
    expect(await readyIds()).toEqual([]);
    await save({ ...agenda, state: 'parked', parkedFor: 'outlook-missing' });
    expect(await readyIds()).toEqual([move.id]);
  });

  it('lets what is asked of single occurrences wait while their series is made or changed, however long that is parked', async () => {
    const about = { seriesId: randomUUID(), meetingId: example.meeting.id };
    const { plan } = example.series;
    const lane = `series:${about.seriesId}`;
    const change = { kind: 'change-series', seriesId: about.seriesId, plan, was: plan } as const;
    const parked = await promise({ lane, body: change, state: 'parked', parkedFor: 'consent-needed' });
    const cancel = { kind: 'cancel-occurrence', ...about, start: now, comment: '' } as const;
    const waiting = await promise({ body: cancel });
    const ofAnother = await promise({ body: { ...cancel, seriesId: randomUUID() } });
    expect(await readyIds()).toEqual([ofAnother.id]);
    expect(await opened.effectQueue.claim(waiting, now, 60)).toBe(false);
    await save({ ...ofAnother, state: 'done', settledAt: now });
    // Nothing is due, so that nobody looks again and again.
    expect(await opened.effectQueue.nextAt()).toBeNull();
    await save({ ...parked, state: 'withdrawn', settledAt: now });
    expect(await readyIds()).toEqual([waiting.id]);
  });

  it('lets an agenda wait for the event it is put into', async () => {
    const [singleEventId, meetingId] = [randomUUID(), example.meeting.id];
    const create = {
      kind: 'create-event',
      ...{ singleEventId, meetingId, attendeeId: null, subject: 'Follow-up', note: '' },
      ...{ isPrivate: false, start: now, end: soon, zone: 'Europe/London' },
    } as const;
    const event = await promise({ body: create, state: 'parked', parkedFor: 'sign-in-needed' });
    const agenda = await promise({ body: { ...publication, seriesId: null, meetingId } });
    expect(await readyIds()).toEqual([]);
    await save({ ...event, state: 'done', settledAt: now });
    expect(await readyIds()).toEqual([agenda.id]);
  });

  it('keeps lanes of one name in two tenants apart', async () => {
    const lane = randomUUID();
    const other = examplePair(randomUUID());
    const theirs = exampleEffect(other, { lane });
    await promise({ lane, state: 'parked' });
    await opened.store.asPerson(other.supervisor, async (tx) => {
      await tx.people.save(other.people);
      await tx.pairs.save(other.pair);
      await tx.effects.save(theirs);
    });
    expect(await readyIds()).toEqual([theirs.id]);
  });

  it('lets one of many take an effect', async () => {
    const effect = await promise();
    const claims = await Promise.all(Array.from({ length: 12 }, () => opened.effectQueue.claim(effect, now, 60)));
    expect(claims.filter((claimed) => claimed)).toHaveLength(1);
    expect(await readyIds()).toEqual([]);
  });

  it('lets another take it when the lease is over, and not before', async () => {
    const effect = await promise();
    expect(await opened.effectQueue.claim(effect, now, 60)).toBe(true);
    expect(await opened.effectQueue.claim(effect, '2026-11-26T10:00:59.999Z', 60)).toBe(false);
    expect(await readyIds('2026-11-26T10:00:59.999Z')).toEqual([]);
    expect(await readyIds('2026-11-26T10:01:00.000Z')).toEqual([effect.id]);
    expect(await opened.effectQueue.claim(effect, '2026-11-26T10:01:00.000Z', 60)).toBe(true);
  });

  it('keeps the lease when an effect is marked as submitted, and ends it when it is put off or settled', async () => {
    const effect = await promise();
    await opened.effectQueue.claim(effect, now, 600);
    const submitted = { ...effect, submittedAt: now, attempts: 1 };
    await save(submitted);
    expect(await readyIds(soon)).toEqual([]);
    const putOff = { ...submitted, submittedAt: null, nextAt: '2026-11-26T10:01:00.000Z' };
    await save(putOff);
    expect(await readyIds(soon)).toEqual([effect.id]);
    expect(await opened.effectQueue.claim(putOff, soon, 60)).toBe(true);
  });

  it('gives nobody an effect that is settled, put off, behind another of its lane, or no longer as it was read', async () => {
    const lane = randomUUID();
    const [parked, later, first] = [
      await promise({ state: 'parked' }),
      await promise({ nextAt: soon }),
      await promise({ lane }),
    ];
    const behind = await promise({ lane });
    const tried = await promise({ attempts: 1 });
    for (const effect of [parked, later, behind, { ...tried, attempts: 0 }, exampleEffect(example)]) {
      expect(await opened.effectQueue.claim(effect, now, 60)).toBe(false);
    }
    expect(await opened.effectQueue.claim(first, now, 60)).toBe(true);
  });

  it('knows when there will be something to try', async () => {
    expect(await opened.effectQueue.nextAt()).toBeNull();
    const lane = randomUUID();
    await promise({ state: 'parked', nextAt: '2026-11-01T09:00:00.000Z', lane });
    await promise({ nextAt: '2026-11-02T09:00:00.000Z', lane });
    expect(await opened.effectQueue.nextAt()).toBeNull();
    const leased = await promise();
    expect(await opened.effectQueue.nextAt()).toBe('2026-11-26T09:00:00.000Z');
    await opened.effectQueue.claim(leased, now, 60);
    expect(await opened.effectQueue.nextAt()).toBe('2026-11-26T10:01:00.000Z');
    await promise({ nextAt: '2026-11-26T10:00:30.000Z' });
    expect(await opened.effectQueue.nextAt()).toBe('2026-11-26T10:00:30.000Z');
  });

  it('tells that there may be something to try, once it is committed', async () => {
    let told = 0;
    const stop = opened.effectQueue.onPromise(() => {
      told += 1;
    });
    const undone = opened.store.asPerson(example.supervisor, async (tx) => {
      await tx.effects.save(exampleEffect(example));
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    const effect = await promise();
    await eventually(async () => told > 0);
    expect(await readyIds()).toEqual([effect.id]);
    stop();
  });
});
