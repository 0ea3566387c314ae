import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from './local-microsoft365.ts';
import { at, items, mailOf, received, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let kwame: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  kwame = await signIn(m365, 'kwame');
});
afterAll(() => m365.close());

const IMMUTABLE = { Prefer: 'IdType="ImmutableId"' };
const PROPERTY = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name DuologueSummary';

function summary(subject: string, extra: Json = {}): Json {
  return {
    subject,
    body: { contentType: 'HTML', content: '<p>What we agreed.</p>' },
    toRecipients: [{ emailAddress: { address: mailOf('kwame').toUpperCase() } }],
    ...extra,
  };
}

async function inbox(person: SignedIn, subject: string): Promise<Json[]> {
  return items(await person.graph('GET', `/me/mailFolders/inbox/messages?$top=50&$filter=subject eq '${subject}'`));
}

test('a sent mail lands once in the other Inbox and once in Sent Items', async () => {
  const answer = await priya.graph('POST', '/me/sendMail', { Message: summary('Summary 1'), SaveToSentItems: true });
  expect(answer.status).toBe(202);
  const [message, ...others] = await inbox(kwame, 'Summary 1');
  expect(others).toEqual([]);
  expect(message).toMatchObject({
    from: { emailAddress: { address: mailOf('priya') } },
    body: { contentType: 'html', content: '<p>What we agreed.</p>' },
    isRead: false,
  });
  expect(
    items(await priya.graph('GET', "/me/mailFolders/sentitems/messages?$filter=subject eq 'Summary 1'")),
  ).toHaveLength(1);
  expect(received(m365, 'mail-received').filter((one) => one.subject === 'Summary 1')).toEqual([
    { who: mailOf('kwame'), subject: 'Summary 1', date: undefined },
  ]);
});

test('a mail that is not to be kept leaves nothing in Sent Items', async () => {
  await priya.graph('POST', '/me/sendMail', { message: summary('Not kept'), saveToSentItems: false });
  expect(items(await priya.graph('GET', "/me/messages?$filter=subject eq 'Not kept'"))).toEqual([]);
  expect(await inbox(kwame, 'Not kept')).toHaveLength(1);
});

test('the same mail sent twice arrives twice: sending has no key of its own', async () => {
  await priya.graph('POST', '/me/sendMail', { message: summary('Twice') });
  await priya.graph('POST', '/me/sendMail', { message: summary('Twice') });
  expect(await inbox(kwame, 'Twice')).toHaveLength(2);
});

test('a draft is found by its extended property, keeps its lasting id when sent, and carries its file', async () => {
  const draft = await priya.graph(
    'POST',
    '/me/messages',
    summary('Draft', { singleValueExtendedProperties: [{ id: PROPERTY, value: 'summary-9' }] }),
    IMMUTABLE,
  );
  const path = `/me/messages/${encodeURIComponent(String(draft.body['id']))}`;
  expect(draft.body['isDraft']).toBe(true);
  const file = {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name: 'record.pdf',
    contentType: 'application/pdf',
    contentBytes: 'AAAA',
  };
  await priya.graph('POST', `${path}/attachments`, file);
  expect((await priya.graph('POST', `${path}/send`)).status).toBe(202);
  const filter = encodeURIComponent(
    `singleValueExtendedProperties/any(ep: ep/id eq '${PROPERTY}' and ep/value eq 'summary-9')`,
  );
  const found = items(await priya.graph('GET', `/me/messages?$filter=${filter}`, undefined, IMMUTABLE));
  expect(found.map((one) => [one['id'], one['isDraft']])).toEqual([[draft.body['id'], false]]);
  const [arrived] = await inbox(kwame, 'Draft');
  const files = await kwame.graph('GET', `/me/messages/${encodeURIComponent(String(arrived?.['id']))}/attachments`);
  expect(items(files).map((one) => one['name'])).toEqual(['record.pdf']);
});

test.each([
  ['without anybody to send it to', { toRecipients: [] }, 'ErrorInvalidRecipients'],
  [
    "in somebody else's name",
    { from: { emailAddress: { address: 'alistair.munro@brackenmoor.example' } } },
    'ErrorSendAsDenied',
  ],
  [
    'with a header that may not be set',
    { internetMessageHeaders: [{ name: 'Received', value: 'x' }] },
    'InvalidInternetMessageHeader',
  ],
])('a mail %s is refused and reaches nobody', async (_case, wrong, code) => {
  const before = received(m365, 'mail-received').length;
  const answer = await priya.graph('POST', '/me/sendMail', { message: summary('Refused', wrong) });
  expect(at(answer.body, 'error', 'code')).toBe(code);
  expect(received(m365, 'mail-received')).toHaveLength(before);
  expect(items(await priya.graph('GET', "/me/messages?$filter=subject eq 'Refused'"))).toEqual([]);
});

test('an invitation lies in the Inbox as a meeting request', async () => {
  const event = await priya.graph('POST', '/me/events', {
    subject: 'Look at this',
    start: { dateTime: '2026-12-03T13:00:00', timeZone: 'GMT Standard Time' },
    end: { dateTime: '2026-12-03T13:30:00', timeZone: 'GMT Standard Time' },
    attendees: [{ emailAddress: { address: mailOf('kwame') } }],
  });
  const [message] = await inbox(kwame, 'Look at this');
  expect(message).toMatchObject({
    '@odata.type': '#microsoft.graph.eventMessageRequest',
    meetingMessageType: 'meetingRequest',
  });
  const theirs = await kwame.graph('GET', `/me/events/${encodeURIComponent(String(message?.['eventId']))}`);
  expect(theirs.body['iCalUId']).toBe(event.body['iCalUId']);
});
