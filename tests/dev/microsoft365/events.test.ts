import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from './local-microsoft365.ts';
import { at, items, mailOf, received, seriesBody, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let yusuf: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  yusuf = await signIn(m365, 'yusuf');
});
afterAll(() => m365.close());

const LONDON = { Prefer: 'outlook.timezone="GMT Standard Time"' };
const YEAR = 'startDateTime=2026-11-30T00:00:00Z&endDateTime=2027-11-30T23:00:00Z&$top=100';

async function newSeries(extra: Json = {}): Promise<Json> {
  return (await priya.graph('POST', '/me/events', seriesBody(extra))).body;
}

function eventPath(event: Json): string {
  return `/me/events/${encodeURIComponent(String(event['id']))}`;
}

/** The copy of a series or occurrence that somebody else has. */
async function copyOf(person: SignedIn, event: Json): Promise<Json> {
  const found = await person.graph('GET', `/me/events?$top=100&$filter=iCalUId eq '${String(event['iCalUId'])}'`);
  return items(found)[0] ?? {};
}

async function instancesOf(person: SignedIn, event: Json, headers: Record<string, string> = LONDON): Promise<Json[]> {
  return items(await person.graph('GET', `${eventPath(event)}/instances?${YEAR}`, undefined, headers));
}

describe('making a series', () => {
  test('a series stands in both calendars, with one invitation, and Graph fills in what was not said', async () => {
    const series = await newSeries({ subject: 'Both calendars' });
    expect(series).toMatchObject({
      type: 'seriesMaster',
      isOrganizer: true,
      isOnlineMeeting: true,
      reminderMinutesBeforeStart: 15,
      responseStatus: { response: 'organizer' },
      recurrence: {
        pattern: { type: 'weekly', interval: 2, daysOfWeek: ['tuesday'], index: 'first', month: 0, dayOfMonth: 0 },
        range: { type: 'endDate', recurrenceTimeZone: 'GMT Standard Time', numberOfOccurrences: 0 },
      },
    });
    const copy = await copyOf(yusuf, series);
    expect(copy).toMatchObject({
      isOrganizer: false,
      iCalUId: series['iCalUId'],
      showAs: 'tentative',
      onlineMeeting: series['onlineMeeting'],
    });
    expect(copy['id']).not.toBe(series['id']);
    expect(received(m365, 'invitation').filter((one) => one.subject === 'Both calendars')).toEqual([
      { who: mailOf('yusuf'), subject: 'Both calendars', date: undefined },
    ]);
  });

  test('each occurrence keeps its local time across both clock changes', async () => {
    const instances = await instancesOf(priya, await newSeries());
    expect(instances).toHaveLength(27);
    expect(new Set(instances.map((one) => String(at(one, 'start', 'dateTime')).slice(11)))).toEqual(
      new Set(['10:00:00.0000000']),
    );
    const inUtc = await instancesOf(priya, await newSeries(), {});
    const hours = Object.fromEntries(
      inUtc.map((one) => [
        String(at(one, 'start', 'dateTime')).slice(0, 10),
        String(at(one, 'start', 'dateTime')).slice(11, 13),
      ]),
    );
    expect(hours).toMatchObject({ '2027-03-23': '10', '2027-04-06': '09', '2027-10-19': '09', '2027-11-02': '10' });
  });

  test.each([
    ['daily', { type: 'daily', interval: 3 }, ['2026-12-01', '2026-12-04', '2026-12-07']],
    [
      'monthly on a day the month may not have',
      { type: 'absoluteMonthly', interval: 1, dayOfMonth: 1 },
      ['2026-12-01', '2027-01-01', '2027-02-01'],
    ],
    [
      'the first Tuesday of the month',
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['tuesday'], index: 'first' },
      ['2026-12-01', '2027-01-05', '2027-02-02'],
    ],
    [
      'yearly',
      { type: 'absoluteYearly', interval: 1, dayOfMonth: 1, month: 12 },
      ['2026-12-01', '2027-12-01', '2028-12-01'],
    ],
  ])('a numbered series falls %s', async (_case, pattern, dates) => {
    const recurrence = { pattern, range: { type: 'numbered', startDate: '2026-12-01', numberOfOccurrences: 3 } };
    const series = await newSeries({ recurrence, attendees: [] });
    const window = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2029-11-01T00:00:00Z';
    const instances = items(await priya.graph('GET', `${eventPath(series)}/instances?${window}`));
    expect(instances.map((one) => String(at(one, 'start', 'dateTime')).slice(0, 10))).toEqual(dates);
  });

  test.each([
    [
      'an unknown zone',
      { start: { dateTime: '2026-12-01T10:00:00', timeZone: 'Narnia' } },
      'TimeZoneNotSupportedException',
    ],
    [
      'an end before the start',
      { end: { dateTime: '2026-12-01T09:00:00', timeZone: 'Europe/London' } },
      'ErrorCalendarEndDateIsEarlierThanStartDate',
    ],
    ['a property Graph does not have', { colour: 'blue' }, 'RequestBodyRead'],
    [
      'a range that starts on another day',
      { recurrence: { pattern: { type: 'daily', interval: 1 }, range: { type: 'noEnd', startDate: '2026-12-02' } } },
      'ErrorPropertyValidationFailure',
    ],
  ])('an event with %s is refused', async (_case, wrong, code) => {
    const answer = await priya.graph('POST', '/me/events', seriesBody(wrong));
    expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({ status: 400, code });
  });

  test('the same request under the same transaction id makes one event, another request is refused', async () => {
    const body = seriesBody({ subject: 'Once', transactionId: 'effect-1' });
    const [first, second] = [
      await priya.graph('POST', '/me/events', body),
      await priya.graph('POST', '/me/events', body),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body['id']).toBe(first.body['id']);
    expect(received(m365, 'invitation').filter((one) => one.subject === 'Once')).toHaveLength(1);
    const other = await priya.graph('POST', '/me/events', { ...body, subject: 'Something else' });
    expect({ status: other.status, code: at(other.body, 'error', 'code') }).toEqual({
      status: 409,
      code: 'ErrorDuplicateTransactionId',
    });
  });

  test('an event is found again by an extended property, which is only sent when asked for', async () => {
    const id = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name DuologueEffect';
    const series = await newSeries({ singleValueExtendedProperties: [{ id, value: "effect 'two'" }] });
    expect(series['singleValueExtendedProperties']).toBeUndefined();
    const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value eq 'effect ''two''')`;
    const found = await priya.graph(
      'GET',
      `/me/events?$filter=${encodeURIComponent(filter)}&$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${id}')`)}`,
    );
    expect(items(found).map((one) => one['id'])).toEqual([series['id']]);
    expect(items(found)[0]?.['singleValueExtendedProperties']).toEqual([{ id, value: "effect 'two'" }]);
  });

  test('a draft is not sent until it is no longer one', async () => {
    const series = await newSeries({ subject: 'Draft', isDraft: true });
    expect(received(m365, 'invitation').some((one) => one.subject === 'Draft')).toBe(false);
    await priya.graph('PATCH', eventPath(series), { isDraft: false });
    expect(received(m365, 'invitation').filter((one) => one.subject === 'Draft')).toHaveLength(1);
  });
});

describe('changing one occurrence', () => {
  test('a changed occurrence becomes an exception in both calendars, with one mail, and the others stay', async () => {
    const series = await newSeries({ subject: 'One changed' });
    const second = (await instancesOf(priya, series))[1] ?? {};
    expect(second['type']).toBe('occurrence');
    const moved = await priya.graph('PATCH', eventPath(second), {
      start: { dateTime: '2026-12-16T14:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-12-16T14:30:00', timeZone: 'Europe/London' },
    });
    expect(moved.body).toMatchObject({
      id: second['id'],
      type: 'exception',
      seriesMasterId: series['id'],
      originalStart: '2026-12-15T10:00:00.000Z',
    });
    for (const [person, event] of [
      [priya, series],
      [yusuf, await copyOf(yusuf, series)],
    ] as const) {
      const starts = (await instancesOf(person, event)).map((one) => String(at(one, 'start', 'dateTime')).slice(0, 16));
      expect(starts.slice(0, 3)).toEqual(['2026-12-01T10:00', '2026-12-16T14:00', '2026-12-29T10:00']);
    }
    expect(received(m365, 'update').filter((one) => one.subject === 'One changed')).toEqual([
      { who: mailOf('yusuf'), subject: 'One changed', date: '2026-12-15' },
    ]);
  });

  test('an occurrence cannot be moved onto the day of its neighbour', async () => {
    const second = (await instancesOf(priya, await newSeries()))[1] ?? {};
    const answer = await priya.graph('PATCH', eventPath(second), {
      start: { dateTime: '2026-12-29T08:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-12-29T08:30:00', timeZone: 'Europe/London' },
    });
    expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({
      status: 400,
      code: 'ErrorOccurrenceCrossingBoundary',
    });
  });

  test("a cancelled occurrence leaves the organiser's calendar and shows as cancelled in the other", async () => {
    const series = await newSeries({ subject: 'Off' });
    const first = (await instancesOf(priya, series))[0] ?? {};
    expect((await priya.graph('POST', `${eventPath(first)}/cancel`, { Comment: 'Fire drill' })).status).toBe(202);
    expect((await priya.graph('GET', eventPath(first))).status).toBe(404);
    const theirs = (await instancesOf(yusuf, await copyOf(yusuf, series)))[0];
    expect(theirs).toMatchObject({ isCancelled: true, subject: 'Canceled: Off', showAs: 'free' });
    expect(received(m365, 'cancellation').filter((one) => one.subject === 'Canceled: Off')).toEqual([
      { who: mailOf('yusuf'), subject: 'Canceled: Off', date: '2026-12-01' },
    ]);
    expect(
      (await priya.graph('GET', `${eventPath(series)}?$select=id,cancelledOccurrences`)).body['cancelledOccurrences'],
    ).toEqual([`OID.${String(series['id'])}.2026-12-01`]);
  });

  test('only the organiser can cancel', async () => {
    const copy = await copyOf(yusuf, await newSeries());
    expect((await yusuf.graph('POST', `${eventPath(copy)}/cancel`, {})).status).toBe(400);
  });

  test('a change against an older version is refused', async () => {
    const series = await newSeries();
    await priya.graph('PATCH', eventPath(series), { subject: 'Newer' });
    const answer = await priya.graph(
      'PATCH',
      eventPath(series),
      { subject: 'Older' },
      { 'If-Match': String(series['@odata.etag']) },
    );
    expect(answer.status).toBe(412);
  });
});

describe('the body and what hangs on it', () => {
  test('a body without the join address ends the online meeting, and asking again makes a new address', async () => {
    const series = await newSeries();
    const kept = await priya.graph('PATCH', eventPath(series), {
      body: { contentType: 'html', content: `<p>Agenda</p>${String(at(series, 'body', 'content'))}` },
    });
    expect(kept.body).toMatchObject({ isOnlineMeeting: true, onlineMeeting: series['onlineMeeting'] });
    const lost = await priya.graph('PATCH', eventPath(series), {
      body: { contentType: 'html', content: '<p>Agenda only</p>' },
    });
    expect(lost.body).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
    const again = await priya.graph('PATCH', eventPath(series), { isOnlineMeeting: true });
    expect(again.body['isOnlineMeeting']).toBe(true);
    expect(at(again.body, 'onlineMeeting', 'joinUrl')).not.toBe(at(series, 'onlineMeeting', 'joinUrl'));
  });

  test('a file on an occurrence reaches the other person only with the next change, and then with one mail', async () => {
    const series = await newSeries({ subject: 'With file' });
    const first = (await instancesOf(priya, series))[0] ?? {};
    const file = {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'agenda.docx',
      contentType: 'text/plain',
      contentBytes: Buffer.from('agenda').toString('base64'),
    };
    const added = await priya.graph('POST', `${eventPath(first)}/attachments`, file);
    expect(added.status).toBe(201);
    const theirFirst = async () => (await instancesOf(yusuf, await copyOf(yusuf, series)))[0] ?? {};
    expect((await theirFirst())['hasAttachments']).toBe(false);
    await priya.graph('PATCH', eventPath(first), {
      body: { contentType: 'html', content: String(at(first, 'body', 'content')) },
    });
    const there = items(await yusuf.graph('GET', `${eventPath(await theirFirst())}/attachments`));
    expect(there.map((one) => one['name'])).toEqual(['agenda.docx']);
    expect((await instancesOf(yusuf, await copyOf(yusuf, series)))[1]?.['hasAttachments']).toBe(false);
    expect(received(m365, 'update').filter((one) => one.subject === 'With file')).toHaveLength(1);
    const bytes = await fetch(
      `${m365.graphBase}${eventPath(first)}/attachments/${encodeURIComponent(String(added.body['id']))}/$value`,
      { headers: { Authorization: `Bearer ${priya.graphToken}` } },
    );
    expect(await bytes.text()).toBe('agenda');
  });
});

describe('answering an invitation', () => {
  test("an acceptance shows on the organiser's copy and in their Inbox", async () => {
    const series = await newSeries({ subject: 'Answered' });
    expect(
      (
        await yusuf.graph('POST', `${eventPath(await copyOf(yusuf, series))}/accept`, {
          Comment: 'Good',
          SendResponse: true,
        })
      ).status,
    ).toBe(202);
    const after = await priya.graph('GET', eventPath(series));
    expect(at(after.body, 'attendees', 0, 'status', 'response')).toBe('accepted');
    expect((await copyOf(yusuf, series))['showAs']).toBe('busy');
    expect(received(m365, 'response')).toContainEqual({
      who: mailOf('priya'),
      subject: 'Accepted: Answered',
      date: undefined,
    });
  });

  test('a proposal of another time for one occurrence reaches the organiser', async () => {
    const series = await newSeries();
    const theirs = (await instancesOf(yusuf, await copyOf(yusuf, series)))[0] ?? {};
    const proposedNewTime = {
      start: { dateTime: '2026-12-02T11:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-12-02T11:30:00', timeZone: 'Europe/London' },
    };
    expect(
      (await yusuf.graph('POST', `${eventPath(theirs)}/tentativelyAccept`, { ProposedNewTime: proposedNewTime }))
        .status,
    ).toBe(202);
    const mine = (await instancesOf(priya, series))[0];
    expect(at(mine, 'attendees', 0, 'proposedNewTime', 'start', 'dateTime')).toBe('2026-12-02T11:00:00.0000000');
  });
});
