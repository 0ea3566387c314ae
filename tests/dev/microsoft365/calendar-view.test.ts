import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from './local-microsoft365.ts';
import { NOW, at, idOf, items, mailOf, seriesBody, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
});
afterAll(() => m365.close());

test('the calendar view pages through occurrences in order, without masters', async () => {
  const first = await priya.graph(
    'GET',
    '/me/calendarView?startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-12-04T00:00:00Z&$top=5&$select=subject,start,type',
  );
  expect(items(first)).toHaveLength(5);
  const next = String(first.body['@odata.nextLink']).slice(m365.graphBase.length);
  const all = [...items(first), ...items(await priya.graph('GET', next))];
  const starts = all.map((one) => String(at(one, 'start', 'dateTime')));
  expect(starts).toEqual(starts.toSorted());
  expect(all.some((one) => one['type'] === 'seriesMaster')).toBe(false);
  expect(Object.keys(all[0] ?? {}).toSorted()).toEqual(['@odata.etag', 'id', 'start', 'subject', 'type']);
});

test('the delta of a calendar view gives stubs first and then only what changed', async () => {
  const window = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z';
  const first = await priya.graph('GET', `/me/calendarView/delta?${window}`, undefined, {
    Prefer: 'odata.maxpagesize=500',
  });
  const occurrence = items(first).find((one) => one['type'] === 'occurrence');
  expect(Object.keys(occurrence ?? {})).not.toContain('subject');
  const delta = String(first.body['@odata.deltaLink']).slice(m365.graphBase.length);
  expect(items(await priya.graph('GET', delta))).toEqual([]);
  const made = await priya.graph('POST', '/me/events', { ...seriesBody({ attendees: [] }), recurrence: null });
  expect(items(await priya.graph('GET', delta)).map((one) => one['id'])).toEqual([made.body['id']]);
});

test('free and busy times show what somebody does only to those who are part of it', async () => {
  const answer = await priya.graph('POST', '/me/calendar/getSchedule', {
    Schedules: [mailOf('kwame'), 'nobody@brackenmoor.example'],
    StartTime: { dateTime: '2026-11-23T00:00:00', timeZone: 'GMT Standard Time' },
    EndTime: { dateTime: '2026-11-24T00:00:00', timeZone: 'GMT Standard Time' },
    AvailabilityViewInterval: 60,
  });
  const [kwame, nobody] = items(answer);
  expect(kwame).toMatchObject({
    scheduleId: mailOf('kwame'),
    workingHours: { startTime: '08:30:00.0000000', timeZone: { name: 'GMT Standard Time' } },
  });
  expect(String(kwame?.['availabilityView'])).toMatch(/^0{9}2/);
  const shared = (at(kwame, 'scheduleItems') as Json[]).find((one) => one['subject'] === 'Neighbourhoods team meeting');
  expect(shared).toMatchObject({ status: 'busy', start: { dateTime: '2026-11-23T09:30:00.0000000' } });
  expect(at(nobody, 'error', 'responseCode')).toBe('5009');
});

test.each([
  ['more than 20 people', { schedules: Array.from({ length: 21 }, () => 'a@b.c') }, 'ErrorInvalidParameter'],
  ['62 days or more', { endTime: { dateTime: '2027-01-24T00:00:00', timeZone: 'UTC' } }, 'ErrorInvalidTimeInterval'],
])('free and busy times of %s are refused', async (_case, wrong, code) => {
  const day = (date: string) => ({ dateTime: `${date}T00:00:00`, timeZone: 'UTC' });
  const answer = await priya.graph('POST', '/me/calendar/getSchedule', {
    schedules: [mailOf('kwame')],
    startTime: day('2026-11-23'),
    endTime: day('2026-11-24'),
    ...wrong,
  });
  expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({ status: 400, code });
});

test("a person's all-day leave runs from midnight in their own zone", async () => {
  const day = (date: string) => ({ dateTime: `${date}T00:00:00`, timeZone: 'UTC' });
  const answer = await priya.graph('POST', '/me/calendar/getSchedule', {
    schedules: [mailOf('hannah')],
    startTime: day('2026-12-24'),
    endTime: day('2026-12-26'),
  });
  const leave = (at(answer.body, 'value', 0, 'scheduleItems') as Json[]).find((one) => one['status'] === 'oof');
  expect(String(at(leave, 'start', 'dateTime'))).toMatch(/T23:00:00/);
});

test('an address nobody made answers 501 and says so', async () => {
  const answer = await priya.graph('GET', '/me/planner/tasks');
  expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({
    status: 501,
    code: 'NotImplementedLocally',
  });
  expect(at(answer.body, 'error', 'innerError', 'date')).toBe(new Date(NOW).toISOString().slice(0, 19));
  expect((await priya.graph('GET', `/users/${idOf('priya')}/planner/tasks`)).status).toBe(501);
  expect((await priya.graph('POST', '/me/findMeetingTimes', {})).status).toBe(501);
  expect((await priya.graph('DELETE', '/me')).status).toBe(405);
});
