import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EventInvitation } from '#server/ports/calendar.ts';
import type { LocalTenant, Someone } from './local-tenant.ts';
import { startTenant } from './local-tenant.ts';

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

let made = 0;

function invitation(change: Partial<EventInvitation> = {}): EventInvitation {
  made += 1;
  return {
    effectId: `00000000-0000-4000-9000-${String(made).padStart(12, '0')}`,
    subject: `Follow-up ${String(made)}`,
    note: 'What had to <wait>',
    start: '2026-12-03T10:00:00.000Z',
    end: '2026-12-03T10:30:00.000Z',
    zone: 'Europe/London',
    attendee: { personId: kwame.actor.personId, name: kwame.name, mail: kwame.mail },
    others: [],
    isPrivate: false,
    categories: ['One-to-one'],
    ...change,
  };
}

function count(kind: string, subject: string): number {
  return tenant.m365.ledger().filter((entry) => entry.kind === kind && entry.subject?.endsWith(subject)).length;
}

describe('a single event in Outlook', () => {
  it('[OD3a-12] is one Teams meeting of the two, made once though the promise is kept twice', async () => {
    const wanted = invitation();
    const first = await tenant.calendar.createEvent(priya.actor, wanted);
    expect(await tenant.calendar.createEvent(priya.actor, wanted)).toEqual(first);
    expect(first.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    expect(count('event-created', wanted.subject)).toBe(1);
    expect(count('invitation', wanted.subject)).toBe(1);
    expect(await tenant.calendar.findSeries(priya.actor, wanted.effectId)).toEqual(first);
    const event = await tenant.look(priya, `/me/events/${first.eventId}`);
    expect(event).toMatchObject({ isOnlineMeeting: true, showAs: 'busy', transactionId: wanted.effectId });
    expect(event['recurrence'] ?? null).toBeNull();
  });

  it('moves with nothing but its times, once, and its body keeps every byte', async () => {
    const wanted = invitation();
    const { eventId } = await tenant.calendar.createEvent(priya.actor, wanted);
    const before = await tenant.look(priya, `/me/events/${eventId}`);
    const to = ['2026-12-04T14:00:00.000Z', '2026-12-04T14:30:00.000Z'] as const;
    await tenant.calendar.moveEvent(priya.actor, eventId, ...to);
    await tenant.calendar.moveEvent(priya.actor, eventId, ...to);
    const after = await tenant.look(priya, `/me/events/${eventId}`);
    expect(after['body']).toEqual(before['body']);
    expect((after['start'] as { dateTime: string }).dateTime).toMatch(/^2026-12-04T14:00/);
    expect(count('update', wanted.subject)).toBe(1);
  });

  it('is cancelled with a comment, and gone already is success', async () => {
    const wanted = invitation();
    const { eventId } = await tenant.calendar.createEvent(priya.actor, wanted);
    await tenant.calendar.cancelEvent(priya.actor, eventId, 'We settle it today.');
    await tenant.calendar.cancelEvent(priya.actor, eventId, 'We settle it today.');
    expect(count('cancellation', wanted.subject)).toBe(1);
    await expect(tenant.calendar.moveEvent(priya.actor, eventId, wanted.start, wanted.end)).rejects.toMatchObject({
      code: 'outlook-missing',
    });
  });

  it('takes an agenda into its body, above the untouched join block', async () => {
    const { eventId } = await tenant.calendar.createEvent(priya.actor, invitation());
    const before = await tenant.look(priya, `/me/events/${eventId}`);
    const publication = {
      effectId: '00000000-0000-4000-9100-000000000001',
      eventId,
      start: null,
      html: '<p>One item</p>',
      document: { name: 'Agenda.docx', contentType: 'application/octet-stream', bytes: new Uint8Array([1, 2, 3]) },
    };
    await tenant.calendar.publishAgenda(priya.actor, publication);
    await tenant.calendar.publishAgenda(priya.actor, publication);
    const after = await tenant.look(priya, `/me/events/${eventId}`);
    const content = (event: Record<string, unknown>): string => (event['body'] as { content: string }).content;
    expect(content(after)).toContain('One item');
    expect(content(after)).toContain(content(before).slice(content(before).indexOf('<p>')));
  });

  it('[ESS-4] without anybody invited is private time, no Teams meeting, and is taken away without a word', async () => {
    const wanted = invitation({ attendee: null, isPrivate: true });
    const { eventId, joinUrl } = await tenant.calendar.createEvent(priya.actor, wanted);
    expect(joinUrl).toBeNull();
    const event = await tenant.look(priya, `/me/events/${eventId}`);
    expect(event).toMatchObject({ sensitivity: 'private', attendees: [], showAs: 'busy' });
    await tenant.calendar.cancelEvent(priya.actor, eventId, '');
    await tenant.calendar.cancelEvent(priya.actor, eventId, '');
    expect(await tenant.calendar.findSeries(priya.actor, wanted.effectId)).toBeNull();
    expect(count('invitation', wanted.subject) + count('cancellation', wanted.subject)).toBe(0);
  });
});
