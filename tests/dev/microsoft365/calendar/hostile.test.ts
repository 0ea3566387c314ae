import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { GraphAnswer, Json, SignedIn } from '../local-microsoft365.ts';
import { at, items, mailOf, seriesBody, signIn, startLocal } from '../local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let series: Json;
beforeAll(async () => {
  // What is sent here is nothing anybody should send, so it is not compared with what may be sent.
  m365 = await startLocal({ validate: false });
  priya = await signIn(m365, 'priya');
  series = (await priya.graph('POST', '/me/events', seriesBody({ attendees: [] }))).body;
});
afterAll(() => m365.close());

const PROPERTIES = [
  'subject',
  'body',
  'start',
  'end',
  'location',
  'locations',
  'attendees',
  'recurrence',
  'categories',
  'isAllDay',
  'isOnlineMeeting',
  'onlineMeetingProvider',
  'reminderMinutesBeforeStart',
  'showAs',
  'sensitivity',
  'importance',
  'extensions',
  'singleValueExtendedProperties',
  'transactionId',
  'isDraft',
  'hideAttendees',
  'id',
  'attachments',
  'instances',
  'organizer',
  'responseStatus',
  '@odata.type',
  '__proto__',
  'constructor',
  '$where',
] as const;

/** Values somebody may think of: of any kind, deep, and near what is right. */
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    '',
    [],
    {},
    [null],
    [[]],
    -1,
    1e308,
    2 ** 53,
    '0001-01-01',
    '9999-12-31T23:59:59',
    '\u0000',
    'x'.repeat(5000),
    { dateTime: '2026-13-45T99:99:99', timeZone: 'UTC' },
    { dateTime: '0000-00-00T00:00:00', timeZone: 'UTC' },
    { dateTime: '9999-12-31T23:59:59', timeZone: 'Asia/Kolkata' },
    { dateTime: '2026-12-01T10:00:00', timeZone: '../../etc/passwd' },
    { dateTime: {}, timeZone: [] },
    { contentType: 'html', content: null },
    { contentType: 'rtf', content: 'x' },
    [{ emailAddress: null }],
    [{ emailAddress: { address: 5 } }],
    [{ emailAddress: { address: '@' }, type: 'chair' }],
    { pattern: null, range: null },
    { pattern: { type: 'daily', interval: 1e9 }, range: { type: 'noEnd', startDate: '0001-01-01' } },
    {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'numbered', startDate: '2026-12-01', numberOfOccurrences: 1e12 },
    },
    {
      pattern: { type: 'relativeYearly', interval: 1, month: 2, daysOfWeek: [], index: 'last' },
      range: { type: 'endDate', startDate: '2026-12-01', endDate: '9999-12-31' },
    },
  ),
);

function expectNoFault(answer: GraphAnswer): void {
  expect(answer.status).toBeLessThan(500);
  if (answer.status >= 400) {
    expect(answer.body).toMatchObject({
      error: { code: expect.any(String) as string, message: expect.any(String) as string },
    });
    expect(at(answer.body, 'error', 'innerError', 'request-id')).toBeTypeOf('string');
  }
}

function eventPath(): string {
  return `/me/events/${encodeURIComponent(String(series['id']))}`;
}

async function hold(property: fc.IAsyncProperty<unknown[]>, runs = 150): Promise<void> {
  await fc.assert(property as fc.IAsyncProperty<[unknown]>, { numRuns: runs, seed: 20_261_122 });
}

describe('whatever is sent', () => {
  test("a new event with anything in it is made or refused in Graph's words", async () => {
    await hold(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...PROPERTIES), values, { maxKeys: 3 }), async (wrong) => {
        expectNoFault(await priya.graph('POST', '/me/events', { ...seriesBody({ attendees: [] }), ...wrong }));
      }),
    );
  }, 60_000);

  test('a change of anything to anything is done or refused, and the event can still be read', async () => {
    await hold(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...PROPERTIES), values, { minKeys: 1, maxKeys: 2 }),
        async (wrong) => {
          expectNoFault(await priya.graph('PATCH', eventPath(), wrong));
          expect((await priya.graph('GET', eventPath())).status).toBe(200);
        },
      ),
    );
  }, 60_000);

  test('every action takes anything or refuses it', async () => {
    const actions = [
      'accept',
      'decline',
      'tentativelyAccept',
      'cancel',
      'forward',
      'attachments',
      'attachments/createUploadSession',
      'extensions',
    ];
    const names = [
      'comment',
      'sendResponse',
      'proposedNewTime',
      'toRecipients',
      'AttachmentItem',
      '@odata.type',
      'name',
      'contentBytes',
      'extensionName',
      'item',
    ];
    await hold(
      fc.asyncProperty(
        fc.constantFrom(...actions.filter((one) => one !== 'cancel')),
        fc.oneof(fc.dictionary(fc.constantFrom(...names), values, { maxKeys: 3 }), values),
        async (action, body) => {
          expectNoFault(await priya.graph('POST', `${eventPath()}/${action}`, body));
        },
      ),
    );
  }, 60_000);

  test('calendars, settings and free and busy times take anything or refuse it', async () => {
    const targets: [method: string, path: string, names: string[]][] = [
      ['POST', '/me/calendars', ['name', 'color', 'id']],
      ['PATCH', '/me/calendar', ['name', 'color', 'owner']],
      [
        'PATCH',
        '/me/mailboxSettings',
        ['timeZone', 'language', 'workingHours', 'automaticRepliesSetting', 'dateFormat'],
      ],
      ['POST', '/me/calendar/getSchedule', ['schedules', 'startTime', 'endTime', 'availabilityViewInterval']],
      ['POST', '/me/translateExchangeIds', ['inputIds', 'sourceIdType', 'targetIdType']],
    ];
    await hold(
      fc.asyncProperty(
        fc.constantFrom(...targets),
        fc.array(fc.tuple(fc.nat(4), values), { maxLength: 4 }),
        async ([method, path, names], given) => {
          const body = Object.fromEntries(
            given.map(([index, value]) => [names[index % names.length] ?? 'name', value]),
          );
          expectNoFault(await priya.graph(method, path, body));
        },
      ),
    );
    expect((await priya.graph('GET', '/me/mailboxSettings')).status).toBe(200);
  }, 60_000);

  test('every window and query of a view is answered or refused', async () => {
    const texts = fc.oneof(
      fc.constantFrom(
        '',
        '0',
        '2026-12-01',
        '9999-12-31',
        '-000001-01-01',
        'now',
        '2026-12-01T00:00:00+99:99',
        '1e9',
        "'",
      ),
      fc.string({ maxLength: 12 }),
    );
    await hold(
      fc.asyncProperty(
        fc.constantFrom('/me/calendarView', '/me/calendarView/delta', `${eventPath()}/instances`, '/me/events'),
        texts,
        texts,
        texts,
        async (path, from, to, filter) => {
          const query = new URLSearchParams({ startDateTime: from, endDateTime: to, $filter: filter });
          expectNoFault(await priya.graph('GET', `${path}?${query.toString()}`));
        },
      ),
    );
  }, 60_000);
});

describe('too much', () => {
  test('501 attendees are refused, 500 are not', async () => {
    const attendees = Array.from({ length: 501 }, (_, index) => ({
      emailAddress: { address: `person${String(index)}@elsewhere.example` },
      type: 'required',
    }));
    expect((await priya.graph('POST', '/me/events', seriesBody({ recurrence: null, attendees }))).status).toBe(400);
    expect(
      (await priya.graph('POST', '/me/events', seriesBody({ recurrence: null, attendees: attendees.slice(1) }))).status,
    ).toBe(201);
  });

  test('a body nested ten thousand deep is refused', async () => {
    const deep = `${'{"instances":['.repeat(10_000)}${']}'.repeat(10_000)}`;
    const answer = await priya.graph('POST', '/me/events', deep);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expectNoFault(answer);
  });

  test.each([
    [
      'longer than five years',
      { end: { dateTime: '2032-12-02T10:00:00', timeZone: 'UTC' } },
      'ErrorCalendarDurationIsTooLong',
    ],
    ['in the year 1600', { start: { dateTime: '1600-12-01T10:00:00', timeZone: 'UTC' } }, 'ErrorCalendarOutOfRange'],
    ['in the year 4501', { end: { dateTime: '4501-01-01T10:00:00', timeZone: 'UTC' } }, 'ErrorCalendarOutOfRange'],
    [
      'on 30 February',
      { start: { dateTime: '2027-02-30T10:00:00', timeZone: 'UTC' } },
      'ErrorPropertyValidationFailure',
    ],
    ['at 24:00', { start: { dateTime: '2026-12-01T24:00:00', timeZone: 'UTC' } }, 'ErrorPropertyValidationFailure'],
    ["all day from ten o'clock", { isAllDay: true }, 'ErrorInvalidRequest'],
    ['with text for a truth value', { isAllDay: 'yes' }, 'RequestBodyRead'],
    ['with a number for a subject', { subject: 5 }, 'RequestBodyRead'],
    ['with a text for attendees', { attendees: 'everybody' }, 'RequestBodyRead'],
    [
      'with a property inside that Graph does not have',
      { body: { contentType: 'html', content: '', colour: 'red' } },
      'RequestBodyRead',
    ],
  ])('an event %s is refused', async (_case, wrong, code) => {
    const answer = await priya.graph('POST', '/me/events', seriesBody({ recurrence: null, attendees: [], ...wrong }));
    expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({ status: 400, code });
  });

  test('a series for as long as calendars last is made, and read a page at a time', async () => {
    const recurrence = {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'endDate', startDate: '2026-12-01', endDate: '4500-12-31' },
    };
    const long = (await priya.graph('POST', '/me/events', seriesBody({ attendees: [], recurrence }))).body;
    const path = `/me/events/${encodeURIComponent(String(long['id']))}/instances`;
    const far = await priya.graph('GET', `${path}?startDateTime=4500-12-30T00:00:00Z&endDateTime=4501-01-05T00:00:00Z`);
    expect(items(far).map((one) => String(at(one, 'start', 'dateTime')).slice(0, 10))).toEqual([
      '4500-12-30',
      '4500-12-31',
    ]);
    expect(
      (await priya.graph('GET', `${path}?startDateTime=2026-12-01T00:00:00Z&endDateTime=4500-01-01T00:00:00Z`)).status,
    ).toBe(400);
  });
});

describe('the join block', () => {
  async function online(): Promise<{ path: string; content: string; joinUrl: string }> {
    const attendees = [{ emailAddress: { address: mailOf('yusuf') }, type: 'required' }];
    const { body } = await priya.graph('POST', '/me/events', seriesBody({ recurrence: null, attendees }));
    return {
      path: `/me/events/${encodeURIComponent(String(body['id']))}`,
      content: String(at(body, 'body', 'content')),
      joinUrl: String(at(body, 'onlineMeeting', 'joinUrl')),
    };
  }
  const html = (content: string) => ({ body: { contentType: 'html', content } });

  test.each<[string, (content: string, joinUrl: string) => Json, boolean]>([
    ['kept, with words above it', (content) => html(content.replace('<body>', '<body><p>Agenda</p>')), true],
    ['sent back as it came', (content) => html(content), true],
    [
      'cut in half before the address',
      (content) => html(content.slice(0, content.indexOf('me-email-headline'))),
      false,
    ],
    ['cut off after the address', (content) => html(content.slice(0, content.indexOf('Join the meeting now'))), true],
    [
      'with the address of another meeting',
      (content, url) =>
        html(
          content
            .replaceAll(/meetup-join\/[^"'&]+/g, 'meetup-join/19%3ameeting_other')
            .replaceAll(url, 'https://example.org'),
        ),
      false,
    ],
    ['written as text', () => ({ body: { contentType: 'text', content: 'Agenda only' } }), false],
    [
      'written as text with the address in it',
      (_content, url) => ({ body: { contentType: 'text', content: `Agenda\n${url}` } }),
      true,
    ],
    ['emptied', () => html(''), false],
  ])('%s: online %j', async (_case, change, staysOnline) => {
    const { path, content, joinUrl } = await online();
    const changed = await priya.graph('PATCH', path, change(content, joinUrl));
    expect(changed.status).toBe(200);
    expect([changed.body['isOnlineMeeting'], at(changed.body, 'onlineMeeting', 'joinUrl')]).toEqual(
      staysOnline ? [true, joinUrl] : [false, undefined],
    );
  });

  test('taking isOnlineMeeting back does not end an online meeting', async () => {
    const { path, joinUrl } = await online();
    const changed = await priya.graph('PATCH', path, { isOnlineMeeting: false });
    expect([changed.body['isOnlineMeeting'], at(changed.body, 'onlineMeeting', 'joinUrl')]).toEqual([true, joinUrl]);
  });

  test('scripts in a body are not kept', async () => {
    const { path, content } = await online();
    const changed = await priya.graph(
      'PATCH',
      path,
      html(content.replace('<body>', '<body><script>alert(1)</script>')),
    );
    expect(String(at(changed.body, 'body', 'content'))).not.toContain('<script');
    expect(changed.body['isOnlineMeeting']).toBe(true);
  });

  test('short join addresses are held to the same rule', async () => {
    const short = await startLocal({ joinLinks: 'short' });
    const person = await signIn(short, 'priya');
    const { body } = await person.graph('POST', '/me/events', seriesBody({ recurrence: null, attendees: [] }));
    const path = `/me/events/${encodeURIComponent(String(body['id']))}`;
    const joinUrl = String(at(body, 'onlineMeeting', 'joinUrl'));
    expect(joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/meet\/\d+\?p=\w+$/);
    const kept = await person.graph('PATCH', path, html(`<p>Agenda</p>${String(at(body, 'body', 'content'))}`));
    const cut = await person.graph(
      'PATCH',
      path,
      html(`<p>Agenda</p><a href="${joinUrl.replace(/\?p=.*/, '')}">Join</a>`),
    );
    await short.close();
    expect([kept.body['isOnlineMeeting'], cut.body['isOnlineMeeting']]).toEqual([true, false]);
  });
});
