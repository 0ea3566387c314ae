import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import { at, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
beforeAll(async () => {
  m365 = await startLocal();
});
afterAll(() => m365.close());

test.each(['/me/planner/tasks', '/me/presence', '/me/onlineMeetings/x/transcripts'])(
  '%s is not emulated and says so',
  async (path) => {
    const priya = await signIn(m365, 'priya');
    const answer = await priya.graph('GET', path);
    expect([answer.status, at(answer.body, 'error', 'code')]).toEqual([501, 'NotImplementedLocally']);
  },
);

test('there is no beta endpoint', async () => {
  expect((await fetch(`${m365.origin}/beta/me`)).status).toBe(501);
});
