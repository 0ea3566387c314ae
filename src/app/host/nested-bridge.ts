import { fits } from '../api/shape.ts';
import type { PageConfig } from './config.ts';

/** What a host with nested app authentication puts on the page: text in, text out. */
interface Bridge {
  addEventListener(kind: 'message', listener: (message: unknown) => void): void;
  postMessage(message: string): void;
}

interface Answer {
  readonly requestId: string;
  readonly success: boolean;
}

const answerShape = { requestId: 's', success: 'b' } as const;
const tokenShape = { token: { access_token: 's', expires_in: 'n' } } as const;

/** A token as the host gave it. */
export interface NestedToken {
  readonly accessToken: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

const waiting = new Map<string, (answer: Answer) => void>();
const heard = new WeakSet<Bridge>();

/**
 * Asks the host for a token over its bridge for nested app authentication, silently: the one question a page asks at its start,
 * in the words msal-browser asks it. Null when there is no bridge, or it answers with anything but a token: what to make of that
 * msal-browser knows.
 */
export async function askBridge(config: PageConfig): Promise<NestedToken | null> {
  const bridge = (window as { nestedAppAuthBridge?: Bridge }).nestedAppAuthBridge;
  if (bridge === undefined) return null;
  if (!heard.has(bridge)) {
    heard.add(bridge);
    bridge.addEventListener('message', take);
  }
  const requestId = crypto.randomUUID();
  const answer = await new Promise<Answer>((resolve) => {
    waiting.set(requestId, resolve);
    bridge.postMessage(JSON.stringify({ ...question(config), requestId }));
  });
  if (!answer.success || !fits(tokenShape, answer)) return null;
  const { token } = answer as unknown as { token: { access_token: string; expires_in: number } };
  return { accessToken: token.access_token, expiresAt: Date.now() + token.expires_in * 1000 };
}

function question(config: PageConfig): object {
  return {
    messageType: 'NestedAppAuthRequest',
    method: 'GetToken',
    sendTime: Date.now(),
    clientLibrary: 'duologue',
    clientLibraryVersion: '1',
    tokenParams: {
      clientId: config.clientId,
      authority: config.authority,
      scope: `api://${config.apiResource}/access_as_user`,
      correlationId: crypto.randomUUID(),
      authenticationScheme: 'Bearer',
      extraParameters: {},
    },
  };
}

// Other answers of the host pass here too.
function take(message: unknown): void {
  const text: unknown = typeof message === 'object' && message !== null && 'data' in message ? message.data : message;
  if (typeof text !== 'string') return;
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return;
  }
  if (!fits(answerShape, answer)) return;
  const { requestId } = answer as Answer;
  waiting.get(requestId)?.(answer as Answer);
  waiting.delete(requestId);
}
