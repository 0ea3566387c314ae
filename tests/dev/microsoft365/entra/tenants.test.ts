import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import {
  APP,
  NOW,
  at,
  delegated,
  graphWith,
  idOf,
  items,
  local,
  mailOf,
  onBehalfOf,
  signIn,
  startLocal,
} from '../local-microsoft365.ts';
import type { GraphAnswer, Json, SignedIn } from '../local-microsoft365.ts';
import {
  Browser,
  authorizeUrl,
  codeFor,
  confidential,
  partner,
  partnerId,
  partnerLocal,
  partnerMail,
  redeem,
} from './entra-visitor.ts';
import { productFor } from './our-validation.ts';

let m365: Microsoft365;
beforeAll(async () => {
  m365 = await startLocal({ now: () => NOW });
});
afterAll(() => m365.close());

/** Signs in somebody of the partner's, as its own Teams does. */
async function partnerSignIn(key: string): Promise<SignedIn> {
  const { body } = await partnerLocal(m365, 'POST', '/sign-in', { personId: partnerId(key) });
  const graphToken = String(body['graphToken']);
  return { graphToken, apiToken: String(body['apiToken']), graph: graphWith(m365, graphToken) };
}

async function tokenAt(tenant: string, form: Record<string, string>): Promise<GraphAnswer> {
  const response = await fetch(`${m365.origin}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json };
}

describe('a second tenant', () => {
  test('is there, with people, a manager, mailboxes and calendars of its own', async () => {
    const { body } = await local(m365, 'GET', '/tenants');
    expect(items({ status: 200, headers: new Headers(), body }).map(({ name }) => name)).toEqual([
      'Brackenmoor Homes',
      'Tarnside Repairs',
    ]);
    const { graph } = await partnerSignIn('irina');
    expect((await graph('GET', '/me')).body).toMatchObject({ id: partnerId('irina'), mail: partnerMail('irina') });
    const { graph: delroy } = await partnerSignIn('delroy');
    const reports = items(await delroy('GET', '/me/people')).map(({ id }) => id);
    expect(reports).toContain(partnerId('irina'));
    const subjects = items(await graph('GET', '/me/events')).map((event) => event['subject']);
    expect(subjects).toContain('One-to-one: Delroy and Irina');
  });

  test('keeps mail and events to itself', async () => {
    const { graph } = await partnerSignIn('oonagh');
    const message = {
      subject: 'Rota',
      body: { contentType: 'text', content: 'Attached.' },
      toRecipients: [{ emailAddress: { address: partnerMail('irina') } }],
    };
    expect((await graph('POST', '/me/sendMail', { message })).status).toBe(202);
    const irina = await partnerSignIn('irina');
    expect(items(await irina.graph('GET', '/me/messages')).map((one) => one['subject'])).toContain('Rota');
    expect(m365.ledger().filter((entry) => entry.subject === 'Rota')).toEqual([]);
  });

  test('has keys and an issuer of its own, and shares the published ones by issuer', async () => {
    const own = async (tenant: string) =>
      ((await (await fetch(`${m365.origin}/${tenant}/discovery/v2.0/keys`)).json()) as { keys: Json[] }).keys;
    const [first, second, all] = await Promise.all([own(m365.tenantId), own('tarnside.example'), own('common')]);
    expect(second[0]?.['issuer']).toBe(`${m365.origin}/${partner.tenant.id}/v2.0`);
    expect(second[0]?.['kid']).not.toBe(first[0]?.['kid']);
    expect(all).toEqual([...first, ...second]);
    const shared = await fetch(`${m365.origin}/organizations/v2.0/.well-known/openid-configuration`);
    expect(((await shared.json()) as Json)['issuer']).toBe(`${m365.origin}/{tenantid}/v2.0`);
  });

  test('never reads the first one’s Graph, nor the first one it', async () => {
    const ours = await signIn(m365, 'priya');
    const theirs = await partnerSignIn('delroy');
    for (const [graph, id, mail] of [
      [ours.graph, partnerId('irina'), partnerMail('irina')],
      [theirs.graph, idOf('yusuf'), mailOf('yusuf')],
    ] as const) {
      for (const named of [id, mail]) {
        expect((await graph('GET', `/users/${named}`)).status).toBe(404);
        expect((await graph('GET', `/users/${named}/events`)).status).toBe(404);
      }
    }
    const names = async (graph: SignedIn['graph']) => items(await graph('GET', '/users?$top=999')).map(({ id }) => id);
    expect(await names(theirs.graph)).toEqual(partner.people.map(({ id }) => id));
    expect(await names(ours.graph)).not.toContain(partnerId('irina'));
  });

  test('a token that only claims to be of it opens neither', async () => {
    const { graphToken } = await signIn(m365, 'priya');
    const [head = '', payload = '', signature = ''] = graphToken.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json;
    const forged = Buffer.from(
      JSON.stringify({
        ...claims,
        tid: partner.tenant.id,
        oid: partnerId('delroy'),
        iss: `${m365.origin}/${partner.tenant.id}/`,
      }),
    ).toString('base64url');
    const answer = await graphWith(m365, `${head}.${forged}.${signature}`)('GET', '/me');
    expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({
      status: 401,
      code: 'InvalidAuthenticationToken',
    });
  });

  test('is not named as issuer by the first one’s key: such a token opens nothing', async () => {
    const claims = {
      iss: `${m365.origin}/${partner.tenant.id}/v2.0`,
      tid: m365.tenantId,
      oid: idOf('priya'),
      ver: '2.0',
    };
    const signed = async (more: Json) =>
      String((await local(m365, 'POST', '/tokens', { claims: { ...claims, ...more } })).body['token']);
    const forGraph = await signed({ aud: 'https://graph.microsoft.com', scp: 'User.Read' });
    expect((await graphWith(m365, forGraph)('GET', '/me')).status).toBe(401);
    const forUs = await signed({ aud: APP.clientId, scp: 'access_as_user', azp: APP.clientId });
    expect(at((await tokenAt(m365.tenantId, onBehalfOf(forUs))).body, 'error_codes', 0)).toBe(50013);
    const both = productFor(m365, [m365.tenantId, partner.tenant.id]);
    await expect(both.verify(forUs)).rejects.toMatchObject({ code: 'not-signed-in' });
    const crossed = await signed({
      aud: APP.clientId,
      scp: 'access_as_user',
      azp: APP.clientId,
      tid: partner.tenant.id,
    });
    await expect(both.verify(crossed)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('is taken by our own validation only where it uses Duologue', async () => {
    const { apiToken } = await partnerSignIn('delroy');
    await expect(productFor(m365).verify(apiToken)).rejects.toMatchObject({ code: 'not-signed-in' });
    const both = productFor(m365, [m365.tenantId, partner.tenant.id]);
    expect((await both.verify(apiToken)).actor).toEqual({ tenantId: partner.tenant.id, personId: partnerId('delroy') });
    expect((await both.verify((await signIn(m365, 'priya')).apiToken)).actor.tenantId).toBe(m365.tenantId);
  });

  test('exchanges no token of the first, nor the first one of its', async () => {
    const ours = await signIn(m365, 'priya');
    const theirs = await partnerSignIn('delroy');
    expect(at((await tokenAt(partner.tenant.id, onBehalfOf(ours.apiToken))).body, 'error_codes', 0)).toBe(50013);
    expect(at((await tokenAt(m365.tenantId, onBehalfOf(theirs.apiToken))).body, 'error_codes', 0)).toBe(50013);
  });

  test('knows the application only once its administrator let it in', async () => {
    const fresh = await startLocal({ now: () => NOW });
    const msal = await confidential(fresh, partner.tenant.id);
    const asked = { scopes: ['https://graph.microsoft.com/.default'] };
    await expect(msal.acquireTokenByClientCredential(asked)).rejects.toMatchObject({
      errorCode: 'invalid_client',
      errorMessage: expect.stringContaining('AADSTS7000229') as string,
    });
    const { body: before } = await partnerLocal(fresh, 'POST', '/sign-in', { personId: partnerId('delroy') });
    await expect(
      msal.acquireTokenOnBehalfOf({ oboAssertion: String(before['apiToken']), scopes: ['User.Read'] }),
    ).rejects.toMatchObject({ subError: 'consent_required' });
    const page = new URL(`${fresh.origin}/organizations/v2.0/adminconsent`);
    page.search = new URLSearchParams({
      client_id: APP.clientId,
      redirect_uri: 'http://localhost:3978/auth-end',
      person: partnerId('oonagh'),
    }).toString();
    const { returned } = await new Browser().press(page.toString(), { decision: 'accept' });
    expect(returned?.get('tenant')).toBe(partner.tenant.id);
    const result = await msal.acquireTokenByClientCredential({ ...asked, skipCache: true });
    const graph = graphWith(fresh, result?.accessToken ?? '');
    expect((await graph('GET', `/users/${partnerId('irina')}/events`)).status).toBe(200);
    expect((await graph('GET', `/users/${idOf('yusuf')}/events`)).status).toBe(404);
    await fresh.close();
  });
});

describe('the shared addresses', () => {
  test('let anybody sign in, whose own tenant then speaks for them', async () => {
    const picker = await new Browser().get(authorizeUrl(m365, 'common'));
    expect(picker.text).toContain('Tarnside Repairs');
    expect(picker.text).toContain('Irina Popescu');
    const code = await codeFor(m365, idOf('mei'), { scope: 'openid User.Read' }, 'organizations');
    expect(at((await tokenAt(partner.tenant.id, { ...redeemForm(code) })).body, 'error_codes', 0)).toBe(700005);
    const { body } = await tokenAt('common', redeemForm(code));
    expect(decodeJwt(String(body['id_token'])).iss).toBe(m365.issuer);
  });

  test('exchange an assertion in the tenant it names', async () => {
    const { apiToken } = await signIn(m365, 'priya');
    const { body } = await tokenAt('organizations', onBehalfOf(apiToken));
    expect(decodeJwt(String(body['access_token']))['tid']).toBe(m365.tenantId);
  });

  test('give an application no token of its own, and a tenant nobody knows gives none at all', async () => {
    const asked = {
      client_id: APP.clientId,
      client_secret: APP.clientSecret,
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
    };
    expect(at((await tokenAt('common', asked)).body, 'error_codes', 0)).toBe(50059);
    expect(at((await tokenAt('nobody.example', asked)).body, 'error_codes', 0)).toBe(90002);
    for (const below of ['v2.0/.well-known/openid-configuration', 'discovery/v2.0/keys']) {
      const answer = await fetch(`${m365.origin}/nobody.example/${below}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: 'invalid_tenant', error_codes: [90002] });
    }
  });

  function redeemForm(code: string): Record<string, string> {
    return {
      client_id: APP.clientId,
      client_secret: APP.clientSecret,
      grant_type: 'authorization_code',
      code,
      redirect_uri: 'http://localhost:3978/auth-end',
    };
  }
});

describe('a guest', () => {
  test('without an account here is told so', async () => {
    const { text } = await new Browser().get(authorizeUrl(m365, m365.tenantId, { person: partnerId('callum') }));
    expect(text).toContain('AADSTS50020');
  });

  test('has an object id here, the name of a guest, and no mailbox', async () => {
    const invited = await local(m365, 'POST', '/guests', {
      tenantId: partner.tenant.id,
      personId: partnerId('delroy'),
    });
    const guestId = String(invited.body['id']);
    expect(guestId).not.toBe(partnerId('delroy'));
    const code = await codeFor(m365, partnerId('delroy'));
    const { body } = await redeem(m365, code);
    const upn = 'delroy.banks_tarnside.example#EXT#@brackenmoor.example';
    expect(decodeJwt(String(body['access_token']))).toMatchObject({
      tid: m365.tenantId,
      oid: guestId,
      acct: 1,
      idp: `https://sts.windows.net/${partner.tenant.id}/`,
      idtyp: 'user',
      ver: '1.0',
      upn,
    });
    const graph = graphWith(m365, String(body['access_token']));
    expect((await graph('GET', '/me')).body).toMatchObject({
      id: guestId,
      userPrincipalName: upn,
      mail: partnerMail('delroy'),
    });
    const priya = await delegated(m365, 'priya', 'User.Read.All');
    expect((await priya('GET', `/users/${encodeURIComponent(upn)}`)).body['id']).toBe(guestId);
    expect((await priya('GET', `/users/${guestId}?$select=userType`)).body['userType']).toBe('Guest');
    const host = await local(m365, 'POST', '/sign-in', { personId: guestId });
    const calendar = await graphWith(m365, String(host.body['graphToken']))('GET', '/me/events');
    expect({ status: calendar.status, code: at(calendar.body, 'error', 'code') }).toEqual({
      status: 404,
      code: 'MailboxNotEnabledForRESTAPI',
    });
  });

  test('chosen by the account here has signed in at home', async () => {
    const browser = new Browser();
    await browser.get(authorizeUrl(m365, m365.tenantId, { person: await guestIdOf('delroy') }));
    const { returned } = await browser.get(authorizeUrl(m365, partner.tenant.id, { prompt: 'none' }));
    expect(returned?.get('error_description')).toContain('AADSTS65001');
  });

  test('is known by msal-node by the account at home', async () => {
    const msal = await confidential(m365, m365.tenantId);
    const code = await codeFor(m365, partnerId('delroy'));
    const result = await msal.acquireTokenByCode({
      code,
      scopes: ['User.Read'],
      redirectUri: 'http://localhost:3978/auth-end',
    });
    expect(result.account?.homeAccountId).toBe(`${partnerId('delroy')}.${partner.tenant.id}`);
    expect(result.tenantId).toBe(m365.tenantId);
  });

  test('is let in by our own validation as somebody of this tenant, and by no other name', async () => {
    const guestId = await guestIdOf('delroy');
    const { body } = await local(m365, 'POST', '/sign-in', { personId: guestId });
    const { actor } = await productFor(m365).verify(String(body['apiToken']));
    expect(actor).toEqual({ tenantId: m365.tenantId, personId: guestId });
  });

  test('is kept out when the account at home is switched off, and once dismissed', async () => {
    const url = authorizeUrl(m365, m365.tenantId, { person: partnerId('delroy') });
    await partnerLocal(m365, 'PATCH', `/accounts/${partnerId('delroy')}`, { enabled: false });
    expect((await new Browser().get(url)).text).toContain('AADSTS50057');
    await partnerLocal(m365, 'PATCH', `/accounts/${partnerId('delroy')}`, { enabled: true });
    expect((await new Browser().get(url)).returned?.get('code')).toBeTruthy();
    await local(m365, 'DELETE', `/guests/${await guestIdOf('delroy')}`);
    expect((await new Browser().get(url)).text).toContain('AADSTS50020');
  });

  async function guestIdOf(key: string): Promise<string> {
    const { body } = await local(m365, 'GET', '/guests');
    const guests = body['value'] as Json[];
    return String(guests.find((one) => one['homePersonId'] === partnerId(key))?.['id']);
  }
});
