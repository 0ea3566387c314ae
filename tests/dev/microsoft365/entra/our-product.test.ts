import { afterAll, beforeAll, expect, test } from 'vitest';
import { Failure } from '#server/ports/failures.ts';
import { startTenant } from '#tests/adapters/graph/local-tenant.ts';
import type { LocalTenant, Someone } from '#tests/adapters/graph/local-tenant.ts';

let tenant: LocalTenant;
beforeAll(async () => {
  tenant = await startTenant();
});
afterAll(() => tenant.close());

async function decide(method: string, path: string, body?: unknown): Promise<void> {
  const answer = await fetch(`${tenant.m365.origin}/_local${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
}

/** Why Duologue could not do something; undefined when it could. */
async function troubleOf(someone: Someone): Promise<Pick<Failure, 'code' | 'details'> | undefined> {
  try {
    await tenant.directory.me(someone.actor);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, details: error.details };
    throw error;
  }
}

test('when sessions are revoked, Duologue hands Graph’s challenge on, and goes on after a fresh sign-in', async () => {
  const priya = await tenant.signIn('priya');
  expect(await troubleOf(priya)).toBeUndefined();
  await decide('POST', `/accounts/${priya.actor.personId}/revoke-sessions`);
  const seconds = Math.floor(Date.parse(tenant.clock.now()) / 1000);
  expect(await troubleOf(priya)).toMatchObject({
    code: 'claims-needed',
    details: { claims: `{"access_token":{"nbf":{"essential":true,"value":"${String(seconds)}"}}}` },
  });
  await tenant.signIn('priya');
  expect(await troubleOf(priya)).toBeUndefined();
});

test('when a policy asks for more, Duologue hands on what the person must bring', async () => {
  await decide('POST', '/conditional-access', { name: 'More for Graph', requires: { context: 'c1' } });
  const yusuf = await tenant.signIn('yusuf');
  expect(await troubleOf(yusuf)).toMatchObject({
    code: 'claims-needed',
    details: { outsideCode: 'AADSTS50076', claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}' },
  });
  await decide('DELETE', '/conditional-access');
  expect(await troubleOf(yusuf)).toBeUndefined();
});

test('when consent was taken back, Duologue says that consent is what it needs', async () => {
  const kwame = await tenant.signIn('kwame');
  await decide('PUT', '/consent', { scopes: [] });
  expect(await troubleOf(kwame)).toMatchObject({ code: 'consent-needed', details: { outsideCode: 'AADSTS65001' } });
  await decide('PUT', '/consent', { scopes: ['User.Read'] });
  expect(await troubleOf(kwame)).toBeUndefined();
});

test('when the account is switched off, Duologue asks for a new sign-in, which there will not be', async () => {
  const mei = await tenant.signIn('mei');
  await decide('PATCH', `/accounts/${mei.actor.personId}`, { enabled: false });
  expect(await troubleOf(mei)).toMatchObject({ code: 'sign-in-needed', details: { outsideCode: 'AADSTS50057' } });
  await expect(tenant.signIn('mei')).rejects.toThrow('AADSTS50057');
});
