import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { messages, type Messages } from './messages.ts';

const i18n = setupI18n();
i18n.setMessagesCompiler(compileMessage);
i18n.loadAndActivate({ locale: 'en-GB', messages: { ...messages } });

/** The name of a sentence. */
export type MessageKey = keyof Messages;

type ValuesOf<Key extends MessageKey> = Messages[Key] extends `${string}{${string}` ? [values: Readonly<Record<string, string | number>>] : [];

/** A sentence a person reads, with its gaps filled. */
export function say<Key extends MessageKey>(key: Key, ...[values]: ValuesOf<Key>): string {
  return i18n._(key, values);
}
