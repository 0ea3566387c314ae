import type { Actor } from '#core/people/person.ts';
import type { Failure } from './failures.ts';

/** Whose token a call carries: the person's it is made for, or the application's own, for which there is no "me". */
export type TokenHolder = 'person' | 'application';

export interface Pass {
  readonly token: string;
  readonly holder: TokenHolder;
}

/** With which token Microsoft 365 is called, decided for each call, and who hears how it was taken. */
export interface Passes {
  /** `fresh` asks for a new one. @throws Failure `sign-in-needed` where only the person themselves can bring one */
  passFor(actor: Actor, scopes: readonly string[], ask?: { readonly fresh?: boolean }): Promise<Pass>;
  /** A person's own token was refused: what they were refused is not done with other rights instead. */
  refused(actor: Actor, scopes: readonly string[], failure: Failure): Promise<void>;
}
