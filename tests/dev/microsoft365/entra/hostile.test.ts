import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import { APP, NOW, idOf, local, startLocal } from '../local-microsoft365.ts';
import { REDIRECT, partner } from './entra-visitor.ts';

let m365: Microsoft365;
beforeAll(async () => {
  m365 = await startLocal({ now: () => NOW });
});
afterAll(() => m365.close());

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '%00',
    '../..',
    '"><script>',
    'x'.repeat(20_000),
    '{"access_token":[]}',
    '1.AAAA',
  ),
  fc.constantFrom(REDIRECT, APP.clientId, APP.clientSecret, 'openid User.Read', 'code', 'none', 'refresh_token'),
);
const names = fc.constantFrom(
  ...[
    'client_id',
    'client_secret',
    'redirect_uri',
    'scope',
    'response_type',
    'response_mode',
    'state',
    'nonce',
    'prompt',
  ],
  ...['login_hint', 'claims', 'code_challenge', 'code_challenge_method', 'person', 'find', 'grant_type', 'assertion'],
  ...['requested_token_use', 'refresh_token', 'code', 'code_verifier', 'decision', 'post_logout_redirect_uri'],
);
const request = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  tenant: fc.constantFrom('common', 'organizations', partner.tenant.id, 'first', 'nobody.example', '%E0%A4%A', '..%2f'),
  below: fc.constantFrom(
    ...['oauth2/v2.0/authorize', 'oauth2/v2.0/token', 'oauth2/v2.0/logout', 'v2.0/adminconsent'],
    ...['discovery/v2.0/keys', 'v2.0/.well-known/openid-configuration'],
  ),
  query: fc.array(fc.tuple(names, odd), { maxLength: 6 }),
  form: fc.array(fc.tuple(names, odd), { maxLength: 6 }),
  headers: fc.dictionary(
    fc.constantFrom('authorization', 'cookie', 'client-request-id'),
    fc.constantFrom('Basic !!!', 'Basic JTolJQ==', 'ESTSAUTH=1.AAAA', 'ESTSAUTH=%', 'Bearer a.b.c', 'x'),
  ),
});

test('whatever is sent, Entra answers without falling over, and never sends anybody to a strange address', async () => {
  await fc.assert(
    fc.asyncProperty(request, async ({ method, tenant, below, query, form, headers }) => {
      const known = new URLSearchParams({ client_id: APP.clientId, redirect_uri: REDIRECT });
      for (const [name, value] of query) known.set(name, value);
      const address = `${m365.origin}/${tenant === 'first' ? m365.tenantId : tenant}/${below}?${known.toString()}`;
      const response = await fetch(address, {
        method,
        headers,
        redirect: 'manual',
        ...(method === 'POST' ? { body: new URLSearchParams(form) } : {}),
      });
      const text = await response.text();
      expect(response.status).toBeLessThan(500);
      expect(text).not.toContain('<script>"');
      expect(text).not.toContain('node_modules');
      const location = response.headers.get('location');
      if (location !== null) expect(new URL(location).origin).toBe(APP.appOrigin);
    }),
    { numRuns: 400 },
  );
});

test('a form that is too large is refused, and the next is answered', async () => {
  const address = `${m365.origin}/${m365.tenantId}/oauth2/v2.0/token`;
  const large = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ assertion: 'x'.repeat(2_000_000) }),
  });
  expect(large.status).toBe(413);
  expect(await large.json()).toMatchObject({ error: 'invalid_request' });
  expect((await fetch(address, { method: 'POST', body: new URLSearchParams({ grant_type: 'x' }) })).status).toBe(400);
});

test.each([
  ['PUT', '/consent', { scopes: 'all' }],
  ['PUT', '/consent', null],
  ['PATCH', `/accounts/${idOf('priya')}`, { enabled: 'no' }],
  ['POST', '/conditional-access', { name: 'x', requires: { context: 'c100' } }],
  ['POST', '/conditional-access', { name: 'x', requires: { mfa: true, block: true } }],
  ['POST', '/keys', { signs: 1 }],
  ['POST', '/tokens', {}],
  ['POST', '/sign-in', { personId: 7 }],
])('%s %s does not take %j', async (method, path, body) => {
  expect((await local(m365, method, path, body)).status).toBe(400);
});

test.each([
  ['PATCH', '/accounts/nobody', { enabled: false }],
  ['POST', '/accounts/nobody/revoke-sessions', undefined],
  ['PUT', '/consent/nobody', { scopes: [] }],
  ['DELETE', '/keys/none', undefined],
  ['POST', '/keys/none/sign', undefined],
  ['POST', '/guests', { tenantId: 'nobody.example', personId: 'x' }],
  ['POST', '/guests', { tenantId: 'brackenmoor.example', personId: idOf('priya') }],
  ['GET', '/tenants/nobody.example/people', undefined],
])('%s %s finds nobody', async (method, path, body) => {
  expect((await local(m365, method, path, body)).status).toBe(404);
});
