import { useSyncExternalStore } from 'react';

/** One message between a frame and the host. */
export interface LoggedMessage {
  readonly number: number;
  readonly at: number;
  readonly from: 'app' | 'host';
  /** Which frame, in words. */
  readonly frame: string;
  readonly func: string;
  readonly text: string;
  /** False for a function this host does not have, or a message from a wrong origin. */
  readonly known: boolean;
}

const kept = 500;
let messages: readonly LoggedMessage[] = [];
let nextNumber = 1;
const listeners = new Set<() => void>();

/** Writes down a message; the oldest go when there are more than 500. */
export function logMessage(message: Omit<LoggedMessage, 'number' | 'at' | 'text'> & { readonly args: unknown }): void {
  const { args, ...rest } = message;
  messages = [...messages, { ...rest, number: nextNumber++, at: Date.now(), text: shortText(args) }].slice(-kept);
  for (const listener of listeners) listener();
}

/** Empties the log. */
export function clearLog(): void {
  messages = [];
  for (const listener of listeners) listener();
}

/** The log, oldest first, followed by a component. */
export function useMessageLog(): readonly LoggedMessage[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => messages,
  );
}

/** Messages as JSON, to be kept or shown to somebody. */
export function logAsJson(messages: readonly LoggedMessage[]): string {
  return JSON.stringify(
    messages.map(({ at, text, ...rest }) => ({ at: new Date(at).toISOString(), ...rest, args: parsed(text) })),
    null,
    2,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut short, or no JSON to begin with: the text says what there is.
    return text;
  }
}

/** Those of the messages a person asked for: from one frame, with some words in them, known here or not. */
export function messagesAbout(
  messages: readonly LoggedMessage[],
  asked: { readonly words: string; readonly frame: string; readonly onlyUnknown: boolean },
): LoggedMessage[] {
  const words = asked.words.trim().toLowerCase();
  return messages.filter(
    (one) =>
      (asked.frame === '' || one.frame === asked.frame) &&
      (!asked.onlyUnknown || !one.known) &&
      (words === '' || `${one.func} ${one.text}`.toLowerCase().includes(words)),
  );
}

/** Arguments in one line; a token is never written out. */
export function shortText(args: unknown): string {
  const text = args === undefined ? '' : typeof args === 'string' ? args : JSON.stringify(args);
  const hidden = text.replace(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, (token) => `(a token of ${String(token.length)} letters)`);
  return hidden.length > 2000 ? `${hidden.slice(0, 2000)}…` : hidden;
}
