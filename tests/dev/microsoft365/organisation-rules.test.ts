import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { SignedIn } from './local-microsoft365.ts';
import { delegated, idOf, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let graph: SignedIn['graph'];
beforeAll(async () => {
  m365 = await startLocal();
  graph = await delegated(m365, 'priya', 'User.Read User.ReadBasic.All');
});
afterAll(() => m365.close());

/** The job title Graph gives of somebody, or that it gives none. */
async function jobTitleOf(key: string): Promise<unknown> {
  const { status, body } = await graph('GET', `/users/${idOf(key)}?$select=displayName,jobTitle`);
  expect({ status, name: typeof body['displayName'] }).toEqual({ status: 200, name: 'string' });
  return body['jobTitle'];
}

test('User.ReadBasic.All shows no more than name and address of somebody further away', async () => {
  expect((await jobTitleOf('hannah')) ?? null).toBeNull();
});

test('User.ReadBasic.All shows in full who reports to me', async () => {
  expect(await jobTitleOf('yusuf')).toEqual(expect.any(String));
});
