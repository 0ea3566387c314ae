import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import { APP, NOW, at, local, onBehalfOf, postForm, signIn, startLocal } from '../local-microsoft365.ts';
import type { Json } from '../local-microsoft365.ts';
import { productFor } from './our-validation.ts';

let m365: Microsoft365;
beforeAll(async () => {
  m365 = await startLocal({ now: () => NOW });
});
afterAll(() => m365.close());

const published = async (): Promise<string[]> => {
  const { keys } = (await (await fetch(m365.jwksUri)).json()) as { keys: { kid: string }[] };
  return keys.map(({ kid }) => kid);
};
const verify = (token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(m365.jwksUri)), {
    issuer: m365.issuer,
    audience: APP.clientId,
    currentDate: new Date(NOW),
  });

describe('signing keys', () => {
  test('are published as Entra publishes them, with the issuer they sign for', async () => {
    const { keys } = (await (await fetch(m365.jwksUri)).json()) as { keys: Json[] };
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0] ?? {}).toSorted()).toEqual(['e', 'issuer', 'kid', 'kty', 'n', 'use', 'x5t']);
    expect(keys[0]).toMatchObject({ kty: 'RSA', use: 'sig', issuer: m365.issuer });
  });

  test('are rotated: the new one signs, and what the old one signed stays good while it is published', async () => {
    const before = await signIn(m365, 'priya');
    const rotated = await local(m365, 'POST', '/keys');
    expect(rotated.status).toBe(201);
    const after = await signIn(m365, 'priya');
    const [oldKey, newKey] = [before, after].map(({ apiToken }) => decodeProtectedHeader(apiToken).kid ?? '');
    expect(newKey).toBe(rotated.body['keyId']);
    expect(newKey).not.toBe(oldKey);
    expect(new Set(await published())).toEqual(new Set([oldKey, newKey]));
    for (const { apiToken, graph } of [before, after]) {
      await expect(verify(apiToken)).resolves.toBeTruthy();
      expect((await graph('GET', '/me')).status).toBe(200);
      expect((await postForm(m365, onBehalfOf(apiToken))).status).toBe(200);
    }
    const product = productFor(m365);
    await expect(product.verify(before.apiToken)).resolves.toBeTruthy();
    await expect(product.verify(after.apiToken)).resolves.toBeTruthy();
  });

  test('that are withdrawn take with them whatever they signed', async () => {
    const before = await signIn(m365, 'priya');
    const keyId = decodeProtectedHeader(before.apiToken).kid ?? '';
    await local(m365, 'POST', '/keys');
    expect((await local(m365, 'DELETE', `/keys/${keyId}`)).status).toBe(200);
    expect(await published()).not.toContain(keyId);
    await expect(verify(before.apiToken)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    await expect(productFor(m365).verify(before.apiToken)).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(at((await postForm(m365, onBehalfOf(before.apiToken))).body, 'error_codes', 0)).toBe(50013);
    expect((await before.graph('GET', '/me')).status).toBe(401);
    expect((await (await signIn(m365, 'priya')).graph('GET', '/me')).status).toBe(200);
  });

  test('can be published ahead, sign later, and are never all withdrawn', async () => {
    const { body } = await local(m365, 'POST', '/keys', { signs: false });
    const ahead = String(body['keyId']);
    expect(await published()).toContain(ahead);
    const kidNow = async () => decodeProtectedHeader((await signIn(m365, 'priya')).apiToken).kid;
    expect(await kidNow()).not.toBe(ahead);
    await local(m365, 'POST', `/keys/${ahead}/sign`);
    expect(await kidNow()).toBe(ahead);
    for (const kid of (await published()).filter((one) => one !== ahead)) {
      await local(m365, 'DELETE', `/keys/${kid}`);
    }
    expect((await local(m365, 'DELETE', `/keys/${ahead}`)).status).toBe(404);
    expect(await published()).toEqual([ahead]);
  });

  test('and what administrators decided are still there after a restart', async () => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'entra-'));
    const first = await startLocal({ dataDirectory });
    const { apiToken, graph } = await signIn(first, 'priya');
    await local(first, 'POST', '/keys');
    await local(first, 'PUT', '/application', { roles: ['User.Read.All'] });
    await local(first, 'POST', '/conditional-access', { name: 'kept', requires: { context: 'c1' } });
    expect((await graph('GET', '/me')).status).toBe(200);
    await first.close();
    const second = await startLocal({ dataDirectory, port: Number(new URL(first.origin).port) });
    await expect(productFor(second).verify(apiToken)).resolves.toBeTruthy();
    expect((await local(second, 'GET', '/keys')).body['value']).toHaveLength(2);
    expect(at((await local(second, 'GET', '/consent')).body, 'application', 'roles')).toEqual(['User.Read.All']);
    expect((await local(second, 'GET', '/conditional-access')).body['value']).toMatchObject([{ name: 'kept' }]);
    await second.close();
    rmSync(dataDirectory, { recursive: true });
  });
});
