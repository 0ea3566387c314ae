import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { occurrencesOf } from '#core/series/occurrences.ts';
import type { SeriesPlan } from '#core/series/series.ts';
import type { LocalTenant, Someone } from './local-tenant.ts';
import { startTenant } from './local-tenant.ts';
import { everySecondThursday, invitationFor } from './series-invitation.ts';

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

const tuesdays: SeriesPlan = {
  ...everySecondThursday,
  pattern: { kind: 'weekly', every: 1, weekday: 2 },
  startDate: '2026-12-08',
  startTime: '14:30',
  minutes: 30,
  untilDate: '2027-04-27',
};

function updates(subject: string): number {
  return tenant.m365.ledger().filter((entry) => entry.kind === 'update' && entry.subject?.endsWith(subject)).length;
}

async function booked(plan: SeriesPlan = everySecondThursday) {
  const invitation = invitationFor(kwame, { plan });
  const { eventId, joinUrl } = await tenant.calendar.createSeries(priya.actor, invitation);
  return { eventId, joinUrl, subject: invitation.subject, before: await master(eventId) };
}

function master(eventId: string): Promise<Record<string, unknown>> {
  return tenant.look(priya, `/me/events/${eventId}`);
}

async function days(eventId: string) {
  const found = await tenant.calendar.occurrences(
    priya.actor,
    eventId,
    '2026-10-01T00:00:00.000Z',
    '2027-12-31T00:00:00.000Z',
  );
  return found.map(({ originalDate, start, end }) => ({ originalDate, start, end }));
}

describe('a series given another rule', () => {
  it('[OUT-3] stays the same Teams meeting: another day, time, length, rhythm and end, one update, every byte of its body', async () => {
    const { eventId, joinUrl, subject, before } = await booked();
    await tenant.calendar.changeSeries(priya.actor, eventId, tuesdays);
    expect(await days(eventId)).toEqual(occurrencesOf(tuesdays));
    const after = await master(eventId);
    expect(after['body']).toEqual(before['body']);
    expect(after['onlineMeeting']).toMatchObject({ joinUrl });
    expect(after['iCalUId']).toBe(before['iCalUId']);
    expect(updates(subject)).toBe(1);
  });

  it('is not sent a second time, nor after a doubt', async () => {
    const { eventId, subject } = await booked();
    await tenant.fault({ method: 'PATCH', path: '/v1.0/me/events/*', cut: true, moment: 'after' });
    await expect(tenant.calendar.changeSeries(priya.actor, eventId, tuesdays)).rejects.toMatchObject({
      code: 'outlook-unavailable',
      details: { ambiguous: true },
    });
    await tenant.calendar.changeSeries(priya.actor, eventId, tuesdays);
    await tenant.calendar.changeSeries(priya.actor, eventId, tuesdays);
    expect(updates(subject)).toBe(1);
  });

  it('goes on longer from where it began, so that what was held stays in the calendar', async () => {
    const plan = { ...everySecondThursday, startDate: '2026-10-15', untilDate: '2026-12-31' };
    const { eventId, subject } = await booked(plan);
    await tenant.calendar.changeSeries(priya.actor, eventId, { ...plan, untilDate: '2027-03-31' });
    expect(await days(eventId)).toEqual(occurrencesOf({ ...plan, untilDate: '2027-03-31' }));
    expect(updates(subject)).toBe(1);
  });

  it('is changed by its phase alone: the other weeks, or the hour the clocks make of it', async () => {
    const { eventId } = await booked();
    const otherWeeks = { ...everySecondThursday, startDate: '2026-12-10' };
    await tenant.calendar.changeSeries(priya.actor, eventId, otherWeeks);
    expect(await days(eventId)).toEqual(occurrencesOf(otherWeeks));
    const berlin = { ...otherWeeks, zone: 'Europe/Berlin', startTime: '11:00' };
    await tenant.calendar.changeSeries(priya.actor, eventId, berlin);
    expect(await days(eventId)).toEqual(occurrencesOf(berlin));
  });

  it('is missing where it was cancelled, and nothing is made instead', async () => {
    const { eventId } = await booked();
    await tenant.calendar.endSeries(priya.actor, eventId, 'Done.');
    await expect(tenant.calendar.changeSeries(priya.actor, eventId, tuesdays)).rejects.toMatchObject({
      code: 'outlook-missing',
    });
    expect(await tenant.calendar.findSeries(priya.actor, eventId)).toBeNull();
  });

  it('is noticed where Outlook makes another rule of it', async () => {
    const { eventId } = await booked();
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'] },
      range: { type: 'endDate', startDate: '2026-12-03', endDate: '2027-05-27' },
    };
    const body = { id: eventId, iCalUId: 'y', isOnlineMeeting: true, onlineMeeting: { joinUrl: 'z' }, recurrence };
    await tenant.fault({ method: 'PATCH', path: '/v1.0/me/events/*', status: 200, body });
    await tenant.calendar.changeSeries(priya.actor, eventId, tuesdays);
    expect(tenant.logged.at(-1)).toMatchObject({ event: 'series-differs' });
  });
});

describe('a series that is changed while it is read', () => {
  it('[OUT-3] [C2] is read of one piece: never days of the new rule under the old one', async () => {
    const { eventId } = await booked();
    const item = { eventId, iCalUid: null, attendeeMail: kwame.mail };
    const read = () =>
      tenant.outlook.readSeries(priya.actor, item, '2026-11-24T00:00:00.000Z', '2027-12-31T00:00:00.000Z');
    await read();
    await tenant.fault({ path: '/v1.0/me/events/*/instances', delayMs: 600, moment: 'before' });
    const reading = read();
    // Its master was asked for by now; its days are being waited for.
    await master(eventId);
    await tenant.calendar.changeSeries(priya.actor, eventId, tuesdays);
    const series = await reading;
    if (series === 'gone' || series === 'mailbox-gone') throw new Error(series);
    expect(series.rule).toMatchObject({ pattern: tuesdays.pattern, startTime: '14:30' });
    expect(series.occurrences.map(({ originalDate }) => originalDate)).toEqual(
      occurrencesOf(tuesdays).map(({ originalDate }) => originalDate),
    );
  });
});
