import type { Actor } from '#core/people/person.ts';

export interface OutgoingMail {
  /** Identity of the promise; travels as an extended property. */
  readonly effectId: string;
  readonly to: { readonly name: string; readonly mail: string };
  readonly subject: string;
  readonly html: string;
}

/** Mail from the actor's own mailbox. */
export interface Mail {
  /**
   * Hands one message to Outlook, at most once: no retry of any kind happens inside.
   * @throws Failure with `ambiguous` where it may have gone out although no answer came
   */
  send(actor: Actor, mail: OutgoingMail): Promise<void>;
}
