import { AuthError } from '@azure/msal-node';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';

const patienceMilliseconds = 10_000;

/** Entra is overloaded or down. Thrown past MSAL, which would otherwise refuse to ask again for a minute without saying so. */
export class EntraTrouble extends AuthError {
  readonly status: number;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, retryAfter: string | null) {
    super(`http-${String(status)}`, '');
    // The library's constructor makes every subclass a plain AuthError.
    Object.setPrototypeOf(this, EntraTrouble.prototype);
    this.status = status;
    this.retryAfterSeconds = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null;
  }
}

async function send<T>(
  method: 'GET' | 'POST',
  url: string,
  options?: NetworkRequestOptions,
): Promise<NetworkResponse<T>> {
  const answer = await fetch(url, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMilliseconds),
    ...(options?.headers === undefined ? {} : { headers: options.headers }),
    ...(options?.body === undefined ? {} : { body: options.body }),
  });
  if (answer.status === 429 || answer.status >= 500) {
    await answer.body?.cancel();
    throw new EntraTrouble(answer.status, answer.headers.get('retry-after'));
  }
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: (await answer.json()) as T };
}

/** How MSAL reaches Entra: one try, ten seconds, no redirects. Its own client waits for as long as the other side likes. */
export const tokenNetwork: INetworkModule = {
  sendGetRequestAsync: (url, options) => send('GET', url, options),
  sendPostRequestAsync: (url, options) => send('POST', url, options),
};
