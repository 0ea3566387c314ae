import { afterEach, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { SignedIn } from './local-microsoft365.ts';
import { delegated, local, mailOf, seriesBody, signIn, startLocal } from './local-microsoft365.ts';

const running: Microsoft365[] = [];
afterEach(async () => {
  // What these tests send on purpose makes closing throw; it was looked at already.
  await Promise.allSettled(running.splice(0).map((m365) => m365.close()));
});

/** What closing complains of after Duologue, in Priya's name, sent something. */
async function complaintAfter(send: (graph: SignedIn['graph'], m365: Microsoft365) => Promise<unknown>) {
  const m365 = await startLocal();
  running.push(m365);
  await send(await delegated(m365, 'priya', 'User.Read Calendars.ReadWrite Mail.Send'), m365);
  return m365.close().then(
    () => 'nothing',
    (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)),
  );
}

const event = (extra: object) => seriesBody({ attendees: [], recurrence: null, ...extra });
const view = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2026-12-02T00:00:00Z';

test('what fits Graph closes in silence, nextLinks, deltas and other cases of enums included', async () => {
  const complaint = await complaintAfter(async (graph, m365) => {
    await graph('POST', '/me/events', seriesBody(), { Prefer: 'outlook.timezone="GMT Standard Time"' });
    await graph('POST', '/me/sendMail', {
      message: {
        subject: 'x',
        body: { contentType: 'HTML', content: 'x' },
        toRecipients: [{ emailAddress: { address: mailOf('yusuf') } }],
        attachments: [{ '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'YQ==' }],
      },
    });
    const page = await graph('GET', `/me/calendarView?${view.replace('12-02', '12-20')}&$top=1&$select=subject`);
    await graph('GET', String(page.body['@odata.nextLink']).slice(m365.graphBase.length));
    const delta = await graph('GET', `/me/calendarView/delta?${view}`);
    await graph('GET', String(delta.body['@odata.deltaLink']).slice(m365.graphBase.length));
  });
  expect(complaint).toBe('nothing');
});

test.each<[string, (graph: SignedIn['graph']) => Promise<unknown>, string]>([
  [
    'a property nobody knows',
    (graph) => graph('POST', '/me/events', event({ body: { kind: 'html', content: 'x' } })),
    'POST /me/events body: $.body.kind is nothing Graph knows here',
  ],
  [
    'an enum value nobody knows',
    (graph) => graph('POST', '/me/events', event({ showAs: 'occupied' })),
    'POST /me/events body: $.showAs must be one of',
  ],
  [
    'a wrong type inside a list',
    (graph) => graph('POST', '/me/events', event({ attendees: [{ emailAddress: { address: 7 } }] })),
    'POST /me/events body: $.attendees[0].emailAddress.address must be string',
  ],
  [
    'a property in another case',
    (graph) => graph('POST', '/me/events', event({ Subject: 'x' })),
    'POST /me/events body: $.Subject is nothing Graph knows here',
  ],
  [
    'an attachment that does not say what it is',
    (graph) => graph('POST', '/me/events/x/attachments', { name: 'a', contentBytes: 'YQ==' }),
    "POST /me/events/{event-id}/attachments body: $ must say its '@odata.type'",
  ],
  ['no body where there must be one', (graph) => graph('POST', '/me/events'), 'POST /me/events body: is missing'],
  [
    'an option the operation does not have',
    (graph) => graph('GET', `/me/calendarView?${view}&$search=x`),
    'GET /me/calendarView query: $search is no option of this operation',
  ],
  [
    'a missing option',
    (graph) => graph('GET', '/me/calendarView?startDateTime=2026-12-01T00:00:00Z'),
    'GET /me/calendarView query: endDateTime is missing',
  ],
  [
    'a selected property nobody knows',
    (graph) => graph('GET', '/me/events?$select=subject,colour'),
    'GET /me/events query:',
  ],
  [
    'a preference Graph would not read',
    (graph) => graph('GET', '/me/events', undefined, { Prefer: 'outlook.timezone=GMT' }),
    'GET /me/events header: Prefer outlook.timezone=GMT is not written as Graph reads it',
  ],
  [
    'a request id that is none',
    (graph) => graph('GET', '/me', undefined, { 'client-request-id': 'seven' }),
    'GET /me header: client-request-id must be a GUID',
  ],
  ['an address nobody knows', (graph) => graph('GET', '/me/soul'), "GET /me/soul is not in Graph's description"],
  [
    'an operation nobody made',
    (graph) => graph('GET', '/me/presence'),
    'Duologue asked for what nobody made: GET /me/presence',
  ],
  [
    'something wrong inside a batch',
    (graph) =>
      graph('POST', '/$batch', {
        requests: [{ id: '1', method: 'POST', url: '/me/events/x/cancel', body: { Comment: 7 } }],
      }),
    'body: $.requests[0]: POST /me/events/{event-id}/cancel body: $.Comment must be string',
  ],
])('%s is told at the end with its path, even if the answer was a no', async (_case, send, words) => {
  const complaint = await complaintAfter(send);
  expect(complaint).toMatch(/Duologue (sent|asked)/);
  expect(complaint).toContain(words);
});

test('a property that only one schema extension could have is none', async () => {
  const complaint = await complaintAfter((graph) => graph('POST', '/me/events', event({ colour: 'red' })));
  expect(complaint).toContain('Duologue sent POST /me/events body: $.colour is nothing Graph knows here');
});

test('a fault is told even where the answer never came', async () => {
  const complaint = await complaintAfter(async (graph, m365) => {
    await local(m365, 'POST', '/faults', { path: '/v1.0/me/events', cut: true });
    await graph('POST', '/me/events', event({ colour: 'red' })).catch(() => undefined);
  });
  expect(complaint).toContain('Duologue sent POST /me/events body: $.colour');
});

test.each([
  ['a property nobody knows', '/me/events', event({ colour: 'red' }), 'RequestBodyRead', '$.colour'],
  ['another type', '/me/events', event({ isAllDay: 'yes' }), 'RequestBodyRead', '$.isAllDay'],
  ['an enum value there is not', '/me/events', event({ showAs: 'occupied' }), 'RequestBodyRead', '$.showAs'],
  ['a date that is none', '/me/onlineMeetings', { startDateTime: 'soon' }, 'BadRequest', '$.startDateTime'],
])(
  'anybody else may try %s: it is refused with its path, and closing says nothing',
  async (_case, path, body, code, at) => {
    const m365 = await startLocal();
    running.push(m365);
    const priya = await signIn(m365, 'priya');
    const { status, body: answer } = await priya.graph('POST', path, body);
    const { error } = answer as { error: { code: string; message: string } };
    expect({ status, code: error.code }).toEqual({ status: 400, code });
    expect(error.message).toContain(at);
    await m365.close();
  },
);

test('without validating nobody complains', async () => {
  const m365 = await startLocal({ validate: false });
  const graph = await delegated(m365, 'priya', 'User.Read');
  await graph('GET', '/me/soul');
  await expect(m365.close()).resolves.toBeUndefined();
});
