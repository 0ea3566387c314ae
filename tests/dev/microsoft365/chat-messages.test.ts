import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { GraphAnswer, SignedIn } from './local-microsoft365.ts';
import { APP, at, idOf, items, local, seriesBody, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let yusuf: SignedIn;
let kwame: SignedIn;
let messages: string;
beforeAll(async () => {
  m365 = await startLocal();
  [priya, yusuf, kwame] = await Promise.all([signIn(m365, 'priya'), signIn(m365, 'yusuf'), signIn(m365, 'kwame')]);
  messages = `${await newChat()}/messages`;
});
afterAll(() => m365.close());

/** The chat of a new one-to-one series. */
async function newChat(): Promise<string> {
  const series = await priya.graph('POST', '/me/events', seriesBody());
  const joinUrl = String(at(series.body, 'onlineMeeting', 'joinUrl'));
  const { body } = await local(m365, 'GET', `/meeting?joinUrl=${encodeURIComponent(joinUrl)}`);
  return `/chats/${encodeURIComponent(String(body['chatId']))}`;
}

function write(person: SignedIn, content: string, contentType = 'html'): Promise<GraphAnswer> {
  return person.graph('POST', messages, { body: { contentType, content } });
}

test('what one writes in a chat the other reads, newest first, with who and when', async () => {
  const hers = await write(priya, '<p>See you at three</p>');
  expect(hers.status).toBe(201);
  const his = await write(yusuf, 'Bring <cake>', 'text');
  expect(at(his.body, 'body')).toEqual({ contentType: 'text', content: 'Bring <cake>' });
  const read = items(await yusuf.graph('GET', `${messages}?$top=2`));
  expect(read.map((one) => [at(one, 'from', 'user', 'id'), at(one, 'body', 'content')])).toEqual([
    [idOf('yusuf'), 'Bring <cake>'],
    [idOf('priya'), '<p>See you at three</p>'],
  ]);
  expect(Number(at(read[0], 'id'))).toBeGreaterThan(Number(at(read[1], 'id')));
  const one = await priya.graph('GET', `${messages}/${String(at(his.body, 'id'))}`);
  expect(one.body['createdDateTime']).toBe(his.body['createdDateTime']);
});

test('nobody outside a chat reads or writes it, and an unknown message is not found', async () => {
  expect((await kwame.graph('GET', messages)).status).toBe(403);
  expect((await write(kwame, '<p>Hello</p>')).status).toBe(403);
  expect((await priya.graph('GET', `${messages}/1`)).status).toBe(404);
});

test('messages come fifty at most, by descending dates only, and the rest by the next link', async () => {
  await write(priya, '<p>One more</p>');
  expect((await priya.graph('GET', `${messages}?$top=51`)).status).toBe(400);
  expect((await priya.graph('GET', `${messages}?$orderby=createdDateTime asc`)).status).toBe(400);
  const first = await priya.graph('GET', `${messages}?$top=2`);
  const next = String(first.body['@odata.nextLink']).replace(m365.graphBase, '');
  const rest = await priya.graph('GET', next);
  const ids = [...items(first), ...items(rest)].map((one) => String(one['id']));
  expect(new Set(ids).size).toBe(3);
});

test('a message needs words, and not too many', async () => {
  expect((await write(priya, '')).status).toBe(400);
  expect((await write(priya, 'x'.repeat(29 * 1024))).status).toBe(413);
});

test('Teams writes into the chat when an app comes and when it goes, and the ledger knows who wrote', async () => {
  const chat = await newChat();
  await priya.graph('POST', `${chat}/installedApps`, {
    'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${APP.catalogAppId}`,
  });
  const installed = items(await priya.graph('GET', `${chat}/installedApps`))[0];
  await priya.graph('DELETE', `${chat}/installedApps/${encodeURIComponent(String(installed?.['id']))}`);
  const said = items(await yusuf.graph('GET', `${chat}/messages`));
  expect(said.map((one) => [one['messageType'], at(one, 'eventDetail', '@odata.type')])).toEqual([
    ['systemEventMessage', '#microsoft.graph.teamsAppRemovedEventMessageDetail'],
    ['systemEventMessage', '#microsoft.graph.teamsAppInstalledEventMessageDetail'],
  ]);
  await write(yusuf, '<p>Noted</p>');
  const last = m365.ledger().at(-1);
  expect([last?.kind, last?.by.personId]).toEqual(['chat-message', idOf('yusuf')]);
});
