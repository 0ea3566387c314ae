import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { occurrencesOf } from '#core/series/occurrences.ts';
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

function ledgerOf(kind: string, subject: string): unknown[] {
  return tenant.m365.ledger().filter((entry) => entry.kind === kind && entry.subject?.endsWith(subject));
}

describe('a series in Outlook', () => {
  it('[OUT-3] stands in both calendars as a recurring Teams meeting, on the days the rule gives', async () => {
    const invitation = invitationFor(kwame, { note: 'Bring <what> matters & more.\nSecond line\n\nSecond paragraph' });
    const booked = await tenant.calendar.createSeries(priya.actor, invitation);
    expect(booked.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);

    const found = await tenant.calendar.occurrences(
      priya.actor,
      booked.eventId,
      '2026-11-23T00:00:00.000Z',
      '2027-06-30T00:00:00.000Z',
    );
    const expected = occurrencesOf(everySecondThursday);
    expect(found.map(({ originalDate, start, end, cancelled }) => ({ originalDate, start, end, cancelled }))).toEqual(
      expected.map((one) => ({ ...one, cancelled: false })),
    );
    expect(ledgerOf('invitation', invitation.subject)).toHaveLength(1);

    const master = await tenant.look(priya, `/me/events/${booked.eventId}`);
    expect(master).toMatchObject({
      isOnlineMeeting: true,
      showAs: 'busy',
      categories: ['Duologue'],
      transactionId: invitation.effectId,
    });
    const body = (master.body as { content: string }).content;
    expect(body).toContain('<p>Bring &lt;what&gt; matters &amp; more.<br>Second line</p><p>Second paragraph</p>');
  });

  it('is found again by the promise that made it, and by no other', async () => {
    const invitation = invitationFor(kwame);
    const { version, ...booked } = await tenant.calendar.createSeries(priya.actor, invitation);
    expect(version).toMatch(/^W\//);
    expect(await tenant.calendar.findSeries(priya.actor, invitation.effectId)).toEqual(booked);
    expect(await tenant.calendar.findSeries(priya.actor, "it's another")).toBeNull();
    expect(await tenant.calendar.findSeries(kwame.actor, invitation.effectId)).toBeNull();
  });

  it('is made once though the promise is kept twice', async () => {
    const invitation = invitationFor(kwame);
    const first = await tenant.calendar.createSeries(priya.actor, invitation);
    const second = await tenant.calendar.createSeries(priya.actor, invitation);
    expect(second).toEqual(first);
    expect(ledgerOf('event-created', invitation.subject)).toHaveLength(1);
    expect(ledgerOf('invitation', invitation.subject)).toHaveLength(1);
  });

  it.each([400, 409])('is adopted where Outlook answers %i that the promise was kept before', async (status) => {
    const invitation = invitationFor(kwame);
    const first = await tenant.calendar.createSeries(priya.actor, invitation);
    await tenant.fault({ method: 'POST', path: '/v1.0/me/events', status, code: 'ErrorDuplicateTransactionId' });
    // Which version it is by now is not known of one that was found.
    expect(await tenant.calendar.createSeries(priya.actor, invitation)).toEqual({ ...first, version: null });
    expect(ledgerOf('event-created', invitation.subject)).toHaveLength(1);
  });

  it.each([
    ['the connection breaks after the change', { cut: true, moment: 'after' }, 'UND_ERR_SOCKET'],
    ['a gateway gives up after the change', { status: 504, moment: 'after' }, 'GatewayTimeout'],
  ])('is in doubt where %s, and reading settles it', async (_, fault, outsideCode) => {
    const invitation = invitationFor(kwame);
    await tenant.fault({ method: 'POST', path: '/v1.0/me/events', ...fault });
    await expect(tenant.calendar.createSeries(priya.actor, invitation)).rejects.toMatchObject({
      code: 'outlook-unavailable',
      details: { ambiguous: true, outsideCode },
    });
    expect((await tenant.calendar.findSeries(priya.actor, invitation.effectId))?.joinUrl).toMatch(/^https:/);
    await tenant.calendar.createSeries(priya.actor, invitation);
    expect(ledgerOf('event-created', invitation.subject)).toHaveLength(1);
  });

  it('says it has no join address where Outlook made it without Teams', async () => {
    const invitation = invitationFor(kwame);
    await tenant.fault({
      method: 'POST',
      path: '/v1.0/me/events',
      status: 201,
      body: { id: 'x', iCalUId: 'y', isOnlineMeeting: false, onlineMeeting: null },
    });
    expect(await tenant.calendar.createSeries(priya.actor, invitation)).toEqual({
      eventId: 'x',
      iCalUid: 'y',
      joinUrl: null,
      version: null,
    });
    expect(tenant.logged.at(-1)).toEqual({ event: 'series-without-teams', facts: { effectId: invitation.effectId } });
  });

  it('is noticed where Outlook made another rule of it, and not where it kept to ours', async () => {
    const differs = (): unknown[] => tenant.logged.filter((one) => one.event === 'series-differs');
    const monthly = {
      ...everySecondThursday,
      pattern: { kind: 'monthly', every: 1, weekday: 4, week: 'last' },
    } as const;
    await tenant.calendar.createSeries(priya.actor, invitationFor(kwame));
    await tenant.calendar.createSeries(priya.actor, invitationFor(kwame, { plan: monthly }));
    expect(differs()).toEqual([]);
    const invitation = invitationFor(kwame);
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'] },
      range: { type: 'endDate', startDate: '2026-12-03', endDate: '2027-05-27' },
    };
    await tenant.fault({
      method: 'POST',
      path: '/v1.0/me/events',
      status: 201,
      body: { id: 'x', iCalUId: 'y', isOnlineMeeting: true, onlineMeeting: { joinUrl: 'z' }, recurrence },
    });
    await tenant.calendar.createSeries(priya.actor, invitation);
    expect(differs()).toEqual([{ event: 'series-differs', facts: { effectId: invitation.effectId } }]);
  });

  it('keeps its text harmless, whatever was typed', async () => {
    const subject = 'One-to-one: Siân 🌱\r\nBcc: x@example.org\u2028 שלום ' + 'long '.repeat(40);
    const invitation = invitationFor(kwame, { subject, note: '</body><script>alert(1)</script><a href="x">' });
    const booked = await tenant.calendar.createSeries(priya.actor, invitation);
    const master = await tenant.look(priya, `/me/events/${booked.eventId}`);
    expect(master.subject).toBe(`One-to-one: Siân 🌱 Bcc: x@example.org שלום ${'long '.repeat(40)}`.trim());
    const body = (master.body as { content: string }).content;
    expect(body).toContain('&lt;/body&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;a href=&quot;x&quot;&gt;');
    expect(body).not.toContain('<script');
  });
});

describe('ending a series', () => {
  it('cancels one that has not begun, once, with the comment', async () => {
    const invitation = invitationFor(kwame);
    const { eventId } = await tenant.calendar.createSeries(priya.actor, invitation);
    await tenant.calendar.endSeries(priya.actor, eventId, 'We found a better time.');
    await tenant.calendar.endSeries(priya.actor, eventId, 'We found a better time.');
    expect(ledgerOf('cancellation', invitation.subject)).toHaveLength(1);
    expect(await tenant.calendar.findSeries(priya.actor, invitation.effectId)).toBeNull();
  });

  it('keeps what was held of one that has begun', async () => {
    const plan = { ...everySecondThursday, startDate: '2026-10-15', untilDate: '2027-03-04' };
    const { eventId } = await tenant.calendar.createSeries(priya.actor, invitationFor(kwame, { plan }));
    await tenant.calendar.endSeries(priya.actor, eventId, 'Kwame moves to another team.');
    await tenant.calendar.endSeries(priya.actor, eventId, 'Kwame moves to another team.');
    const left = await tenant.calendar.occurrences(
      priya.actor,
      eventId,
      '2026-09-01T00:00:00.000Z',
      '2027-06-30T00:00:00.000Z',
    );
    expect(left.map((one) => one.originalDate)).toEqual(['2026-10-15', '2026-10-29', '2026-11-12']);
  });
});
