import { PublicClientApplication } from '@azure/msal-node';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { personByKey } from '#server/dev/organisation/organisation.ts';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import {
  APP,
  NOW,
  at,
  graphWith,
  idOf,
  local,
  mailOf,
  organisation,
  postForm,
  startLocal,
} from '../local-microsoft365.ts';
import {
  Browser,
  REDIRECT,
  authorizeUrl,
  codeFor,
  confidential,
  proofKey,
  redeem,
  registration,
} from './entra-visitor.ts';

const SPA = 'http://localhost:3978/spa';
const WEB = 'http://localhost:3978/web';

let m365: Microsoft365;
let now = NOW;
beforeAll(async () => {
  m365 = await startLocal({ now: () => now });
});
afterAll(() => m365.close());
beforeEach(async () => {
  now = NOW;
  await local(m365, 'PUT', '/consent', { scopes: ['*'] });
  await local(m365, 'DELETE', '/conditional-access');
});

describe('signing in on the page', () => {
  test('shows everybody by name as a link, in a page nobody may frame', async () => {
    const { status, text, headers } = await new Browser().get(authorizeUrl(m365, m365.tenantId));
    expect(status).toBe(200);
    expect(text.match(/<a href="\?[^"]*person=/g)).toHaveLength(organisation.people.length);
    expect(text).toContain('<h1>Choose who you are</h1>');
    expect(text).toContain('Brackenmoor Homes');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  test('finds somebody by part of their name, and puts whoever is hinted at first', async () => {
    const found = await new Browser().get(authorizeUrl(m365, m365.tenantId, { find: 'tomasz' }));
    expect(found.text.match(/person=/g)).toHaveLength(1);
    const hinted = await new Browser().get(authorizeUrl(m365, m365.tenantId, { login_hint: mailOf('mei') }));
    expect(/<small>([^<]*)<\/small>/.exec(hinted.text)?.[1]).toBe(personByKey(organisation, 'mei').jobTitle);
  });

  test('msal-node redeems the code of a page with a proof key, refreshes, and reads as that person', async () => {
    const msal = await confidential(m365, m365.tenantId);
    const { verifier, challenge } = proofKey();
    const scopes = ['User.Read', 'Calendars.Read'];
    const asked = { scopes, redirectUri: REDIRECT, codeChallenge: challenge, codeChallengeMethod: 'S256', nonce: 'n1' };
    const page = await msal.getAuthCodeUrl({ ...asked, state: 'x' });
    const visit = await new Browser().get(`${page}&person=${idOf('priya')}`);
    expect(visit.returned?.get('state')).toBe('x');
    const result = await msal.acquireTokenByCode(
      { ...asked, code: visit.returned?.get('code') ?? '', codeVerifier: verifier },
      { code: visit.returned?.get('code') ?? '', nonce: 'n1' },
    );
    expect(result.account?.homeAccountId).toBe(`${idOf('priya')}.${m365.tenantId}`);
    expect(result.idTokenClaims).toMatchObject({ nonce: 'n1', oid: idOf('priya'), aud: APP.clientId });
    const me = await graphWith(m365, result.accessToken)('GET', '/me');
    expect(me.body['id']).toBe(idOf('priya'));
    const account = result.account;
    if (account === null) throw new Error('There is no account.');
    const silent = await msal.acquireTokenSilent({ account, scopes, forceRefresh: true });
    expect(silent.fromCache).toBe(false);
    expect(silent.accessToken).not.toBe(result.accessToken);
  });

  test('a public client redeems its code without a secret, and only with the right proof key', async () => {
    const { clientId, authority, authorityMetadata, cloudDiscoveryMetadata } = await registration(m365, m365.tenantId);
    const msal = new PublicClientApplication({
      auth: { clientId, authority, authorityMetadata, cloudDiscoveryMetadata },
    });
    const { verifier, challenge } = proofKey();
    const change = { code_challenge: challenge, code_challenge_method: 'S256' };
    const asked = { scopes: ['User.Read'], redirectUri: REDIRECT };
    const code = await codeFor(m365, idOf('kwame'), change);
    await expect(msal.acquireTokenByCode({ ...asked, code, codeVerifier: 'x'.repeat(43) })).rejects.toMatchObject({
      errorCode: 'invalid_grant',
    });
    const result = await msal.acquireTokenByCode({ ...asked, code, codeVerifier: verifier });
    expect(result.account?.localAccountId).toBe(idOf('kwame'));
  });

  test('the id token is signed by a published key, and names the person', async () => {
    const { body } = await redeem(m365, await codeFor(m365, idOf('mei'), { nonce: 'once' }));
    const { payload } = await jwtVerify(String(body['id_token']), createRemoteJWKSet(new URL(m365.jwksUri)), {
      issuer: m365.issuer,
      audience: APP.clientId,
      currentDate: new Date(now),
    });
    expect(payload).toMatchObject({ oid: idOf('mei'), nonce: 'once', preferred_username: mailOf('mei'), acct: 0 });
  });

  test.each([
    ['query', `${REDIRECT}?`],
    ['fragment', `${REDIRECT}#`],
  ])('answers in the %s when asked to', async (mode, begins) => {
    const visit = await new Browser().get(
      authorizeUrl(m365, m365.tenantId, { person: idOf('priya'), response_mode: mode }),
    );
    expect(visit.headers.get('location')?.startsWith(`${begins}code=`)).toBe(true);
  });

  test('answers with a form when asked to', async () => {
    const visit = await new Browser().get(
      authorizeUrl(m365, m365.tenantId, { person: idOf('priya'), response_mode: 'form_post', state: '"><b>' }),
    );
    expect(visit.text).toMatch(
      /<form method="post" action="http:\/\/localhost:3978\/auth-end"><input type="hidden" name="code"/,
    );
    expect(visit.text).toContain('name="state" value="&quot;&gt;&lt;b&gt;"');
  });
});

describe('a browser that is signed in', () => {
  test('is not asked again, until it signs out', async () => {
    const browser = new Browser();
    const silent = authorizeUrl(m365, m365.tenantId, { prompt: 'none' });
    expect((await browser.get(silent)).returned?.get('error')).toBe('login_required');
    await browser.get(authorizeUrl(m365, m365.tenantId, { person: idOf('yusuf') }));
    expect((await browser.get(silent)).returned?.get('code')).toBeTruthy();
    expect((await browser.get(authorizeUrl(m365, m365.tenantId))).returned?.get('code')).toBeTruthy();
    const left = await browser.get(
      `${m365.origin}/${m365.tenantId}/oauth2/v2.0/logout?post_logout_redirect_uri=${REDIRECT}&state=s`,
    );
    expect(left.headers.get('location')).toBe(`${REDIRECT}?state=s`);
    expect((await browser.get(silent)).returned?.get('error_description')).toContain('AADSTS50058');
  });

  test('is asked again for another account, and when the application wishes', async () => {
    const browser = new Browser();
    await browser.get(authorizeUrl(m365, m365.tenantId, { person: idOf('yusuf') }));
    for (const change of [{ prompt: 'select_account' }, { prompt: 'login' }, { login_hint: mailOf('mei') }]) {
      expect((await browser.get(authorizeUrl(m365, m365.tenantId, change))).text).toContain('Choose who you are');
    }
  });

  test('is asked again once its sessions were revoked', async () => {
    const browser = new Browser();
    await browser.get(authorizeUrl(m365, m365.tenantId, { person: idOf('hannah') }));
    const silent = authorizeUrl(m365, m365.tenantId, { prompt: 'none' });
    expect((await browser.get(silent)).returned?.get('code')).toBeTruthy();
    await local(m365, 'POST', `/accounts/${idOf('hannah')}/revoke-sessions`);
    expect((await browser.get(silent)).returned?.get('error')).toBe('login_required');
  });

  test('signs out to no address the application did not register', async () => {
    const left = await new Browser().get(
      `${m365.origin}/${m365.tenantId}/oauth2/v2.0/logout?post_logout_redirect_uri=https://evil.example/`,
    );
    expect({ status: left.status, location: left.headers.get('location') }).toEqual({ status: 200, location: null });
  });
});

describe('the page refuses', () => {
  test.each([
    ['an address nobody registered', { redirect_uri: 'https://evil.example/auth-end' }, 'AADSTS50011'],
    [
      'an address that only begins like a registered one',
      { redirect_uri: 'http://localhost:3978.evil.example/' },
      'AADSTS50011',
    ],
    ['an application nobody registered', { client_id: '99999999-2222-4333-8444-555555555555' }, 'AADSTS700016'],
    ['a request of no application', { client_id: null }, 'AADSTS900144'],
  ])('%s, without sending anybody there', async (_case, change, code) => {
    const visit = await new Browser().get(authorizeUrl(m365, m365.tenantId, { person: idOf('priya'), ...change }));
    expect({ status: visit.status, location: visit.headers.get('location') }).toEqual({ status: 400, location: null });
    expect(visit.text).toContain(code);
  });

  test.each([
    ['an implicit answer', { response_type: 'id_token' }, 'unsupported_response_type', 'AADSTS700054'],
    ['no scope', { scope: null }, 'invalid_request', 'AADSTS900144'],
    ['a resource nobody knows', { scope: 'https://other.example/.default' }, 'invalid_resource', 'AADSTS500011'],
    ['claims that are no JSON', { claims: '{' }, 'invalid_request', 'AADSTS9002313'],
  ])('%s, and tells the application', async (_case, change, error, code) => {
    const { returned } = await new Browser().get(authorizeUrl(m365, m365.tenantId, change));
    expect(returned?.get('error')).toBe(error);
    expect(returned?.get('error_description')).toContain(code);
    expect(returned?.get('state')).toBe('the state');
  });

  test('an account that is switched off, until it is switched on again', async () => {
    const url = authorizeUrl(m365, m365.tenantId, { person: idOf('grace') });
    await local(m365, 'PATCH', `/accounts/${idOf('grace')}`, { enabled: false });
    const refused = await new Browser().get(url);
    expect(refused.text).toContain('AADSTS50057: The user account is disabled.');
    expect(refused.returned).toBeNull();
    await local(m365, 'PATCH', `/accounts/${idOf('grace')}`, { enabled: true });
    expect((await new Browser().get(url)).returned?.get('code')).toBeTruthy();
  });

  test('a single page app that brings no proof key, and an address that is registered in no list', async () => {
    const strict = await startStrict();
    const url = authorizeUrl(strict, strict.tenantId, { redirect_uri: SPA });
    expect((await new Browser().get(url)).returned?.get('error_description')).toContain('AADSTS9002325');
    expect((await new Browser().get(authorizeUrl(strict, strict.tenantId))).text).toContain('AADSTS50011');
    await strict.close();
  });
});

describe('a code', () => {
  test('is good once', async () => {
    const code = await codeFor(m365, idOf('priya'));
    expect((await redeem(m365, code)).status).toBe(200);
    const again = await redeem(m365, code);
    expect({ error: again.body['error'], codes: again.body['error_codes'] }).toEqual({
      error: 'invalid_grant',
      codes: [54005],
    });
  });

  test('is good for ten minutes', async () => {
    const code = await codeFor(m365, idOf('priya'));
    now += 600_000;
    expect(at((await redeem(m365, code)).body, 'error_codes', 0)).toBe(70008);
  });

  test.each([
    ['another address', { redirect_uri: 'http://localhost:3978/other' }, 500112],
    ['a code nobody gave', { code: 'nothing' }, 9002313],
    ['a wrong secret', { client_secret: 'wrong' }, 7000215],
  ])('is refused with %s, and not used up by it', async (_case, change, wanted) => {
    const code = await codeFor(m365, idOf('priya'));
    expect(at((await redeem(m365, code, change)).body, 'error_codes', 0)).toBe(wanted);
    expect((await redeem(m365, code)).status).toBe(200);
  });

  test('asked for with a plain proof key, the method left out, is good with that key', async () => {
    const code = await codeFor(m365, idOf('priya'), { code_challenge: 'a'.repeat(43) });
    expect(at((await redeem(m365, code)).body, 'error_codes', 0)).toBe(501481);
    expect((await redeem(m365, code, { code_verifier: 'a'.repeat(43) })).status).toBe(200);
  });

  test('of a web server is redeemed with its secret alone', async () => {
    const strict = await startStrict();
    const code = await codeFor(strict, idOf('priya'), { redirect_uri: WEB });
    const form = { client_secret: '', redirect_uri: WEB };
    expect(at((await redeem(strict, code, form)).body, 'error_codes', 0)).toBe(7000218);
    expect((await redeem(strict, code, { redirect_uri: WEB })).status).toBe(200);
    await strict.close();
  });

  test('brings a refresh token only to those who asked for offline access', async () => {
    const without = await redeem(m365, await codeFor(m365, idOf('priya'), { scope: 'openid User.Read' }));
    expect(without.body['refresh_token']).toBeUndefined();
    expect((await redeem(m365, await codeFor(m365, idOf('priya')))).body['refresh_token']).toBeTruthy();
  });
});

describe('a refresh token', () => {
  const refresh = (token: unknown, change: Record<string, string> = {}) =>
    postForm(m365, {
      client_id: APP.clientId,
      client_secret: APP.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: String(token),
      scope: 'openid offline_access User.Read',
      ...change,
    });

  test('is opaque, gives a new one each time, and stays good itself', async () => {
    const first = (await redeem(m365, await codeFor(m365, idOf('priya')))).body['refresh_token'];
    expect(() => decodeJwt(String(first))).toThrow();
    const second = (await refresh(first)).body['refresh_token'];
    expect(second).not.toBe(first);
    expect((await refresh(second)).status).toBe(200);
    expect((await refresh(first)).status).toBe(200);
  });

  test('ends with the sessions of its person, and after ninety days', async () => {
    const token = (await redeem(m365, await codeFor(m365, idOf('tomasz')))).body['refresh_token'];
    await local(m365, 'POST', `/accounts/${idOf('tomasz')}/revoke-sessions`);
    expect((await refresh(token)).body).toMatchObject({ error: 'invalid_grant', error_codes: [50173] });
    const fresh = (await redeem(m365, await codeFor(m365, idOf('tomasz')))).body['refresh_token'];
    expect((await refresh(fresh)).status).toBe(200);
    now += 90 * 86_400_000;
    expect(at((await refresh(fresh)).body, 'error_codes', 0)).toBe(700082);
  });

  test('of a single page app ends a day after the sign-in, however often it was used', async () => {
    const strict = await startStrict();
    const { verifier, challenge } = proofKey();
    const change = { redirect_uri: SPA, code_challenge: challenge, code_challenge_method: 'S256' };
    const code = await codeFor(strict, idOf('priya'), change);
    const first = await redeem(strict, code, { redirect_uri: SPA, code_verifier: verifier, client_secret: '' });
    const again = (token: unknown) =>
      postForm(strict, {
        client_id: APP.clientId,
        grant_type: 'refresh_token',
        refresh_token: String(token),
        scope: 'openid offline_access User.Read',
      });
    now += 86_399_000;
    const second = await again(first.body['refresh_token']);
    expect(second.status).toBe(200);
    now += 1_000;
    expect(at((await again(second.body['refresh_token'])).body, 'error_codes', 0)).toBe(700084);
    await strict.close();
  });

  test('of somebody else’s making is refused, and so is one of a switched off account', async () => {
    expect(at((await refresh('1.AAAA')).body, 'error_codes', 0)).toBe(70000);
    const token = (await redeem(m365, await codeFor(m365, idOf('ade')))).body['refresh_token'];
    await local(m365, 'PATCH', `/accounts/${idOf('ade')}`, { enabled: false });
    expect((await refresh(token)).body).toMatchObject({ error: 'invalid_grant', error_codes: [50057] });
    await local(m365, 'PATCH', `/accounts/${idOf('ade')}`, { enabled: true });
  });
});

/** One where each address of the application is registered by itself. */
function startStrict(): Promise<Microsoft365> {
  const redirectUris = [
    { uri: SPA, platform: 'spa' as const },
    { uri: WEB, platform: 'web' as const },
  ];
  return startLocal({ apps: { ...APP, redirectUris }, now: () => now });
}
