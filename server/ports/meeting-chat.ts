import type { Actor } from '#core/people/person.ts';

/** The Teams side of an online meeting. @throws Failure */
export interface MeetingChat {
  /** The chat of an online meeting; null where Teams does not know it (yet). Never read out of the URL. */
  findChat(actor: Actor, joinUrl: string): Promise<string | null>;
  /** Puts Duologue into the chat, and so into its tab bar and side panel; there already is success. */
  install(actor: Actor, chatId: string): Promise<void>;
}
