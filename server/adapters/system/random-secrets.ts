import { randomBytes } from 'node:crypto';
import type { Secrets } from '#server/ports/system.ts';

/** Secrets of 256 bits from the system's own source of randomness. */
export function randomSecrets(): Secrets {
  return { next: () => randomBytes(32).toString('base64url') };
}
