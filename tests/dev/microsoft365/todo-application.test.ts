import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import { APP, at, graphWith, items, mailOf, postForm, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
beforeAll(async () => {
  m365 = await startLocal({ applicationRoles: ['Tasks.ReadWrite.All'] });
});
afterAll(() => m365.close());

test('an application reads lists and writes tasks of anybody, but makes no list', async () => {
  const { body } = await postForm(m365, {
    client_id: APP.clientId,
    client_secret: APP.clientSecret,
    grant_type: 'client_credentials',
    scope: 'https://graph.microsoft.com/.default',
  });
  const graph = graphWith(m365, String(body['access_token']));
  const path = `/users/${mailOf('yusuf')}/todo/lists`;
  const [list] = items(await graph('GET', path));
  const made = await graph('POST', `${path}/${String(list?.['id'])}/tasks`, { title: 'From the application' });
  expect(made.status).toBe(201);
  const refused = await graph('POST', path, { displayName: 'Not for applications' });
  expect([refused.status, at(refused.body, 'error', 'code')]).toEqual([403, 'ErrorAccessDenied']);
});
