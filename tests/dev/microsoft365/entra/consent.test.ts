import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
import { Browser, REDIRECT, authorizeUrl, confidential, redeem } from './entra-visitor.ts';

let m365: Microsoft365;
beforeAll(async () => {
  m365 = await startLocal({ now: () => NOW });
});
afterAll(() => m365.close());
beforeEach(async () => {
  await local(m365, 'PUT', '/consent', { scopes: [] });
  await local(m365, 'PUT', '/application', { isInstalled: true, roles: ['User.Read.All'] });
  for (const key of ['priya', 'alistair', 'kwame']) {
    await local(m365, 'PUT', `/consent/${idOf(key)}`, { scopes: [] });
  }
});

const asking = (key: string, scope = 'openid User.Read Calendars.ReadWrite') =>
  authorizeUrl(m365, m365.tenantId, { person: idOf(key), scope });

describe('consent', () => {
  test('is asked for by name, given by one person, and asked for once', async () => {
    const browser = new Browser();
    const page = await browser.get(asking('priya'));
    expect(page.text).toContain('Permissions requested');
    for (const words of ['Read and change your calendars', 'Calendars.ReadWrite', 'User.Read', 'name="decision"']) {
      expect(page.text).toContain(words);
    }
    expect(page.text).not.toContain('forEverybody');
    const given = await browser.press(asking('priya'), { decision: 'accept' });
    expect((await redeem(m365, given.returned?.get('code') ?? '')).status).toBe(200);
    expect((await new Browser().get(asking('priya'))).returned?.get('code')).toBeTruthy();
    expect((await new Browser().get(asking('kwame'))).text).toContain('Permissions requested');
    const { body } = await local(m365, 'GET', '/consent');
    expect(body['people']).toEqual([{ personId: idOf('priya'), scopes: ['User.Read', 'Calendars.ReadWrite'] }]);
  });

  test('that is declined is told to the application', async () => {
    const { returned } = await new Browser().press(asking('priya'), { decision: 'cancel' });
    expect(returned?.get('error')).toBe('access_denied');
    expect(returned?.get('error_description')).toContain('AADSTS65004');
  });

  test('cannot be asked for in silence', async () => {
    const url = `${asking('priya')}&prompt=none`;
    const { returned } = await new Browser().get(url);
    expect(returned?.get('error')).toBe('interaction_required');
    expect(returned?.get('error_description')).toContain('AADSTS65001');
  });

  test('of an administrator can be given for everybody', async () => {
    const browser = new Browser();
    expect((await browser.get(asking('alistair'))).text).toContain('Consent on behalf of your organisation');
    await browser.press(asking('alistair'), { decision: 'accept', forEverybody: 'yes' });
    expect((await new Browser().get(asking('kwame'))).returned?.get('code')).toBeTruthy();
  });

  test('of anybody else is theirs alone, whatever their browser sends', async () => {
    await new Browser().press(asking('priya'), { decision: 'accept', forEverybody: 'yes' });
    expect((await local(m365, 'GET', '/consent')).body).toMatchObject({
      everybody: [],
      people: [{ personId: idOf('priya') }],
    });
  });

  test('to reach everybody is an administrator’s to give', async () => {
    const scope = 'openid User.Read.All';
    const page = await new Browser().get(asking('priya', scope));
    expect(page.text).toContain('Need admin approval');
    const pressed = await new Browser().press(asking('priya', scope), { decision: 'accept', forEverybody: 'yes' });
    expect(pressed.text).toContain('AADSTS90094');
    expect((await local(m365, 'GET', '/consent')).body['everybody']).toEqual([]);
    const back = await new Browser().press(asking('priya', scope), { decision: 'cancel' });
    expect(back.returned?.get('error_description')).toContain('AADSTS90094');
  });

  test('is missed on behalf of somebody as msal-node knows it, until it is given', async () => {
    const { apiToken } = await signIn(m365, 'priya');
    const msal = await confidential(m365, m365.tenantId);
    const asked = { oboAssertion: apiToken, scopes: ['User.Read', 'Calendars.Read'] };
    await local(m365, 'PUT', `/consent/${idOf('priya')}`, { scopes: ['User.Read'] });
    await expect(msal.acquireTokenOnBehalfOf(asked)).rejects.toMatchObject({
      name: 'InteractionRequiredAuthError',
      errorCode: 'invalid_grant',
      subError: 'consent_required',
      errorNo: 65001,
    });
    await local(m365, 'PUT', '/consent', { scopes: ['calendars.read'] });
    const result = await msal.acquireTokenOnBehalfOf(asked);
    expect((await graphWith(m365, result?.accessToken ?? '')('GET', '/me/events')).status).toBe(200);
  });

  test('can be given to Teams itself, as far as it is the person’s to give', async () => {
    const { apiToken } = await signIn(m365, 'priya');
    const asked = {
      personId: idOf('priya'),
      clientId: APP.clientId,
      scope: `api://localhost/${APP.clientId}/access_as_user`,
    };
    await local(m365, 'POST', '/nested-token', asked);
    expect((await postForm(m365, onBehalfOf(apiToken))).body['suberror']).toBe('consent_required');
    await local(m365, 'POST', '/nested-token', { ...asked, consent: true });
    expect((await postForm(m365, onBehalfOf(apiToken))).status).toBe(200);
    const beyond = await postForm(m365, { ...onBehalfOf(apiToken), scope: 'TeamsTab.ReadWrite.All' });
    expect(beyond.body['suberror']).toBe('consent_required');
    const { apiToken: other } = await signIn(m365, 'kwame');
    expect((await postForm(m365, onBehalfOf(other))).body['suberror']).toBe('consent_required');
  });

  test('asked for by .default is whatever was given, and nothing is a refusal', async () => {
    const { apiToken } = await signIn(m365, 'priya');
    const asked = { ...onBehalfOf(apiToken), scope: 'https://graph.microsoft.com/.default' };
    expect(at((await postForm(m365, asked)).body, 'error_codes', 0)).toBe(65001);
    await local(m365, 'PUT', `/consent/${idOf('priya')}`, { scopes: ['User.Read'] });
    const { body } = await postForm(m365, asked);
    const graph = graphWith(m365, String(body['access_token']));
    expect((await graph('GET', '/me')).status).toBe(200);
    expect(at((await graph('GET', '/me/events')).body, 'error', 'code')).toBe('ErrorAccessDenied');
  });
});

describe('the admin consent page', () => {
  const page = (change: Record<string, string> = {}) =>
    `${m365.origin}/${m365.tenantId}/v2.0/adminconsent?${new URLSearchParams({
      client_id: APP.clientId,
      redirect_uri: REDIRECT,
      state: 's',
      scope: 'https://graph.microsoft.com/Calendars.ReadWrite',
      ...change,
    }).toString()}`;

  test('lets only an administrator choose, and grants for the whole tenant', async () => {
    const chosen = await new Browser().get(page());
    expect(chosen.text).toContain('Alistair Munro');
    expect(chosen.text).not.toContain('Priya Raman');
    expect((await new Browser().press(page({ person: idOf('priya') }), { decision: 'accept' })).returned).toBeNull();
    const asked = await new Browser().get(page({ person: idOf('alistair') }));
    expect(asked.text).toContain('TeamsActivity.Send');
    const { returned } = await new Browser().press(page({ person: idOf('alistair') }), { decision: 'accept' });
    expect(Object.fromEntries(returned ?? [])).toEqual({
      admin_consent: 'True',
      tenant: m365.tenantId,
      scope: 'https://graph.microsoft.com/Calendars.ReadWrite',
      state: 's',
    });
    expect((await local(m365, 'GET', '/consent')).body).toMatchObject({ everybody: ['Calendars.ReadWrite'] });
  });

  test('tells the application when the administrator says no', async () => {
    const { returned } = await new Browser().press(page({ person: idOf('alistair') }), { decision: 'cancel' });
    expect(returned?.get('error')).toBe('permission_denied');
    expect((await local(m365, 'GET', '/consent')).body).toMatchObject({ everybody: [] });
  });
});

describe('the application by itself', () => {
  const token = async () => {
    const msal = await confidential(m365, m365.tenantId);
    const result = await msal.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
    return graphWith(m365, result?.accessToken ?? '');
  };

  test('may do what was granted, and nothing else', async () => {
    await local(m365, 'PUT', '/application', { roles: ['User.Read.All'] });
    const reader = await token();
    expect((await reader('GET', '/users')).status).toBe(200);
    expect(await refusal(reader, `/users/${idOf('kwame')}/events`)).toEqual([403, 'ErrorAccessDenied']);
    await local(m365, 'PUT', '/application', { roles: ['Calendars.Read'] });
    const calendars = await token();
    expect((await calendars('GET', `/users/${idOf('kwame')}/events`)).status).toBe(200);
    expect(await refusal(calendars, '/users')).toEqual([403, 'Authorization_RequestDenied']);
  });

  test('gets a token without a single role when nothing was granted, which opens nothing', async () => {
    await local(m365, 'PUT', '/application', { roles: [] });
    expect(await refusal(await token(), `/users/${idOf('kwame')}/events`)).toEqual([403, 'ErrorAccessDenied']);
  });

  async function refusal(graph: Awaited<ReturnType<typeof token>>, path: string): Promise<unknown[]> {
    const { status, body } = await graph('GET', path);
    return [status, at(body, 'error', 'code')];
  }
});
