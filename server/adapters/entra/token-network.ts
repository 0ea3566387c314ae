import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';

const patienceMilliseconds = 10_000;

async function send<T>(method: 'GET' | 'POST', url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
  const answer = await fetch(url, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMilliseconds),
    ...(options?.headers === undefined ? {} : { headers: options.headers }),
    ...(options?.body === undefined ? {} : { body: options.body }),
  });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: (await answer.json()) as T };
}

/** How MSAL reaches Entra: one try, ten seconds, no redirects. Its own client waits for as long as the other side likes. */
export const tokenNetwork: INetworkModule = {
  sendGetRequestAsync: (url, options) => send('GET', url, options),
  sendPostRequestAsync: (url, options) => send('POST', url, options),
};
