import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair, importPKCS8 } from 'jose';
import type { CryptoKey, JWK } from 'jose';

/** A key tokens are signed with, and its public half as published. */
export interface SigningKey {
  keyId: string;
  privateKey: CryptoKey;
  publicKey: KeyObject;
  publicJwk: JWK;
}

interface KeptKey extends SigningKey {
  pem: string;
}

/** A tenant's keys: all of them are published, the newest chosen one signs. Kept in the folder, if there is one. */
export class KeyRing {
  readonly #path: string | null;
  #keys: KeptKey[];

  private constructor(path: string | null, keys: KeptKey[]) {
    this.#path = path;
    this.#keys = keys;
  }

  /** The keys an earlier run kept in the folder, or a new one. */
  static async open(dataDirectory: string | null): Promise<KeyRing> {
    if (dataDirectory !== null) {
      mkdirSync(dataDirectory, { recursive: true });
    }
    const path = dataDirectory === null ? null : join(dataDirectory, 'signing-keys.json');
    const kept = path !== null && existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : [];
    const ring = new KeyRing(path, await Promise.all(kept.map(keyFrom)));
    if (kept.length === 0) {
      await ring.add();
    }
    return ring;
  }

  /** The key that signs: the last one. */
  get signing(): SigningKey {
    const newest = this.#keys.at(-1);
    if (newest === undefined) {
      throw new Error('There is no signing key.');
    }
    return newest;
  }

  /** Every key that is published. */
  get published(): readonly SigningKey[] {
    return this.#keys;
  }

  find(keyId: string | undefined): SigningKey | undefined {
    return this.#keys.find((one) => one.keyId === keyId);
  }

  /** Publishes a new key, which signs from now on, or only once `signWith` says so. */
  async add(signs = true): Promise<SigningKey> {
    const pair = await generateKeyPair('RS256', { extractable: true });
    const key = await keyFrom(await exportPKCS8(pair.privateKey));
    this.#keep(signs ? [...this.#keys, key] : [key, ...this.#keys]);
    return key;
  }

  /** Lets a published key sign from now on; false when there is no such key. */
  signWith(keyId: string): boolean {
    const key = this.#keys.find((one) => one.keyId === keyId);
    if (key !== undefined) {
      this.#keep([...this.#keys.filter((one) => one !== key), key]);
    }
    return key !== undefined;
  }

  /** Takes a key back: what it signed is worth nothing from now on. False when it is the only one, or unknown. */
  withdraw(keyId: string): boolean {
    const left = this.#keys.filter((one) => one.keyId !== keyId);
    if (left.length === 0 || left.length === this.#keys.length) {
      return false;
    }
    this.#keep(left);
    return true;
  }

  #keep(keys: KeptKey[]): void {
    this.#keys = keys;
    if (this.#path !== null) {
      writeFileSync(`${this.#path}.new`, JSON.stringify(keys.map((one) => one.pem)), { mode: 0o600 });
      renameSync(`${this.#path}.new`, this.#path);
    }
  }
}

async function keyFrom(pem: string): Promise<KeptKey> {
  const privateKey = await importPKCS8(pem, 'RS256');
  const publicKey = createPublicKey(pem);
  const jwk = await exportJWK(publicKey);
  const keyId = (await calculateJwkThumbprint(jwk, 'sha256')).slice(0, 27);
  return { keyId, pem, privateKey, publicKey, publicJwk: { ...jwk, kid: keyId, x5t: keyId, use: 'sig' } };
}
