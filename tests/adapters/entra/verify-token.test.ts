import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK, exportSPKI, generateKeyPair } from 'jose';
import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantFromMilliseconds } from '#core/time.ts';
import { entraIdentity } from '#server/adapters/entra/verify-token.ts';
import type { HeldIdentity } from '#server/adapters/entra/verify-token.ts';

const clientId = '0f6ab1c9-7c31-4d86-9a3b-5a0d3c1f7e11';
const tenantId = '626309be-f61e-59d4-9c2a-ccd440dd0d10';
const otherTenant = '7a6309be-f61e-59d4-9c2a-ccd440dd0d11';
const strangeTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';
const personId = 'fe26d703-2ba7-5a9b-aabd-88d6cda1f725';
const noon = 1_795_435_200;

const pair = await generateKeyPair('RS256');
const bound = await generateKeyPair('RS256');
const stranger = await generateKeyPair('RS256');

let now = noon;
let requests = 0;
let origin = '';
const server = createServer((_, response) => {
  requests += 1;
  void Promise.all([exportJWK(pair.publicKey), exportJWK(bound.publicKey)]).then(([key, other]) => {
    const keys = [
      { ...key, kid: 'k1', use: 'sig', alg: 'RS256' },
      { ...other, kid: 'bound', use: 'sig', alg: 'RS256', issuer: issuerOf(otherTenant) },
    ];
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.close();
});

function issuerOf(tenant: string): string {
  return `https://login.microsoftonline.com/${tenant}/v2.0`;
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

function identity(clients: readonly string[] | null = null, jwksUri = `${origin}/keys`): HeldIdentity {
  return entraIdentity(
    {
      clientId,
      clientSecret: '',
      tenants: [tenantId, otherTenant],
      issuerTemplate: 'https://login.microsoftonline.com/{tenantid}/v2.0',
      jwksUri,
      authority: '',
      authorityMetadata: null,
      cloudDiscoveryMetadata: null,
      clients,
      graphResource: 'https://graph.microsoft.com',
      background: { isAllowed: false, grantedInExchange: [] },
    },
    { clock: { now: () => instantFromMilliseconds(now * 1000) }, log: quiet },
  );
}

const good: JWTPayload = {
  iss: issuerOf(tenantId),
  aud: clientId,
  tid: tenantId,
  oid: personId,
  sub: 'pairwise',
  ver: '2.0',
  scp: 'access_as_user',
  azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  iat: noon - 60,
  nbf: noon - 60,
  exp: noon + 3600,
};

function signed(claims: JWTPayload, key = pair.privateKey, kid = 'k1'): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(key);
}

describe('a token', () => {
  it('says who somebody is by tenant and object id', async () => {
    expect(
      await identity().verify(await signed({ ...good, preferred_username: 'director@brackenmoor.example' })),
    ).toEqual({
      actor: { tenantId, personId },
      expiresAt: instantFromMilliseconds((noon + 3600) * 1000),
    });
  });

  it.each([
    ['is an administrator', 'Duologue.Administrator', 'isAdministrator'],
    ['looks after one-to-ones', 'Duologue.HR', 'isHr'],
  ] as const)('says by the application role alone that somebody %s', async (_what, role, says) => {
    const roled = async (claims: Record<string, unknown>) =>
      (await identity().verify(await signed({ ...good, ...claims }))).actor;
    expect(await roled({ roles: ['Other.Role', role] })).toEqual({ tenantId, personId, [says]: true });
    for (const roles of [[], [role.toLowerCase()], [`${role}.Reader`], [role.replace('Duologue.', '')]])
      expect(await roled({ roles }), roles.join()).toEqual({ tenantId, personId });
    expect(await roled({ wids: [role], groups: [role] })).toEqual({ tenantId, personId });
  });

  it.each<[string, Record<string, unknown>]>([
    ['whose roles are no list', { roles: 'Duologue.Administrator' }],
    ['for another audience', { aud: 'https://graph.microsoft.com' }],
    ['for the application by its address', { aud: `api://localhost/${clientId}` }],
    ['of a tenant that does not use Duologue', { iss: issuerOf(strangeTenant), tid: strangeTenant }],
    ['whose tenant is not its issuer’s', { tid: otherTenant }],
    ['of the first version', { ver: '1.0', iss: `https://sts.windows.net/${tenantId}/` }],
    ['of the first version with the issuer of the second', { ver: '1.0' }],
    ['that has run out', { exp: noon - 61 }],
    ['that is not good yet', { nbf: noon + 61 }],
    ['of an application on its own', { scp: undefined, roles: ['access_as_user'], idtyp: 'app' }],
    ['of an application on its own that claims a scope', { idtyp: 'app' }],
    ['with another scope', { scp: 'User.Read' }],
    ['with a scope that only begins alike', { scp: 'access_as_user_admin' }],
    ['without a person', { oid: undefined }],
    ['with a person who is no id', { oid: 'director@brackenmoor.example' }],
    ['without an end', { exp: undefined }],
    ['without a beginning', { nbf: undefined }],
  ])('%s is refused', async (_, change) => {
    const token = await signed(
      Object.fromEntries(Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined)),
    );
    await expect(identity().verify(token)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('within a minute of its end is still good, for clocks differ', async () => {
    await expect(identity().verify(await signed({ ...good, exp: noon - 59 }))).resolves.toMatchObject({
      actor: { personId },
    });
  });

  it('with no signature, another’s, or one made with our public key as a secret is refused', async () => {
    const [header, body] = (await signed(good)).split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body ?? ''}.`;
    const secret = new TextEncoder().encode(await exportSPKI(pair.publicKey));
    const symmetric = await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret);
    const foreign = await signed(good, stranger.privateKey);
    const cases = [
      unsigned,
      symmetric,
      foreign,
      `${header ?? ''}.${body ?? ''}.`,
      '',
      'Bearer',
      'a.b.c',
      'x'.repeat(20_000),
    ];
    for (const token of cases) await expect(identity().verify(token)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('of somebody whose claims were changed after signing is refused', async () => {
    const [header, , signature] = (await signed(good)).split('.');
    const changed = Buffer.from(JSON.stringify({ ...good, oid: '11111111-1111-4111-8111-111111111111' })).toString(
      'base64url',
    );
    await expect(identity().verify([header, changed, signature].join('.'))).rejects.toMatchObject({
      code: 'not-signed-in',
    });
  });

  it('signed with a key that belongs to another tenant is refused, also for a tenant that uses Duologue', async () => {
    await expect(identity().verify(await signed(good, bound.privateKey, 'bound'))).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    const theirs = { ...good, iss: issuerOf(otherTenant), tid: otherTenant };
    await expect(identity().verify(await signed(theirs, bound.privateKey, 'bound'))).resolves.toMatchObject({
      actor: { tenantId: otherTenant },
    });
  });

  it('is held to the list of client applications where there is one', async () => {
    const token = await signed(good);
    await expect(identity(['1fec8e78-bce4-4aaf-ab1b-5451cc387264']).verify(token)).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    await expect(identity(['5e3ce6c0-2b1f-4285-8d4b-75ee78787346']).verify(token)).resolves.toBeDefined();
  });

  it('does not make us ask for keys again and again with a key nobody knows', async () => {
    const one = identity();
    await one.verify(await signed(good));
    requests = 0;
    for (const kid of ['a', 'b', 'c', 'd'])
      await expect(one.verify(await signed(good, pair.privateKey, kid))).rejects.toMatchObject({
        code: 'not-signed-in',
      });
    expect(requests).toBeLessThanOrEqual(1);
  });

  it('is not called bad where the keys cannot be reached', async () => {
    await expect(identity(null, 'http://127.0.0.1:9/keys').verify(await signed(good))).rejects.toMatchObject({
      code: 'outlook-unavailable',
    });
  });

  it('once taken for good is not taken for longer than it lives', async () => {
    const one = identity();
    const token = await signed(good);
    await one.verify(token);
    now = noon + 3600 + 61;
    try {
      await expect(one.verify(token)).rejects.toMatchObject({ code: 'not-signed-in' });
    } finally {
      now = noon;
    }
  });
});

describe('what is held for somebody', () => {
  const actor = { tenantId, personId };
  const at = (seconds: number): string => instantFromMilliseconds((noon + seconds) * 1000);

  it('is the newest of their tokens, while it lives, and nobody else’s', () => {
    const one = identity();
    one.hold(actor, 'newer', at(600));
    one.hold(actor, 'older', at(300));
    expect(one.assertionOf(actor)).toBe('newer');
    expect(one.isHere({ tenantId: otherTenant, personId })).toBe(false);
    now = noon + 600;
    try {
      expect(one.isHere(actor)).toBe(false);
      expect(one.assertionOf(actor)).toBeNull();
    } finally {
      now = noon;
    }
  });
});
