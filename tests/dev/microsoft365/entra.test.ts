import { ConfidentialClientApplication } from '@azure/msal-node';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import {
  APP,
  NOW,
  at,
  delegated,
  graphWith,
  idOf,
  local,
  onBehalfOf,
  postForm,
  signIn,
  startLocal,
} from './local-microsoft365.ts';

let m365: Microsoft365;
beforeAll(async () => {
  m365 = await startLocal();
});
afterAll(() => m365.close());
beforeEach(() => local(m365, 'DELETE', '/faults'));

function client(): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: {
      clientId: APP.clientId,
      clientSecret: APP.clientSecret,
      authority: `https://login.microsoftonline.com/${m365.tenantId}`,
      authorityMetadata: m365.authorityMetadata,
      cloudDiscoveryMetadata: m365.cloudDiscoveryMetadata,
    },
  });
}

describe('tokens', () => {
  test('msal-node exchanges a Teams token for a Graph token that reads the same person', async () => {
    const { apiToken } = await signIn(m365, 'priya');
    const msal = client();
    const asked = { oboAssertion: apiToken, scopes: ['User.Read', 'Calendars.ReadWrite'] };
    const result = await msal.acquireTokenOnBehalfOf(asked);
    expect(result?.account?.homeAccountId).toBe(`${idOf('priya')}.${m365.tenantId}`);
    const me = await graphWith(m365, result?.accessToken ?? '')('GET', '/me');
    expect(me.body['id']).toBe(idOf('priya'));
    expect((await msal.acquireTokenOnBehalfOf(asked))?.fromCache).toBe(true);
  });

  test('msal-node gets a token for the application itself, which reaches a named mailbox and no /me', async () => {
    const result = await client().acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
    const graph = graphWith(m365, result?.accessToken ?? '');
    expect((await graph('GET', `/users/${idOf('kwame')}/events`)).status).toBe(200);
    expect((await graph('GET', '/me')).status).toBe(400);
  });

  test('a token of the API carries what a server must check, signed by a published key', async () => {
    const { apiToken } = await signIn(m365, 'yusuf');
    const { payload } = await jwtVerify(apiToken, createRemoteJWKSet(new URL(m365.jwksUri)), {
      issuer: m365.issuer,
      audience: APP.clientId,
      currentDate: new Date(NOW),
    });
    expect(payload).toMatchObject({
      tid: m365.tenantId,
      oid: idOf('yusuf'),
      scp: 'access_as_user',
      azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      ver: '2.0',
      name: 'Yusuf Haddad',
    });
  });

  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
    ['an unknown client', { client_id: idOf('priya') }, 400, 'unauthorized_client'],
    ['an assertion that is no token', { assertion: 'nothing' }, 400, 'invalid_grant'],
    ['an unknown grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('the token endpoint refuses %s', async (_case, wrong, status, error) => {
    const { apiToken } = await signIn(m365, 'priya');
    const answer = await postForm(m365, { ...onBehalfOf(apiToken), ...wrong });
    expect({ status: answer.status, error: answer.body['error'] }).toEqual({ status, error });
  });

  test('a Graph token is no assertion, and an API token opens no Graph', async () => {
    const { graphToken, apiToken } = await signIn(m365, 'priya');
    expect((await postForm(m365, onBehalfOf(graphToken))).body['error']).toBe('invalid_grant');
    const answer = await graphWith(m365, apiToken)('GET', '/me');
    expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({
      status: 401,
      code: 'InvalidAuthenticationToken',
    });
  });

  test('an expired token is refused by Graph and as an assertion', async () => {
    let now = NOW;
    const later = await startLocal({ now: () => now });
    const { graphToken, apiToken } = await signIn(later, 'priya');
    now += 3_601_000;
    expect((await graphWith(later, graphToken)('GET', '/me')).status).toBe(401);
    expect(at((await postForm(later, onBehalfOf(apiToken))).body, 'error_codes', 0)).toBe(500133);
    await later.close();
  });

  test('a claims challenge switched on reaches msal-node as one', async () => {
    await local(m365, 'POST', '/faults', {
      method: 'POST',
      path: '*/oauth2/v2.0/token',
      oauth: { error: 'interaction_required', errorCodes: [50076], claims: '{"access_token":{}}' },
    });
    const { apiToken } = await signIn(m365, 'mei');
    await expect(
      client().acquireTokenOnBehalfOf({ oboAssertion: apiToken, scopes: ['User.Read'] }),
    ).rejects.toMatchObject({ errorCode: 'interaction_required', claims: '{"access_token":{}}' });
  });

  test('nested app authentication gives a token of the API and an id token for the same person', async () => {
    const { body } = await local(m365, 'POST', '/nested-token', {
      personId: idOf('kwame'),
      clientId: APP.clientId,
      scope: `api://localhost/${APP.clientId}/access_as_user`,
    });
    const keys = createRemoteJWKSet(new URL(m365.jwksUri));
    for (const name of ['access_token', 'id_token']) {
      const { payload } = await jwtVerify(String(body[name]), keys, {
        audience: APP.clientId,
        currentDate: new Date(NOW),
      });
      expect(payload['oid']).toBe(idOf('kwame'));
    }
  });

  test('signing in with a code asks who you are, then gives tokens only for the right proof', async () => {
    const authorize = `${m365.origin}/${m365.tenantId}/oauth2/v2.0/authorize`;
    const asked = new URLSearchParams({
      client_id: APP.clientId,
      redirect_uri: 'http://localhost:3978/back',
      scope: 'openid',
      state: 's',
    });
    expect(await (await fetch(`${authorize}?${asked.toString()}`)).text()).toContain('Priya Raman');
    asked.set('person', idOf('priya'));
    asked.set('code_challenge', 'not the digest of anything');
    const chosen = await fetch(`${authorize}?${asked.toString()}`, { redirect: 'manual' });
    const code = new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const answer = await postForm(m365, {
      client_id: APP.clientId,
      grant_type: 'authorization_code',
      code,
      redirect_uri: 'http://localhost:3978/back',
      code_verifier: 'x',
    });
    expect(answer.body['error']).toBe('invalid_grant');
  });
});

describe('what Graph lets a token do', () => {
  test('a token without the permission an operation needs is refused', async () => {
    const graph = await delegated(m365, 'priya', 'User.Read');
    expect((await graph('GET', '/me')).status).toBe(200);
    expect(at((await graph('GET', '/me/events')).body, 'error', 'code')).toBe('ErrorAccessDenied');
    expect(at((await graph('GET', '/me/manager')).body, 'error', 'code')).toBe('Authorization_RequestDenied');
  });

  test("a person's token does not reach somebody else's mailbox", async () => {
    const priya = await signIn(m365, 'priya');
    const answer = await priya.graph('GET', `/users/${idOf('kwame')}/events`);
    expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({
      status: 403,
      code: 'ErrorAccessDenied',
    });
  });
});
