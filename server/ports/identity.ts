import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';

export interface Identity {
  /**
   * Checks a bearer token fully (signature, issuer of its tenant, audience, times, scope, delegated only) and says who it is.
   * @throws Refusal `not-signed-in`
   */
  verify(token: string): Promise<{ readonly actor: Actor; readonly expiresAt: Instant }>;
  /** Keeps a verified token in memory while it lives, so that promises made now can be kept on that person's behalf. Never stored. */
  hold(actor: Actor, token: string, expiresAt: Instant): void;
  /** Whether something can be done on this person's behalf just now. */
  holds(actor: Actor): boolean;
}
