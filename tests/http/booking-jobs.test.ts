import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JobView } from '#contract/booking-jobs.ts';
import { eventually } from '#tests/support/eventually.ts';
import { personClient, type PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';
import { leastSeconds } from '../../bench/bulk-least.ts';
import { bulkOrganisation, seedPairs } from '../../bench/bulk-organisation.ts';
import { bookInBulk } from '../../bench/bulk-run.ts';
import { emptyPages } from '../../bench/bulk.ts';

const everybody = { units: null, grades: null };

describe('booking for everybody without one-to-ones', () => {
  let started: Started;
  let hr: PersonClient;

  beforeAll(async () => {
    // Two report to whoever looks after one-to-ones, and each of the two leads one more and is not here.
    const organisation = bulkOrganisation(18);
    started = await startDuologue({ organisation });
    const known = new Set(['p0', 'p1', 'p2', 'p9', 'p17']);
    const people = organisation.people.filter(({ key }) => known.has(key));
    await seedPairs(started.trial.duologue.store, { ...organisation, people }, '2026-11-26');
    hr = await started.as('p0');
  });
  afterAll(() => started.close());

  const job = async (): Promise<JobView> => {
    const [newest] = (await hr.call('bookingJobs')).jobs;
    if (newest === undefined) throw new Error('There is no job');
    return newest;
  };
  const request = { id: randomUUID(), choice: everybody, from: '2026-11-30', breathingMinutes: 10 };

  test('[OUT-3] [C2] waits for supervisors who are not here, says for whom, and books at their visit', async () => {
    const slip = { ...request, from: '2062-11-30' };
    expect((await hr.refused('startBookingJob', { request: slip })).code).toBe('bad-request');
    const before = await hr.call('bookingJobs');
    const without = before.withoutSeries.reduce((sum, { count }) => sum + count, 0);
    expect(without).toBe(4);
    const begun = await hr.call('startBookingJob', { request });
    expect(Object.values(begun.counts).reduce((sum, count) => sum + count, 0)).toBe(without);
    // Pressed again it is the same job, and no second one is begun beside it.
    expect((await hr.call('startBookingJob', { request })).id).toBe(begun.id);
    expect((await hr.refused('startBookingJob', { request: { ...request, id: randomUUID() } })).code).toBe(
      'job-running',
    );
    const waiting = await eventually(async () => {
      const now = await job();
      return now.awaited.length > 1 ? now : null;
    });
    expect(waiting.awaitedCount).toBe(2);
    const [awaited] = waiting.awaited;
    const { items } = await hr.call('bookingJobItems', {
      params: { jobId: begun.id },
      request: { state: 'waiting' },
    });
    const theirs = items.find(({ supervisor }) => supervisor.id === awaited?.person.id);
    expect(theirs?.reason).toBe('supervisor-away');

    await (await personClient(started.trial, awaited?.person.id ?? '')).call('me');
    const booked = await eventually(async () => {
      const list = await hr.call('bookingJobItems', { params: { jobId: begun.id }, request: {} });
      const one = list.items.find(({ pairId }) => pairId === theirs?.pairId);
      return one?.state === 'booked' ? one : null;
    });
    expect(booked.reason).toBeNull();
    const invited = started.trial.microsoft365
      .ledger()
      .filter(({ kind, mailbox }) => kind === 'invitation' && mailbox === booked.employee.id);
    expect(invited).toHaveLength(1);
  }, 60_000);

  test('[OUT-3] is paused, resumed and ended, and says no to what is over', async () => {
    const { id: jobId } = await job();
    const to = (state: 'running' | 'paused' | 'ended') =>
      hr.call('changeBookingJob', { params: { jobId }, request: { state } });
    expect((await to('paused')).state).toBe('paused');
    expect((await to('paused')).state).toBe('paused');
    expect((await to('running')).state).toBe('running');
    expect((await to('ended')).state).toBe('ended');
    const refused = await hr.refused('changeBookingJob', { params: { jobId }, request: { state: 'running' } });
    expect(refused.code).toBe('job-over');
  });

  test('shows whoever looks after one-to-ones nothing of what is in them', async () => {
    const answers = JSON.stringify([await hr.call('bookingJobs'), (await job()).counts]);
    expect(answers).not.toMatch(/subject|note|plan|joinUrl|eventId/);
  });
});

describe('booking for many at once', () => {
  const clientDirectory = emptyPages(mkdtempSync(join(tmpdir(), 'duologue-bulk-')));

  // What is left of the last second of thirty installs counts in full: so many pairs that little of it is.
  test.each([
    { reading: 'mailbox', pairs: 32 },
    { reading: 'application', pairs: 62 },
  ] as const)(
    '[OUT-3] [C2] takes at most a tenth longer than Outlook’s limit for each $reading allows, but for one call’s time to find out what it takes, is hardly ever refused, and what is moved in Outlook meanwhile is followed in time',
    async ({ reading, pairs }) => {
      const terms = { pairs, reading, latencyMs: 500 };
      const outcome = await bookInBulk({ ...terms, clientDirectory, isOneMoved: true });
      expect(outcome.counts).toMatchObject({ booked: pairs });
      const seconds = outcome.seconds - terms.latencyMs / 1000;
      expect(seconds / leastSeconds(terms, outcome)).toBeLessThanOrEqual(1.1);
      expect(outcome.throttled / outcome.calls).toBeLessThanOrEqual(0.01);
      expect(outcome.followedAfter).toBeLessThanOrEqual(10);
      expect([outcome.created, outcome.installed, outcome.invited.size]).toEqual([pairs, pairs, pairs]);
      expect([...outcome.invited.values()].every((count) => count === 1)).toBe(true);
    },
    120_000,
  );

  test('[OUT-3] [C2] invites everybody once, whatever Outlook does meanwhile, and although Duologue ends half-way and starts again', async () => {
    const onCreate = { method: 'POST', path: '/v1.0/users/*/events' };
    const faults = [
      { ...onCreate, status: 504, moment: 'after', times: 3 },
      { ...onCreate, status: 429, times: 3, skip: 2 },
      { ...onCreate, status: 503, times: 2, skip: 5 },
    ];
    const directory = mkdtempSync(join(tmpdir(), 'duologue-bulk-kept-'));
    let endedAt: number | null = null;
    const outcome = await bookInBulk({
      pairs: 16,
      reading: 'mailbox',
      latencyMs: 1_500,
      clientDirectory,
      faults,
      directory,
      meanwhile: async (trial, booked) => {
        if (endedAt !== null || trial.microsoft365.ledger().every(({ kind }) => kind !== 'event-created')) return;
        endedAt = booked;
        await trial.restart();
      },
    });
    expect(endedAt).not.toBeNull();
    expect(endedAt).toBeLessThan(16);
    expect(outcome.counts).toMatchObject({ booked: 16 });
    expect([outcome.created, outcome.installed, outcome.invited.size]).toEqual([16, 16, 16]);
    expect([...outcome.invited.values()].every((count) => count === 1)).toBe(true);
  }, 120_000);
});
