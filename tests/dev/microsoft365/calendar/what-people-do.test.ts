import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from '../local-microsoft365.ts';
import { at, idOf, items, local, mailOf, received, seriesBody, signIn, startLocal } from '../local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let yusuf: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  yusuf = await signIn(m365, 'yusuf');
});
afterAll(() => m365.close());

function pathOf(event: Json): string {
  return `/me/events/${encodeURIComponent(String(event['id']))}`;
}

async function newSeries(subject: string): Promise<Json> {
  return (await priya.graph('POST', '/me/events', seriesBody({ subject }))).body;
}

/** The starts somebody sees of a subject, to the minute, until the end of February. */
async function startsOf(person: SignedIn, subject: string): Promise<string[]> {
  const span = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-02-28T00:00:00Z';
  const view = `/me/calendarView?${span}&$top=200&$orderby=start/dateTime&$filter=subject eq '${subject}'`;
  return items(await person.graph('GET', view)).map((one) => String(at(one, 'start', 'dateTime')).slice(0, 16));
}

function mails(kind: string, subject: string): number {
  return received(m365, kind).filter((one) => one.who === mailOf('yusuf') && one.subject?.endsWith(subject) === true)
    .length;
}

describe('what people do to a series', () => {
  test('an attendee who is taken out loses it with a cancellation, and is invited again when brought back', async () => {
    const series = await newSeries('Taken out');
    expect(await startsOf(yusuf, 'Taken out')).toHaveLength(7);
    await priya.graph('PATCH', pathOf(series), { attendees: [] });
    expect(await startsOf(yusuf, 'Taken out')).toEqual([]);
    expect(mails('cancellation', 'Taken out')).toBe(1);
    const back = [{ type: 'required', emailAddress: { address: mailOf('yusuf') } }];
    await priya.graph('PATCH', pathOf(series), { attendees: back });
    expect(await startsOf(yusuf, 'Taken out')).toHaveLength(7);
    expect(mails('invitation', 'Taken out')).toBe(2);
  });

  test('this and all that follow: the series is cut short and another takes over from there, in both calendars', async () => {
    const series = await newSeries('From here on');
    const { pattern, range } = series['recurrence'] as { pattern: Json; range: Json };
    const cut = { recurrence: { pattern, range: { ...range, type: 'endDate', endDate: '2027-01-11' } } };
    expect((await priya.graph('PATCH', pathOf(series), cut)).status).toBe(200);
    const rest = seriesBody({
      subject: 'From here on',
      start: { dateTime: '2027-01-12T14:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2027-01-12T14:30:00', timeZone: 'Europe/London' },
      recurrence: { pattern, range: { type: 'endDate', startDate: '2027-01-12', endDate: '2027-11-30' } },
    });
    const made = (await priya.graph('POST', '/me/events', rest)).body;
    expect(made['iCalUId']).not.toBe(series['iCalUId']);
    const starts = [
      '2026-12-01T10:00',
      '2026-12-15T10:00',
      '2026-12-29T10:00',
      '2027-01-12T14:00',
      '2027-01-26T14:00',
      '2027-02-09T14:00',
      '2027-02-23T14:00',
    ];
    expect(await startsOf(priya, 'From here on')).toEqual(starts);
    expect(await startsOf(yusuf, 'From here on')).toEqual(starts);
    expect([mails('invitation', 'From here on'), mails('update', 'From here on')]).toEqual([2, 1]);
  });

  test('somebody who moves to another zone finds the series at the same instants', async () => {
    await newSeries('Elsewhere');
    const before = await startsOf(priya, 'Elsewhere');
    expect((await priya.graph('PATCH', '/me/mailboxSettings', { timeZone: 'Asia/Kolkata' })).status).toBe(200);
    expect(await startsOf(priya, 'Elsewhere')).toEqual(before);
  });
});

test('a mailbox that is taken away answers nobody, and has what it had once it is back', async () => {
  const series = await newSeries('Away');
  const account = `/accounts/${idOf('priya')}`;
  expect((await local(m365, 'PATCH', account, { mailbox: false })).body).toMatchObject({
    enabled: true,
    mailbox: false,
  });
  const { status, body } = await priya.graph('GET', pathOf(series));
  expect([status, at(body, 'error', 'code')]).toEqual([404, 'MailboxNotEnabledForRESTAPI']);
  expect((await priya.graph('GET', '/me')).status).toBe(200);
  expect(await startsOf(yusuf, 'Away')).toHaveLength(7);
  await local(m365, 'PATCH', account, { mailbox: true });
  expect(await startsOf(priya, 'Away')).toHaveLength(7);
});
