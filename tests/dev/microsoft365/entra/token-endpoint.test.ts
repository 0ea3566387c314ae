import { SignJWT, UnsecuredJWT, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import {
  APP,
  NOW,
  at,
  graphWith,
  idOf,
  local,
  onBehalfOf,
  postForm,
  signIn,
  startLocal,
} from '../local-microsoft365.ts';
import { confidential } from './entra-visitor.ts';

let m365: Microsoft365;
let now = NOW;
beforeAll(async () => {
  m365 = await startLocal({ now: () => now });
});
afterAll(() => m365.close());

const application = {
  client_id: APP.clientId,
  client_secret: APP.clientSecret,
  grant_type: 'client_credentials',
  scope: 'https://graph.microsoft.com/.default',
};

describe('the token endpoint', () => {
  test('refuses in Entra’s envelope, with the caller’s own correlation id', async () => {
    const correlation = '0a0b0c0d-1111-4222-8333-444444444444';
    const { status, body, headers } = await postForm(m365, {
      ...application,
      client_secret: 'wrong',
      'client-request-id': correlation,
    });
    expect(status).toBe(401);
    expect(Object.keys(body)).toEqual([
      'error',
      'error_description',
      'error_codes',
      'timestamp',
      'trace_id',
      'correlation_id',
      'error_uri',
    ]);
    expect(body).toMatchObject({
      error: 'invalid_client',
      error_codes: [7000215],
      timestamp: '2026-11-26 09:40:00Z',
      correlation_id: correlation,
    });
    expect(body['error_description']).toMatch(
      /^AADSTS7000215: .* Trace ID: \S+ Correlation ID: 0a0b0c0d-\S+ Timestamp: 2026-11-26 09:40:00Z$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['no grant', { grant_type: '' }, 'invalid_request', 900144],
    ['no application', { client_id: '' }, 'invalid_request', 900144],
    ['no secret', { client_secret: '' }, 'invalid_client', 7000218],
    ['a certificate nobody registered', { client_assertion: 'a.b.c' }, 'invalid_client', 700027],
    ['a scope of no resource', { scope: 'User.Read' }, 'invalid_scope', 1002012],
    ['a resource nobody knows', { scope: 'https://other.example/.default' }, 'invalid_resource', 500011],
    ['an unknown grant', { grant_type: 'password' }, 'unsupported_grant_type', 70003],
  ])('refuses %s', async (_case, change, error, code) => {
    const { body } = await postForm(m365, { ...application, ...change });
    expect({ error: body['error'], codes: body['error_codes'] }).toEqual({ error, codes: [code] });
  });

  test('takes the application’s id and secret from the header too', async () => {
    const { client_id: id, client_secret: secret, ...form } = application;
    const basic = Buffer.from(`${id}:${encodeURIComponent(secret)}`).toString('base64');
    const response = await fetch(m365.tokenEndpoint, {
      method: 'POST',
      headers: { Authorization: `Basic ${basic}` },
      body: new URLSearchParams(form),
    });
    expect(response.status).toBe(200);
  });

  test('says what msal-node understands when the application is not believed', async () => {
    const msal = await confidential(m365, m365.tenantId);
    await local(m365, 'PUT', '/application', { isInstalled: false });
    await expect(
      msal.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] }),
    ).rejects.toMatchObject({ errorCode: 'invalid_client', errorNo: 7000229 });
    await local(m365, 'PUT', '/application', { isInstalled: true });
  });
});

describe('on behalf of somebody', () => {
  test.each([
    ['a token of Graph', async () => (await signIn(m365, 'priya')).graphToken, 500131],
    ['a token of the application itself', appOnly, 7000114],
    ['a token of no key of ours', () => forged({ tid: m365.tenantId }), 50013],
    ['a token nobody signed', () => Promise.resolve(unsigned()), 50013],
    ['no token at all', () => Promise.resolve(''), 900144],
  ])('refuses %s', async (_case, assertion, code) => {
    const { status, body } = await postForm(m365, onBehalfOf(await assertion()));
    expect({ status, codes: body['error_codes'] }).toEqual({ status: 400, codes: [code] });
  });

  test('refuses a token that ran out, a second before it would pass', async () => {
    const { apiToken } = await signIn(m365, 'priya');
    now = NOW + 3_599_000;
    expect((await postForm(m365, onBehalfOf(apiToken))).status).toBe(200);
    now += 1_000;
    expect(at((await postForm(m365, onBehalfOf(apiToken))).body, 'error_codes', 0)).toBe(500133);
    now = NOW;
  });

  test('refuses two resources at once, and gives another the token it asked for', async () => {
    const { apiToken } = await signIn(m365, 'priya');
    const own = `api://localhost/${APP.clientId}/access_as_user`;
    const mixed = await postForm(m365, { ...onBehalfOf(apiToken), scope: `User.Read ${own}` });
    expect(at(mixed.body, 'error_codes', 0)).toBe(28000);
    const graph = await postForm(m365, {
      ...onBehalfOf(apiToken),
      scope: 'https://graph.microsoft.com/User.Read openid profile offline_access',
    });
    expect(graph.body['scope']).toBe('https://graph.microsoft.com/User.Read openid profile email');
  });

  test('is refused for an account that is switched off, also to the host', async () => {
    const { apiToken } = await signIn(m365, 'kwame');
    await local(m365, 'PATCH', `/accounts/${idOf('kwame')}`, { enabled: false });
    expect((await postForm(m365, onBehalfOf(apiToken))).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [50057],
    });
    const host = await local(m365, 'POST', '/sign-in', { personId: idOf('kwame') });
    expect(host.body['error_codes']).toEqual([50057]);
    await local(m365, 'PATCH', `/accounts/${idOf('kwame')}`, { enabled: true });
  });
});

describe('Graph refuses', () => {
  test.each([
    ['no token', () => Promise.resolve(''), 'Access token is empty.'],
    ['what is no token', () => Promise.resolve('nonsense'), 'IDX14100: JWT is not well formed'],
    ['a token for somebody else', async () => (await signIn(m365, 'priya')).apiToken, 'Invalid audience.'],
    ['a token of no key of ours', () => forged({ tid: m365.tenantId }), 'Signature is invalid.'],
    ['a token of a tenant nobody knows', () => forged({ tid: idOf('priya') }), 'Signature is invalid.'],
    ['a token nobody signed', () => Promise.resolve(unsigned()), 'Access token validation failure.'],
  ])('%s with 401 and its reason', async (_case, token, words) => {
    const { status, body, headers } = await graphWith(m365, await token())('GET', '/me');
    expect({ status, code: at(body, 'error', 'code') }).toEqual({ status: 401, code: 'InvalidAuthenticationToken' });
    expect(at(body, 'error', 'message')).toContain(words);
    expect(headers.get('www-authenticate')).toContain('authorization_uri=');
  });

  test('a token that ran out, with its own words', async () => {
    const { graph } = await signIn(m365, 'priya');
    now = NOW + 3_600_000;
    expect(at((await graph('GET', '/me')).body, 'error', 'message')).toBe(
      'Lifetime validation failed, the token is expired.',
    );
    now = NOW;
  });
});

async function appOnly(): Promise<string> {
  return signed({ aud: APP.clientId, idtyp: 'app', roles: ['x'], tid: m365.tenantId, oid: idOf('priya') });
}

/** A token with a true key's name, signed by another. */
async function forged(claims: Record<string, string>): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  const { body } = await local(m365, 'GET', '/keys');
  return new SignJWT({ ...claims, aud: 'https://graph.microsoft.com', oid: idOf('priya'), scp: 'User.Read' })
    .setProtectedHeader({ alg: 'RS256', kid: String(at(body, 'value', 0, 'keyId')) })
    .setIssuer(m365.issuer)
    .setIssuedAt(NOW / 1000)
    .setExpirationTime(NOW / 1000 + 3600)
    .sign(privateKey);
}

function unsigned(): string {
  return new UnsecuredJWT({ aud: APP.clientId, oid: idOf('priya'), scp: 'access_as_user', tid: m365.tenantId })
    .setIssuer(m365.issuer)
    .setExpirationTime(NOW / 1000 + 3600)
    .encode();
}

/** A true token with other claims, which the local Entra makes for tests. */
async function signed(claims: Record<string, unknown>): Promise<string> {
  const { body } = await local(m365, 'POST', '/tokens', { claims });
  return String(body['token']);
}
