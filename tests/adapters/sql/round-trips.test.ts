import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import { startCountingProxy, type CountingProxy } from '#tests/support/counting-proxy.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { freshDatabase, type FreshDatabase } from '#tests/support/postgres.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

describe('what a request waits for of the database', () => {
  let database: FreshDatabase;
  let proxy: CountingProxy;
  let started: Started;
  let manager: PersonClient;
  let report: PersonClient;
  let meetingId = '';

  beforeAll(async () => {
    database = await freshDatabase();
    proxy = await startCountingProxy(database.url);
    started = await startDuologue({ database: { kind: 'postgres', url: proxy.url } });
    [manager, report] = [await started.as('priya'), await started.as('tomasz')];
    const { people } = await manager.call('home');
    const pairId = people.find(({ other }) => other.id === report.personId)?.pairId ?? '';
    meetingId = (await manager.call('pair', { params: { pairId } })).pair.next?.id ?? '';
    await manager.call('openMeeting', { params: { meetingId } });
    // Who is seen for the first time is looked after beside their request.
    await report.call('me');
    await quiet();
  }, 120_000);
  afterAll(async () => {
    await started.close();
    await proxy.close();
    await database.drop();
  });

  /** Whatever is done beside requests, such as looking at calendars, is over for now. */
  async function quiet(): Promise<void> {
    let still = 0;
    await eventually(async () => {
      still = proxy.taken() === 0 ? still + 1 : 0;
      return still > 20;
    });
  }

  async function tripsOf(work: () => Promise<unknown>): Promise<number> {
    proxy.taken();
    await work();
    return proxy.taken();
  }

  it('is at most four round trips for all that the side panel shows, the first time too', async () => {
    const read = () => report.call('meeting', { params: { meetingId } });
    expect(await tripsOf(read)).toBeLessThanOrEqual(4);
    expect(await tripsOf(read)).toBeLessThanOrEqual(2);
  });

  it('is a handful to write a line or an action down', async () => {
    const common = { id: randomUUID(), text: 'Send the figures', itemId: null, topicId: null };
    const point = { ...common, id: randomUUID(), mark: null };
    const action = { ...common, ownerId: report.personId, dueOn: null };
    expect(
      await tripsOf(() => manager.call('addPoint', { params: { meetingId }, request: point })),
    ).toBeLessThanOrEqual(6);
    await quiet();
    expect(
      await tripsOf(() => manager.call('addAction', { params: { meetingId }, request: action })),
    ).toBeLessThanOrEqual(7);
  });

  it('is a few for the form, for signing, for the agreement and for home', async () => {
    const pairId = (await report.call('meeting', { params: { meetingId } })).meeting.pairId;
    const { seq } = await manager.call('meeting', { params: { meetingId } });
    await manager.call('closeMeeting', { params: { meetingId }, request: { seq } });
    // Looked at for the first time, what nobody is to sign is sealed.
    await report.call('signOff', { params: { meetingId } });
    await quiet();
    expect(await tripsOf(() => report.call('form', { params: { meetingId } }))).toBeLessThanOrEqual(6);
    expect(await tripsOf(() => report.call('signOff', { params: { meetingId } }))).toBeLessThanOrEqual(6);
    expect(await tripsOf(() => report.call('agreement', { params: { pairId } }))).toBeLessThanOrEqual(5);
    await manager.call('home');
    expect(await tripsOf(() => manager.call('home'))).toBeLessThanOrEqual(8);
  });
});
