import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import {
  NOW,
  APP,
  at,
  graphWith,
  idOf,
  local,
  onBehalfOf,
  postForm,
  signIn,
  startLocal,
} from '../local-microsoft365.ts';
import { Browser, authorizeUrl, confidential, redeem } from './entra-visitor.ts';

let m365: Microsoft365;
beforeAll(async () => {
  m365 = await startLocal({ now: () => NOW });
});
afterAll(() => m365.close());
beforeEach(async () => {
  await local(m365, 'DELETE', '/conditional-access');
});

const policy = (requires: unknown, more: Record<string, unknown> = {}) =>
  local(m365, 'POST', '/conditional-access', { name: 'For the test', requires, ...more });

/** A token of the API after the host asked for what a challenge wants. */
async function stepped(key: string, claims: string): Promise<string> {
  const { body } = await local(m365, 'POST', '/sign-in', { personId: idOf(key), claims });
  return String(body['apiToken']);
}

describe('conditional access', () => {
  test('asks for more on behalf of somebody; after stepping up, the same request passes', async () => {
    const { body: made } = await policy({ mfa: true });
    const { apiToken } = await signIn(m365, 'priya');
    const msal = await confidential(m365, m365.tenantId);
    const refused: unknown = await msal
      .acquireTokenOnBehalfOf({ oboAssertion: apiToken, scopes: ['User.Read'] })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({
      name: 'InteractionRequiredAuthError',
      errorCode: 'interaction_required',
      errorNo: 50076,
      claims: JSON.stringify({ access_token: { polids: { essential: true, values: [made['id']] } } }),
    });
    const after = await stepped('priya', (refused as { claims: string }).claims);
    const result = await msal.acquireTokenOnBehalfOf({ oboAssertion: after, scopes: ['User.Read'] });
    expect((await graphWith(m365, result?.accessToken ?? '')('GET', '/me')).status).toBe(200);
  });

  test('for an authentication context names it, and the token carries it afterwards', async () => {
    await policy({ context: 'c1' });
    const { apiToken } = await signIn(m365, 'priya');
    const { body } = await postForm(m365, onBehalfOf(apiToken));
    expect(body).toMatchObject({
      error: 'interaction_required',
      suberror: 'basic_action',
      claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}',
    });
    const after = await stepped('priya', String(body['claims']));
    expect(decodeJwt(after)['acrs']).toEqual(['c1']);
    const granted = await postForm(m365, onBehalfOf(after));
    expect(decodeJwt(String(granted.body['access_token']))['acrs']).toEqual(['c1']);
  });

  test('is only for those and for what it was made for', async () => {
    await policy({ mfa: true }, { personIds: [idOf('kwame')] });
    const [priya, kwame] = await Promise.all([signIn(m365, 'priya'), signIn(m365, 'kwame')]);
    expect((await postForm(m365, onBehalfOf(priya.apiToken))).status).toBe(200);
    expect((await postForm(m365, onBehalfOf(kwame.apiToken))).status).toBe(400);
    const own = { ...onBehalfOf(kwame.apiToken), scope: `api://localhost/${APP.clientId}/access_as_user` };
    expect((await postForm(m365, own)).status).toBe(200);
  });

  test('asks on the page, once for a browser', async () => {
    await policy({ mfa: true });
    const browser = new Browser();
    const url = authorizeUrl(m365, m365.tenantId, { person: idOf('mei') });
    expect((await browser.get(`${url}&prompt=none`)).returned?.get('claims')).toContain('polids');
    expect((await browser.get(url)).text).toContain('Approve sign-in request');
    const declined = await browser.press(url, { decision: 'cancel' });
    expect(declined.returned?.get('error')).toBe('access_denied');
    const approved = await browser.press(url, { decision: 'approve' });
    const { body } = await redeem(m365, approved.returned?.get('code') ?? '');
    expect(decodeJwt(String(body['access_token']))['amr']).toEqual(['pwd', 'mfa']);
    expect((await browser.get(url)).returned?.get('code')).toBeTruthy();
    expect((await new Browser().get(url)).text).toContain('Approve sign-in request');
  });

  test('a context the application itself asks for is asked on the page, and carried', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c7"}}}';
    const url = authorizeUrl(m365, m365.tenantId, { person: idOf('mei'), claims });
    const browser = new Browser();
    expect((await browser.get(url)).text).toContain('Approve sign-in request');
    const approved = await browser.press(url, { decision: 'approve' });
    const { body } = await redeem(m365, approved.returned?.get('code') ?? '');
    expect(decodeJwt(String(body['access_token']))['acrs']).toEqual(['c7']);
  });

  test('can let nobody in, by the page and by token alike', async () => {
    const { apiToken } = await signIn(m365, 'priya');
    await policy({ block: true }, { resource: 'all' });
    expect((await new Browser().get(authorizeUrl(m365, m365.tenantId, { person: idOf('priya') }))).text).toContain(
      'AADSTS53003',
    );
    expect((await postForm(m365, onBehalfOf(apiToken))).body).toMatchObject({
      error: 'access_denied',
      error_codes: [53003],
      suberror: 'message_only',
    });
    expect((await local(m365, 'POST', '/sign-in', { personId: idOf('priya') })).status).toBe(400);
  });

  test('asks nobody through nested authentication while nobody may be asked', async () => {
    await policy({ mfa: true }, { resource: 'api' });
    const asked = {
      personId: idOf('priya'),
      clientId: APP.clientId,
      scope: `api://localhost/${APP.clientId}/access_as_user`,
    };
    const quiet = await local(m365, 'POST', '/nested-token', { ...asked, interactive: false });
    expect(quiet.body['error']).toBe('interaction_required');
    const shown = await local(m365, 'POST', '/nested-token', { ...asked, interactive: true });
    expect(decodeJwt(String(shown.body['access_token']))['amr']).toEqual(['pwd', 'mfa']);
  });
});

describe('continuous access evaluation', () => {
  const capable = '{"access_token":{"xms_cc":{"values":["CP1"]}}}';

  async function graphToken(key: string, claims?: string): Promise<string> {
    const { apiToken } = await signIn(m365, key);
    const { body } = await postForm(m365, { ...onBehalfOf(apiToken), ...(claims === undefined ? {} : { claims }) });
    return String(body['access_token']);
  }

  test('challenges a client that understands it as soon as sessions are revoked; a fresh sign-in passes', async () => {
    const token = await graphToken('siobhan', capable);
    expect((await graphWith(m365, token)('GET', '/me')).status).toBe(200);
    await local(m365, 'POST', `/accounts/${idOf('siobhan')}/revoke-sessions`);
    const { status, headers, body } = await graphWith(m365, token)('GET', '/me');
    expect({ status, code: at(body, 'error', 'code') }).toEqual({ status: 401, code: 'InvalidAuthenticationToken' });
    const challenge = headers.get('www-authenticate') ?? '';
    expect(challenge).toContain('error="insufficient_claims"');
    const claims = Buffer.from(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '', 'base64').toString();
    expect(JSON.parse(claims)).toEqual({ access_token: { nbf: { essential: true, value: String(NOW / 1000) } } });
    const fresh = await graphToken('siobhan', capable);
    expect((await graphWith(m365, fresh)('GET', '/me')).status).toBe(200);
  });

  test('leaves the token of any other client alone until it expires', async () => {
    const token = await graphToken('bethan');
    await local(m365, 'POST', `/accounts/${idOf('bethan')}/revoke-sessions`);
    expect((await graphWith(m365, token)('GET', '/me')).status).toBe(200);
  });

  test('challenges when the account is switched off', async () => {
    const token = await graphToken('rahim', capable);
    await local(m365, 'PATCH', `/accounts/${idOf('rahim')}`, { enabled: false });
    expect((await graphWith(m365, token)('GET', '/me')).headers.get('www-authenticate')).toContain(
      'insufficient_claims',
    );
  });

  test('refuses an old assertion without claims when the client brought no challenge', async () => {
    const { apiToken } = await signIn(m365, 'tomasz');
    await local(m365, 'POST', `/accounts/${idOf('tomasz')}/revoke-sessions`);
    const { body } = await postForm(m365, { ...onBehalfOf(apiToken), claims: capable });
    expect(body).toMatchObject({ error: 'invalid_grant', error_codes: [50173] });
    expect(body['claims']).toBeUndefined();
  });

  test('makes msal-node ask the person again when it brings the challenge with an old assertion', async () => {
    const { apiToken } = await signIn(m365, 'hannah');
    const msal = await confidential(m365, m365.tenantId, { capabilities: ['CP1'] });
    await msal.acquireTokenOnBehalfOf({ oboAssertion: apiToken, scopes: ['User.Read'] });
    await local(m365, 'POST', `/accounts/${idOf('hannah')}/revoke-sessions`);
    const claims = `{"access_token":{"nbf":{"essential":true,"value":"${String(NOW / 1000)}"}}}`;
    await expect(
      msal.acquireTokenOnBehalfOf({ oboAssertion: apiToken, scopes: ['User.Read'], claims }),
    ).rejects.toMatchObject({ name: 'InteractionRequiredAuthError', errorNo: 50173, claims });
    const again = await signIn(m365, 'hannah');
    const result = await msal.acquireTokenOnBehalfOf({ oboAssertion: again.apiToken, scopes: ['User.Read'], claims });
    expect((await graphWith(m365, result?.accessToken ?? '')('GET', '/me')).status).toBe(200);
  });
});
