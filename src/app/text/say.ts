import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { LaterMessages } from './later-messages.ts';
import { messages, type Messages } from './messages.ts';
import type { PersonalMessages } from './personal-messages.ts';
import type { PoliciesMessages } from './policies-messages.ts';

type Sentences = Messages & LaterMessages & PersonalMessages & PoliciesMessages;

const i18n = setupI18n();
// What is shipped was compiled when it was built.
if (!import.meta.env.PROD) i18n.setMessagesCompiler(compileMessage);
i18n.loadAndActivate({ locale: 'en-GB', messages: { ...messages } });

/** Adds sentences that come later, with the surface that speaks them. */
export function learn(sentences: Readonly<Record<string, string>>): void {
  i18n.load('en-GB', { ...sentences });
}

/** The name of a sentence. */
export type MessageKey = keyof Sentences;

type ValuesOf<Key extends MessageKey> = Sentences[Key] extends `${string}{${string}`
  ? [values: Readonly<Record<string, string | number>>]
  : [];

/** A sentence a person reads, with its gaps filled. */
export function say<Key extends MessageKey>(key: Key, ...[values]: ValuesOf<Key>): string {
  return i18n._(key, values);
}
