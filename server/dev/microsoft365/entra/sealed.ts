import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Hands out what only Entra can read again: codes, refresh tokens and sessions, opaque to whoever carries them. */
export class Seal {
  readonly #key: Buffer;

  constructor(dataDirectory: string | null) {
    this.#key = keptKey(dataDirectory);
  }

  /** Closes a value up; what it is for is part of the seal, so that a session never passes for a refresh token. */
  close(purpose: string, value: unknown): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(purpose));
    const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
    return `1.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`;
  }

  /** What was closed up for this purpose, or null when the text is not ours. */
  open(purpose: string, text: string): unknown {
    const bytes = Buffer.from(text.replace(/^1\./, ''), 'base64url');
    if (bytes.length <= NONCE_BYTES + TAG_BYTES) {
      return null;
    }
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const opened = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      return JSON.parse(opened.toString()) as unknown;
    } catch {
      return null;
    }
  }
}

function keptKey(dataDirectory: string | null): Buffer {
  if (dataDirectory === null) {
    return randomBytes(32);
  }
  const path = join(dataDirectory, 'seal.key');
  if (!existsSync(path)) {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(path, randomBytes(32), { mode: 0o600 });
  }
  return readFileSync(path);
}
