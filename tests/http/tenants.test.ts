import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let priya: PersonClient;

beforeAll(async () => {
  started = await startDuologue();
  priya = await started.as('priya');
});
afterAll(() => started.close());

async function statusFor(token: string): Promise<number> {
  const answer = await fetch(`${started.trial.origin}/api/me`, { headers: { Authorization: `Bearer ${token}` } });
  await answer.body?.cancel();
  return answer.status;
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}

describe('who somebody is', () => {
  test('comes from the validated token alone: nothing in the request changes it', async () => {
    const answer = await fetch(`${started.trial.origin}/api/me?personId=${started.idOf('kwame')}`, {
      headers: {
        Authorization: `Bearer ${priya.token()}`,
        'X-User-ID': started.idOf('kwame'),
        'X-MS-CLIENT-PRINCIPAL-ID': started.idOf('kwame'),
        'X-Forwarded-User': 'kwame.asante@brackenmoor.example',
      },
    });
    // GET takes no fields but its own, so the stray one is refused rather than ignored.
    expect(answer.status).toBe(400);
    expect((await priya.call('me')).person.id).toBe(priya.personId);
  });

  test('cannot be claimed with a key of one’s own, no signature, or changed claims', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const claims = claimsOf(priya.token());
    const own = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'mine', jwk: await exportJWK(publicKey) })
      .sign(privateKey);
    const [header = '', , signature = ''] = priya.token().split('.');
    const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`;
    const changed = `${header}.${encode({ ...claims, oid: started.idOf('kwame') })}.${signature}`;
    const foreign = `${header}.${encode({ ...claims, tid: randomUUID() })}.${signature}`;
    for (const token of [own, unsigned, changed, foreign]) expect(await statusFor(token)).toBe(401);
    expect(await statusFor(priya.token())).toBe(200);
  });

  test('cannot be a token made for Graph', async () => {
    const answer = await fetch(`${started.trial.microsoft365.origin}/_local/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ personId: priya.personId }),
    });
    const { graphToken } = (await answer.json()) as { graphToken: string };
    expect(claimsOf(graphToken)['oid']).toBe(priya.personId);
    expect(await statusFor(graphToken)).toBe(401);
  });

  test('ends with the token', async () => {
    const token = priya.token();
    started.clock.forward(61);
    expect(await statusFor(token)).toBe(401);
  });
});

describe('every answer', () => {
  test('sets no cookie, may be framed by the hosts alone, and is never guessed at', async () => {
    for (const path of ['/tab.html', '/outlook.html', '/api/me', '/nothing-here', '/healthz']) {
      const answer = await fetch(started.trial.origin + path);
      await answer.body?.cancel();
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-frame-options')).toBeNull();
      expect(answer.headers.get('content-security-policy')).toMatch(
        /frame-ancestors ('none'|http:\/\/localhost:\d+)(;|$)/,
      );
    }
  });
});
