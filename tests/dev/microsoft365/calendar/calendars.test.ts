import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from '../local-microsoft365.ts';
import { at, delegated, items, mailOf, received, seriesBody, signIn, startLocal } from '../local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let yusuf: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  yusuf = await signIn(m365, 'yusuf');
});
afterAll(() => m365.close());

const VIEW = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z&$top=100';

async function newCalendar(name: string): Promise<Json> {
  return (await priya.graph('POST', '/me/calendars', { name, color: 'LightBlue' })).body;
}

function path(of: Json, below = ''): string {
  return `/me/calendars/${encodeURIComponent(String(of['id']))}${below}`;
}

async function subjects(address: string): Promise<unknown[]> {
  return items(await priya.graph('GET', address)).map((one) => one['subject']);
}

describe('calendars of a mailbox', () => {
  test('the default one comes first, cannot be removed and takes Teams meetings', async () => {
    const [first] = items(await priya.graph('GET', '/me/calendars'));
    expect(first).toMatchObject({
      name: 'Calendar',
      isDefaultCalendar: true,
      isRemovable: false,
      canEdit: true,
      canShare: true,
      canViewPrivateItems: true,
      isTallyingResponses: true,
      allowedOnlineMeetingProviders: ['teamsForBusiness'],
      owner: { address: mailOf('priya') },
    });
    expect(first).toEqual((await priya.graph('GET', '/me/calendar')).body);
    const removed = await priya.graph('DELETE', path(first ?? {}));
    expect({ status: removed.status, code: at(removed.body, 'error', 'code') }).toEqual({
      status: 400,
      code: 'ErrorDeleteDistinguishedFolder',
    });
  });

  test('another is made, renamed and coloured; two of one name are refused', async () => {
    const made = await newCalendar('Training');
    expect(made).toMatchObject({ name: 'Training', color: 'lightBlue', isRemovable: true, isTallyingResponses: false });
    const renamed = await priya.graph('PATCH', path(made), { name: 'Training days' });
    expect(renamed.body).toMatchObject({ id: made['id'], name: 'Training days', color: 'lightBlue' });
    expect(renamed.body['changeKey']).not.toBe(made['changeKey']);
    const twice = await priya.graph('POST', '/me/calendars', { name: 'training DAYS' });
    expect({ status: twice.status, code: at(twice.body, 'error', 'code') }).toEqual({
      status: 409,
      code: 'ErrorFolderExists',
    });
    expect((await priya.graph('POST', '/me/calendars', { name: ' ' })).status).toBe(400);
    expect((await priya.graph('POST', '/me/calendars', { name: 'Red', color: 'vermilion' })).status).toBe(400);
  });

  test('what stands in another calendar is not in the view of the default one, nor busy for others', async () => {
    const calendar = await newCalendar('Private');
    const single = seriesBody({ subject: 'Elsewhere', attendees: [], recurrence: null });
    const made = await priya.graph('POST', path(calendar, '/events'), single);
    expect(made.status).toBe(201);
    expect(await subjects(path(calendar, '/events'))).toEqual(['Elsewhere']);
    expect(await subjects(path(calendar, `/calendarView?${VIEW}`))).toEqual(['Elsewhere']);
    expect(await subjects(`/me/calendarView?${VIEW}`)).not.toContain('Elsewhere');
    expect(await subjects('/me/calendar/events?$top=500')).not.toContain('Elsewhere');
    expect(await subjects('/me/events?$top=500')).toContain('Elsewhere');
    const busy = await yusuf.graph('POST', '/me/calendar/getSchedule', {
      schedules: [mailOf('priya')],
      startTime: { dateTime: '2026-12-01T10:00:00', timeZone: 'Europe/London' },
      endTime: { dateTime: '2026-12-01T10:30:00', timeZone: 'Europe/London' },
    });
    expect(at(items(busy), 0, 'availabilityView')).toBe('0');
    const id = encodeURIComponent(String(made.body['id']));
    expect((await priya.graph('GET', path(calendar, `/events/${id}`))).status).toBe(200);
    expect((await priya.graph('GET', `/me/calendar/events/${id}`)).status).toBe(404);
    expect(at((await priya.graph('GET', `/me/events/${id}?$expand=calendar`)).body, 'calendar', 'name')).toBe(
      'Private',
    );
  });

  test('a calendar goes with its events, without a word to those invited', async () => {
    const calendar = await newCalendar('Short-lived');
    const made = await priya.graph('POST', path(calendar, '/events'), seriesBody({ subject: 'Goes with it' }));
    expect((await priya.graph('DELETE', path(calendar))).status).toBe(204);
    expect((await priya.graph('GET', path(calendar))).status).toBe(404);
    expect((await priya.graph('GET', `/me/events/${encodeURIComponent(String(made.body['id']))}`)).status).toBe(404);
    expect(received(m365, 'cancellation').filter(({ subject }) => subject?.includes('Goes with it'))).toEqual([]);
  });

  test('nobody reaches the calendars of somebody else, and reading them is not changing them', async () => {
    const calendar = await newCalendar('Mine');
    const id = encodeURIComponent(String(calendar['id']));
    expect((await yusuf.graph('GET', `/me/calendars/${id}`)).status).toBe(404);
    expect((await yusuf.graph('GET', `/users/${mailOf('priya')}/calendars/${id}`)).status).toBe(403);
    // Duologue never asks for these, so what it sends here is not compared with what it may send.
    const unchecked = await startLocal({ validate: false });
    const reader = await delegated(unchecked, 'priya', 'Calendars.Read');
    const answers = [await reader('GET', '/me/calendars'), await reader('POST', '/me/calendars', { name: 'More' })];
    await unchecked.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 403]);
  });
});
