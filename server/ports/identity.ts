import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';

export interface Identity {
  /**
   * Checks a bearer token fully (signature, issuer of its tenant, audience, times, scope, delegated only) and says who it is.
   * @throws Refusal `not-signed-in`
   */
  verify(token: string): Promise<{ readonly actor: Actor; readonly expiresAt: Instant }>;
  /**
   * Keeps a verified token in memory while it lives, so that promises made now can be kept on that person's behalf. Never stored.
   * True: no token of theirs was held, or another one, so what waits for them can go on.
   */
  hold(actor: Actor, token: string, expiresAt: Instant): boolean;
  /** Whether a token of their own is held: they were here not long ago. */
  isHere(actor: Actor): boolean;
  /**
   * Whether something can be done on this person's behalf just now: with their own token or, where none is held, with what their
   * tenant granted Duologue itself. Each call still decides by the permission it needs, and may have to wait for the person.
   * @throws Failure where Entra could not be asked what was granted
   */
  holds(actor: Actor): Promise<boolean>;
}
