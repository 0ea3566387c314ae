import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocalTenant, Someone } from './local-tenant.ts';
import { startTenant } from './local-tenant.ts';
import { invitationFor } from './series-invitation.ts';

const from = '2026-11-23T00:00:00.000Z';
const until = '2027-06-30T00:00:00.000Z';

let tenant: LocalTenant;
let priya: Someone;
let kwame: Someone;

beforeAll(async () => {
  tenant = await startTenant();
  priya = await tenant.signIn('priya');
  kwame = await tenant.signIn('kwame');
});
afterEach(() => tenant.noFaults());
afterAll(() => tenant.close());

async function newSeries(): Promise<{ eventId: string; subject: string }> {
  const invitation = invitationFor(kwame);
  const { eventId } = await tenant.calendar.createSeries(priya.actor, invitation);
  return { eventId, subject: invitation.subject };
}

async function startsOf(eventId: string): Promise<Record<string, string>> {
  const found = await tenant.calendar.occurrences(priya.actor, eventId, from, until);
  return Object.fromEntries(found.map((one) => [one.originalDate, one.start]));
}

function mailsOf(kind: string, subject: string): unknown[] {
  return tenant.m365.ledger().filter((entry) => entry.kind === kind && entry.subject?.endsWith(subject));
}

describe('moving one occurrence', () => {
  const move = [
    '2026-12-17',
    '2026-12-17T10:00:00.000Z',
    '2026-12-18T14:00:00.000Z',
    '2026-12-18T14:45:00.000Z',
  ] as const;

  it('moves it in Outlook, where it keeps its name, and leaves the others', async () => {
    const { eventId, subject } = await newSeries();
    await tenant.calendar.moveOccurrence(priya.actor, eventId, ...move);
    expect(await startsOf(eventId)).toMatchObject({
      '2026-12-03': '2026-12-03T10:00:00.000Z',
      '2026-12-17': '2026-12-18T14:00:00.000Z',
      '2026-12-31': '2026-12-31T10:00:00.000Z',
    });
    expect(mailsOf('update', subject)).toHaveLength(1);
  });

  it('mails nobody a second time when it is there already', async () => {
    const { eventId, subject } = await newSeries();
    await tenant.fault({ method: 'PATCH', path: '/v1.0/me/events/*', moment: 'after', status: 504 });
    await expect(tenant.calendar.moveOccurrence(priya.actor, eventId, ...move)).rejects.toMatchObject({
      details: { ambiguous: true },
    });
    await tenant.calendar.moveOccurrence(priya.actor, eventId, ...move);
    expect(mailsOf('update', subject)).toHaveLength(1);
  });

  it('is refused where it would cross its neighbour', async () => {
    const { eventId } = await newSeries();
    await expect(
      tenant.calendar.moveOccurrence(
        priya.actor,
        eventId,
        '2026-12-17',
        '2026-12-17T10:00:00.000Z',
        '2026-12-31T15:00:00.000Z',
        '2026-12-31T15:45:00.000Z',
      ),
    ).rejects.toMatchObject({ code: 'outlook-refused', details: { outsideCode: 'ErrorOccurrenceCrossingBoundary' } });
  });

  it('keeps the wall clock when the clocks change in between', async () => {
    const { eventId } = await newSeries();
    await tenant.calendar.moveOccurrence(
      priya.actor,
      eventId,
      '2027-03-25',
      '2027-03-25T10:00:00.000Z',
      '2027-03-29T10:30:00.000Z',
      '2027-03-29T11:15:00.000Z',
    );
    expect(await startsOf(eventId)).toMatchObject({
      '2027-03-25': '2027-03-29T10:30:00.000Z',
      '2027-04-08': '2027-04-08T09:00:00.000Z',
    });
  });

  it('says so where the series has no such day', async () => {
    const { eventId } = await newSeries();
    await expect(
      tenant.calendar.moveOccurrence(
        priya.actor,
        eventId,
        '2026-12-16',
        '2026-12-16T10:00:00.000Z',
        '2026-12-18T14:00:00.000Z',
        '2026-12-18T14:45:00.000Z',
      ),
    ).rejects.toMatchObject({ code: 'outlook-missing' });
  });
});

describe('cancelling one occurrence', () => {
  it('takes it out of both calendars, once, with the comment', async () => {
    const { eventId, subject } = await newSeries();
    await tenant.calendar.cancelOccurrence(priya.actor, eventId, '2026-12-17T10:00:00.000Z', 'Kwame is on leave.');
    await tenant.calendar.cancelOccurrence(priya.actor, eventId, '2026-12-17T10:00:00.000Z', 'Kwame is on leave.');
    expect(Object.keys(await startsOf(eventId))).not.toContain('2026-12-17');
    expect(mailsOf('cancellation', subject)).toHaveLength(1);
  });

  it('finds one that was moved, by where it now stands or by where it stood', async () => {
    const { eventId } = await newSeries();
    await tenant.calendar.moveOccurrence(
      priya.actor,
      eventId,
      '2026-12-17',
      '2026-12-17T10:00:00.000Z',
      '2026-12-18T14:00:00.000Z',
      '2026-12-18T14:45:00.000Z',
    );
    await tenant.calendar.moveOccurrence(
      priya.actor,
      eventId,
      '2026-12-31',
      '2026-12-31T10:00:00.000Z',
      '2027-01-04T14:00:00.000Z',
      '2027-01-04T14:45:00.000Z',
    );
    await tenant.calendar.cancelOccurrence(priya.actor, eventId, '2026-12-18T14:00:00.000Z', 'No need this time.');
    await tenant.calendar.cancelOccurrence(priya.actor, eventId, '2026-12-31T10:00:00.000Z', 'No need this time.');
    expect(Object.keys(await startsOf(eventId)).slice(0, 2)).toEqual(['2026-12-03', '2027-01-14']);
  });

  it('has nothing to do in a series that is gone', async () => {
    const { eventId } = await newSeries();
    await tenant.calendar.endSeries(priya.actor, eventId, 'Over.');
    await tenant.calendar.cancelOccurrence(priya.actor, eventId, '2026-12-17T10:00:00.000Z', 'Over.');
    await expect(tenant.calendar.occurrences(priya.actor, eventId, from, until)).rejects.toMatchObject({
      code: 'outlook-missing',
    });
  });
});
