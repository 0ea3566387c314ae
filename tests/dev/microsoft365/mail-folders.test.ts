import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { GraphAnswer, SignedIn } from './local-microsoft365.ts';
import { at, items, mailOf, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
});
afterAll(() => m365.close());

function codeOf(answer: GraphAnswer): [number, unknown] {
  return [answer.status, at(answer.body, 'error', 'code')];
}

async function folder(displayName: string, within = ''): Promise<string> {
  const below = within === '' ? '' : `/${within}/childFolders`;
  const made = await priya.graph('POST', `/me/mailFolders${below}`, { displayName });
  expect(made.status).toBe(201);
  return String(made.body['id']);
}

async function draft(subject: string, within: string): Promise<string> {
  const made = await priya.graph('POST', `/me/mailFolders/${within}/messages`, { subject });
  expect(made.status).toBe(201);
  return String(made.body['id']);
}

async function subjectsIn(name: string): Promise<unknown[]> {
  return items(await priya.graph('GET', `/me/mailFolders/${name}/messages?$select=subject`)).map(
    (one) => one['subject'],
  );
}

test('a mailbox begins with the folders every mailbox has, found by name or by id', async () => {
  const all = items(await priya.graph('GET', '/me/mailFolders?$top=50'));
  const names = all.map((one) => one['displayName']);
  expect(names).toEqual(
    expect.arrayContaining(['Archive', 'Deleted Items', 'Drafts', 'Inbox', 'Junk Email', 'Sent Items']),
  );
  const inbox = await priya.graph('GET', '/me/mailFolders/Inbox');
  const byId = await priya.graph('GET', `/me/mailFolders/${String(inbox.body['id'])}`);
  expect(byId.body['displayName']).toBe('Inbox');
  expect(String(inbox.body['id'])).not.toBe('inbox');
});

test('folders are made inside one another, renamed, found by filter and counted', async () => {
  const outer = await folder('Clients');
  const inner = await folder('North', outer);
  const renamed = await priya.graph('PATCH', `/me/mailFolders/${inner}`, { displayName: 'South' });
  expect(renamed.body).toMatchObject({ displayName: 'South', parentFolderId: outer });
  await draft('One', inner);
  await draft('Two', inner);
  const [found] = items(
    await priya.graph(
      'GET',
      "/me/mailFolders?$filter=displayName eq 'Clients'&$expand=childFolders($select=displayName,totalItemCount)",
    ),
  );
  expect(found).toMatchObject({ childFolderCount: 1, totalItemCount: 0 });
  expect(at(found, 'childFolders', 0)).toMatchObject({ displayName: 'South', totalItemCount: 2 });
  const children = await priya.graph('GET', `/me/mailFolders/${outer}/childFolders?$count=true`);
  expect(children.body['@odata.count']).toBe(1);
});

test('a hidden folder only shows when asked for', async () => {
  await priya.graph('POST', '/me/mailFolders', { displayName: 'Behind the scenes', isHidden: true });
  const path = "/me/mailFolders?$filter=displayName eq 'Behind the scenes'";
  expect(items(await priya.graph('GET', path))).toEqual([]);
  expect(items(await priya.graph('GET', `${path}&includeHiddenFolders=true`))).toHaveLength(1);
});

test('a message lies in one folder and says which', async () => {
  const id = await folder('Shelf');
  const message = await draft('On the shelf', id);
  const { body } = await priya.graph('GET', `/me/messages/${message}`);
  expect(body['parentFolderId']).toBe(id);
  expect(await subjectsIn(id)).toEqual(['On the shelf']);
  expect((await priya.graph('GET', `/me/mailFolders/${id}/messages/${message}`)).body['subject']).toBe('On the shelf');
});

test('moving and copying a folder takes along what is in it', async () => {
  const [source, target] = [await folder('Source'), await folder('Target')];
  const inner = await folder('Inner', source);
  await draft('Deep inside', inner);
  const copy = await priya.graph('POST', `/me/mailFolders/${source}/copy`, { destinationId: target });
  expect(copy.status).toBe(201);
  const [copied] = items(await priya.graph('GET', `/me/mailFolders/${String(copy.body['id'])}/childFolders`));
  expect(await subjectsIn(String(copied?.['id']))).toEqual(['Deep inside']);
  const moved = await priya.graph('POST', `/me/mailFolders/${source}/move`, { DestinationId: 'archive' });
  expect([moved.status, moved.body['id']]).toEqual([201, source]);
  expect(await subjectsIn(inner)).toEqual(['Deep inside']);
  expect(codeOf(await priya.graph('POST', `/me/mailFolders/${source}/move`, { destinationId: inner }))).toEqual([
    400,
    'ErrorMoveCopyFailed',
  ]);
});

test('a deleted folder goes into Deleted Items, and from there for good', async () => {
  const id = await folder('Old');
  await draft('Old words', id);
  expect((await priya.graph('DELETE', `/me/mailFolders/${id}`)).status).toBe(204);
  const deleted = items(await priya.graph('GET', '/me/mailFolders/deleteditems/childFolders'));
  expect(deleted.map((one) => one['displayName'])).toContain('Old');
  await priya.graph('DELETE', `/me/mailFolders/${id}`);
  expect(codeOf(await priya.graph('GET', `/me/mailFolders/${id}`))).toEqual([404, 'ErrorItemNotFound']);
  expect(items(await priya.graph('GET', "/me/messages?$filter=subject eq 'Old words'"))).toEqual([]);
});

test.each([
  [
    'a name taken already, whatever its case',
    'POST',
    '/me/mailFolders',
    { displayName: 'inbox' },
    409,
    'ErrorFolderExists',
  ],
  ['no name', 'POST', '/me/mailFolders', { displayName: ' ' }, 400, 'ErrorInvalidRequest'],
  ['a name that is no text', 'POST', '/me/mailFolders', { displayName: 7 }, 400, 'RequestBodyRead'],
  ['deleting the Inbox', 'DELETE', '/me/mailFolders/inbox', undefined, 403, 'ErrorDeleteDistinguishedFolder'],
  [
    'moving the Inbox',
    'POST',
    '/me/mailFolders/inbox/move',
    { destinationId: 'archive' },
    403,
    'ErrorMoveDistinguishedFolder',
  ],
  [
    'a destination nobody has',
    'POST',
    '/me/mailFolders/inbox/copy',
    { destinationId: `AAMkAD${'x'.repeat(40)}` },
    404,
    'ErrorItemNotFound',
  ],
  ['no destination', 'POST', '/me/mailFolders/inbox/copy', {}, 400, 'ErrorInvalidParameter'],
  ['what cannot be an id', 'GET', '/me/mailFolders/no%20such', undefined, 400, 'ErrorInvalidIdMalformed'],
])('%s is refused', async (_case, method, path, body, status, code) => {
  expect(codeOf(await priya.graph(method, path, body))).toEqual([status, code]);
});

test("nobody reaches another's folders", async () => {
  const id = await folder('Private');
  const kwame = await signIn(m365, 'kwame');
  expect((await kwame.graph('GET', `/me/mailFolders/${id}`)).status).toBe(404);
  expect((await kwame.graph('GET', `/users/${mailOf('priya')}/mailFolders`)).status).toBe(403);
});
