import { hash } from 'node:crypto';
import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import type { Clock } from '#server/ports/system.ts';

/** A verified token and until when it is good. */
interface Held<T> {
  readonly value: T;
  readonly expiresAt: Instant;
}

/** Values that live as long as their token, in memory alone; the longest unused go first once there are too many. */
export interface UntilExpiry<T> {
  get(key: string): T | null;
  /** Kept unless one with a later expiry is there already. */
  keep(key: string, value: T, expiresAt: Instant): void;
}

/** A store of at most so many values, none of which outlives its expiry. */
export function untilExpiry<T>(clock: Clock, most: number): UntilExpiry<T> {
  const entries = new Map<string, Held<T>>();
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return null;
      entries.delete(key);
      if (entry.expiresAt <= clock.now()) return null;
      entries.set(key, entry);
      return entry.value;
    },
    keep(key, value, expiresAt) {
      const present = entries.get(key);
      if (present !== undefined && present.expiresAt > expiresAt) return;
      entries.delete(key);
      entries.set(key, { value, expiresAt });
      for (const oldest of entries.keys()) {
        if (entries.size <= most) break;
        entries.delete(oldest);
      }
    },
  };
}

/** Who a person is among all tenants. */
export function actorKey(actor: Actor): string {
  return `${actor.tenantId}/${actor.personId}`;
}

/** A name for a token that tells nothing of it. */
export function fingerprintOf(token: string): string {
  return hash('sha256', token, 'base64url');
}
