import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { GraphAnswer, Json, SignedIn } from '../local-microsoft365.ts';
import { at, items, seriesBody, signIn, startLocal } from '../local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
});
afterAll(() => m365.close());

interface Rule {
  start: string;
  timeZone: string;
  pattern?: Json;
  range?: Json;
  minutes?: number;
}

async function newSeries({ start, timeZone, pattern, range, minutes = 30 }: Rule): Promise<Json> {
  const end = new Date(Date.parse(`${start}Z`) + minutes * 60_000).toISOString().slice(0, 19);
  const answer = await priya.graph(
    'POST',
    '/me/events',
    seriesBody({
      subject: 'In zones',
      attendees: [],
      isOnlineMeeting: false,
      start: { dateTime: start, timeZone },
      end: { dateTime: end, timeZone },
      recurrence: {
        pattern: pattern ?? { type: 'weekly', interval: 1, daysOfWeek: [dayOf(start)] },
        range: { type: 'noEnd', startDate: start.slice(0, 10), ...range },
      },
    }),
  );
  return answer.body;
}

function dayOf(start: string): string {
  return new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })
    .format(Date.parse(`${start}Z`))
    .toLowerCase();
}

async function starts(series: Json, from: string, to: string, zone?: string): Promise<string[]> {
  const path = `/me/events/${encodeURIComponent(String(series['id']))}/instances?startDateTime=${from}&endDateTime=${to}&$top=100`;
  const headers: Record<string, string> = zone === undefined ? {} : { Prefer: `outlook.timezone="${zone}"` };
  return items(await priya.graph('GET', path, undefined, headers)).map((one) =>
    String(at(one, 'start', 'dateTime')).slice(0, 16),
  );
}

describe('a series and its zones', () => {
  test.each([
    ['Windows', 'GMT Standard Time'],
    ['IANA', 'Europe/London'],
  ])('keeps its wall clock through both changes of the clocks, by %s name', async (_kind, timeZone) => {
    const series = await newSeries({ start: '2027-03-21T09:00:00', timeZone });
    expect(await starts(series, '2027-03-20T00:00:00Z', '2027-04-10T00:00:00Z')).toEqual([
      '2027-03-21T09:00',
      '2027-03-28T08:00',
      '2027-04-04T08:00',
    ]);
    expect(await starts(series, '2027-10-23T00:00:00Z', '2027-11-08T00:00:00Z')).toEqual([
      '2027-10-24T08:00',
      '2027-10-31T09:00',
      '2027-11-07T09:00',
    ]);
    expect(series).toMatchObject({
      originalStartTimeZone: 'GMT Standard Time',
      recurrence: { range: { recurrenceTimeZone: 'GMT Standard Time' } },
    });
  });

  test.each([
    ['Europe/Kyiv', 'FLE Standard Time', '2027-03-28T06:00'],
    ['Asia/Kolkata', 'India Standard Time', '2027-03-28T03:30'],
    ['America/St_Johns', 'Newfoundland Standard Time', '2027-03-28T11:30'],
  ])('made in %s says %s and falls right', async (timeZone, windows, second) => {
    const series = await newSeries({ start: '2027-03-21T09:00:00', timeZone });
    expect(series['originalStartTimeZone']).toBe(windows);
    expect((await starts(series, '2027-03-27T00:00:00Z', '2027-03-29T00:00:00Z'))[0]).toBe(second);
  });

  test('a time the clocks skip is an hour later that day only, a time they show twice is the first of the two', async () => {
    const skipped = await newSeries({
      start: '2027-03-27T01:30:00',
      timeZone: 'Europe/London',
      pattern: { type: 'daily', interval: 1 },
    });
    expect(await starts(skipped, '2027-03-27T00:00:00Z', '2027-03-30T00:00:00Z', 'Europe/London')).toEqual([
      '2027-03-27T01:30',
      '2027-03-28T02:30',
      '2027-03-29T01:30',
    ]);
    expect(await starts(skipped, '2027-10-30T00:00:00Z', '2027-11-02T00:00:00Z')).toEqual([
      '2027-10-30T00:30',
      '2027-10-31T00:30',
      '2027-11-01T01:30',
    ]);
  });

  test('made in UTC with the time zone of its recurrence, it keeps the wall clock of that zone', async () => {
    const series = await newSeries({
      start: '2027-03-24T14:00:00',
      timeZone: 'UTC',
      range: { recurrenceTimeZone: 'Eastern Standard Time' },
    });
    expect(await starts(series, '2027-10-30T00:00:00Z', '2027-11-12T00:00:00Z')).toEqual([
      '2027-11-03T14:00',
      '2027-11-10T15:00',
    ]);
    expect(series).toMatchObject({
      originalStartTimeZone: 'UTC',
      recurrence: { range: { recurrenceTimeZone: 'Eastern Standard Time', startDate: '2027-03-24' } },
    });
  });

  test('late in the evening of another zone, its days are those of the recurrence', async () => {
    const series = await newSeries({
      start: '2027-01-11T23:30:00',
      timeZone: 'UTC',
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'] },
      range: { recurrenceTimeZone: 'Tokyo Standard Time' },
    });
    expect(await starts(series, '2027-01-10T00:00:00Z', '2027-01-31T00:00:00Z')).toEqual([
      '2027-01-11T23:30',
      '2027-01-18T23:30',
      '2027-01-25T23:30',
    ]);
  });

  test('a view asked for in an offset of its own begins and ends there', async () => {
    const series = await newSeries({ start: '2027-05-03T00:30:00', timeZone: 'Asia/Kolkata' });
    expect(await starts(series, '2027-05-03T00:00:00%2B05:30', '2027-05-03T01:00:00%2B05:30')).toEqual([
      '2027-05-02T19:00',
    ]);
    expect(await starts(series, '2027-05-03T00:00:00', '2027-05-03T01:00:00')).toEqual([]);
  });

  test('exceptions and cancelled occurrences are told by their days, and expand in full', async () => {
    const series = await newSeries({
      start: '2027-02-01T09:00:00',
      timeZone: 'Europe/London',
      range: { type: 'numbered', numberOfOccurrences: 4 },
    });
    const path = `/me/events/${encodeURIComponent(String(series['id']))}`;
    const all = items(
      await priya.graph('GET', `${path}/instances?startDateTime=2027-02-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z`),
    );
    const of = (index: number) => `/me/events/${encodeURIComponent(String(all[index]?.['id']))}`;
    await priya.graph('PATCH', of(1), {
      subject: 'Changed',
      start: { dateTime: '2027-02-09T15:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2027-02-09T15:30:00', timeZone: 'Europe/London' },
    });
    await priya.graph('DELETE', of(2));
    const seen = (
      await priya.graph(
        'GET',
        `${path}?$select=subject,cancelledOccurrences,exceptionOccurrences&$expand=exceptionOccurrences`,
      )
    ).body;
    expect(seen['cancelledOccurrences']).toEqual([`OID.${String(series['id'])}.2027-02-15`]);
    expect(seen['exceptionOccurrences']).toMatchObject([
      {
        subject: 'Changed',
        type: 'exception',
        originalStart: '2027-02-08T09:00:00.000Z',
        start: { dateTime: '2027-02-09T15:00:00.0000000' },
      },
    ]);
    expect(await starts(series, '2027-02-01T00:00:00Z', '2027-03-01T00:00:00Z')).toEqual([
      '2027-02-01T09:00',
      '2027-02-09T15:00',
      '2027-02-22T09:00',
    ]);
    const [first] = items(
      await priya.graph(
        'GET',
        `${path}/instances?startDateTime=2027-02-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z&$top=1`,
      ),
    );
    expect(first?.['subject']).toBe('In zones');
  });
});

test('instances come a page at a time, each once, in order', async () => {
  const series = await newSeries({
    start: '2027-01-04T09:00:00',
    timeZone: 'Europe/London',
    pattern: { type: 'daily', interval: 1 },
  });
  const found: string[] = [];
  let next: string | null =
    `/me/events/${encodeURIComponent(String(series['id']))}/instances?startDateTime=2027-01-01T00:00:00Z&endDateTime=2027-02-01T00:00:00Z`;
  while (next !== null) {
    const answer: GraphAnswer = await priya.graph('GET', next);
    expect(items(answer).length).toBeLessThanOrEqual(10);
    found.push(...items(answer).map((one) => String(at(one, 'start', 'dateTime')).slice(0, 10)));
    const link = answer.body['@odata.nextLink'];
    next = typeof link === 'string' ? link.slice(m365.graphBase.length) : null;
  }
  expect(found).toEqual(Array.from({ length: 28 }, (_, day) => `2027-01-${String(day + 4).padStart(2, '0')}`));
});

describe('a recurrence Outlook does not take', () => {
  const start = '2027-01-11T09:00:00';
  test.each([
    ['a month that is none', { pattern: { type: 'absoluteYearly', interval: 1, dayOfMonth: 1, month: 13 } }],
    ['a day no month has', { pattern: { type: 'absoluteMonthly', interval: 1, dayOfMonth: 32 } }],
    ['no interval', { pattern: { type: 'daily' } }],
    ['an interval of nought', { pattern: { type: 'daily', interval: 0 } }],
    ['no days', { pattern: { type: 'weekly', interval: 1 } }],
    ['a day that is none', { pattern: { type: 'weekly', interval: 1, daysOfWeek: ['someday'] } }],
    ['an ignored index that is none', { pattern: { type: 'daily', interval: 1, index: 'fifth' } }],
    ['an ignored first day that is none', { pattern: { type: 'daily', interval: 1, firstDayOfWeek: 'noday' } }],
    ['a fraction of occurrences', { range: { type: 'numbered', numberOfOccurrences: 1.5 } }],
    ['no occurrences', { range: { type: 'numbered', numberOfOccurrences: 0 } }],
    ['an end before its start', { range: { type: 'endDate', endDate: '2027-01-10' } }],
    ['an end on a day that does not exist', { range: { type: 'endDate', endDate: '2027-02-30' } }],
    ['an end without a date', { range: { type: 'endDate' } }],
    ['an unknown zone', { range: { recurrenceTimeZone: 'Narnia' } }],
    ['the first day of another series', { range: { startDate: '2027-01-12' } }],
  ])('with %s is refused', async (_case, rule) => {
    const answer = await newSeries({ start, timeZone: 'Europe/London', ...rule });
    expect(at(answer, 'error', 'code')).toBeTypeOf('string');
    expect(String(at(answer, 'error', 'code'))).not.toBe('InternalServerError');
  });
});
