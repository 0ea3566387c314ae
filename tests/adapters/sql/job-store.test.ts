import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BookingJob } from '#core/booking-job/booking-job.ts';
import type { Actor } from '#core/people/person.ts';
import { engines, now, type OpenedEngine } from './engines.ts';
import { savedPair, type PairExample } from './examples.ts';

describe.each(engines)('booking for many on $engine', ({ open }) => {
  let opened: OpenedEngine;
  let ours: PairExample;
  let job: BookingJob;
  let keeper: Actor;
  beforeAll(async () => {
    opened = await open();
    ours = await savedPair(opened.store);
    keeper = { tenantId: ours.supervisor.tenantId, personId: ours.supervisor.personId, isHr: true };
    job = {
      id: randomUUID(),
      state: 'running',
      choice: { units: null, grades: null },
      from: '2026-12-01',
      breathingMinutes: 15,
      startedBy: keeper.personId,
      startedAt: now,
      settledAt: null,
    };
    const { id: pairId, supervisorId, employeeId } = ours.pair;
    const item = { pairId, supervisorId, employeeId, bookingId: randomUUID(), state: 'waiting', reason: null } as const;
    await opened.store.asPerson(keeper, async (tx) => {
      await tx.jobs.save(job);
      await tx.jobs.addItems(job.id, [item]);
    });
  });
  afterAll(() => opened.close());

  it('shows a job to whoever looks after one-to-ones in its tenant, and to nobody else', async () => {
    const outsiders: Record<string, Actor | null> = {
      'the pair’s own two': ours.employee,
      'HR of another tenant': { ...keeper, tenantId: randomUUID() },
      'HR of no tenant': { ...keeper, tenantId: '' },
      nobody: null,
    };
    for (const table of ['job', 'job_item']) {
      const count = `select count(*)::int as rows from ${table}`;
      for (const [who, outsider] of Object.entries(outsiders))
        expect(await opened.asRuntime(outsider, count), `${table} for ${who}`).toEqual([{ rows: 0 }]);
      expect(await opened.asRuntime(keeper, count), table).toEqual([{ rows: 1 }]);
    }
  });

  it('is not found, changed or begun by anybody else, whatever a use case asks for them', async () => {
    const { store } = opened;
    for (const who of [ours.supervisor, ours.employee, { ...ours.supervisor, isAdministrator: true }]) {
      expect(await store.asPerson(who, (tx) => tx.jobs.all())).toEqual([]);
      expect(await store.asPerson(who, (tx) => tx.jobs.find(job.id))).toBeNull();
      for (const one of [
        { ...job, state: 'ended' as const },
        { ...job, id: randomUUID() },
      ])
        await expect(store.asPerson(who, (tx) => tx.jobs.save(one))).rejects.toThrow();
    }
    expect(await store.asPerson(keeper, (tx) => tx.jobs.all())).toEqual([job]);
  });

  it('lists to the worker whose the running pairs of one tenant are, and nothing of what is agreed in them', async () => {
    expect(await opened.asRuntime('worker', 'select * from pair')).toEqual([]);
    const other = await savedPair(opened.store);
    const running = { ...ours.pair, to: null };
    await opened.store.asPerson(ours.supervisor, (tx) => tx.pairs.save(running));
    const listed = await opened.jobQueue.pairs(ours.supervisor.tenantId);
    const { id: pairId, supervisorId, employeeId } = ours.pair;
    expect(listed).toEqual([{ pairId, supervisorId, employeeId, facts: ours.standing.facts }]);
    expect(JSON.stringify(listed)).not.toContain(other.pair.id);
    for (const who of [ours.supervisor, keeper, null])
      expect(await opened.asRuntime(who, `select * from running_pairs('${keeper.tenantId}')`)).toEqual([]);
  });
});
