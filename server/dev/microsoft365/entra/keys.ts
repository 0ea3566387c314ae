import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, calculateJwkThumbprint } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { createPublicKey } from 'node:crypto';

/** The key tokens are signed with, and its public half as published. */
export interface SigningKey {
  keyId: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

/** The tenant's signing key: the one an earlier run kept in the folder, or a new one, kept there if there is a folder. */
export async function signingKey(dataDirectory: string | null): Promise<SigningKey> {
  const path = dataDirectory === null ? null : join(dataDirectory, 'signing-key.pem');
  if (path !== null && existsSync(path)) {
    return keyFrom(readFileSync(path, 'utf8'));
  }
  const pair = await generateKeyPair('RS256', { extractable: true });
  const pem = await exportPKCS8(pair.privateKey);
  if (path !== null && dataDirectory !== null) {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(`${path}.new`, pem, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  return keyFrom(pem);
}

async function keyFrom(pem: string): Promise<SigningKey> {
  const privateKey = await importPKCS8(pem, 'RS256');
  const jwk = await exportJWK(createPublicKey(pem));
  const keyId = await calculateJwkThumbprint(jwk);
  return { keyId, privateKey, publicJwk: { ...jwk, kid: keyId, use: 'sig', alg: 'RS256' } };
}
