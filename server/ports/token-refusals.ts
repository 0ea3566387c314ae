import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import type { FailureCode } from './failures.ts';

/** What a person's own token was refused. */
export interface TokenRefusal {
  /** The permissions asked for, in order; empty: whatever is asked for. */
  readonly scopes: string;
  readonly code: FailureCode;
  readonly outsideCode: string | null;
  /** The claims challenge to hand back to the person, where one came. */
  readonly claims: string | null;
  /** A name for the token that tells nothing of it; a newer token is a new question. Null: it had run out by then. */
  readonly fingerprint: string | null;
  readonly at: Instant;
}

/** What people's own tokens were refused, so that every process knows, and after a restart too. */
export interface TokenRefusals {
  of(actor: Actor): Promise<readonly TokenRefusal[]>;
  /** Takes the place of an earlier one about the same permissions. */
  keep(actor: Actor, refusal: TokenRefusal): Promise<void>;
  forget(actor: Actor, scopes: string): Promise<void>;
}
