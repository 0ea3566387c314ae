import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetNestedToken, nestedToken } from '../../../src/app/host/nested-auth.ts';

const config = {
  clientId: '2f5b7b0e-9f5a-4a52-9a5f-6f9d8a3d1c11',
  apiResource: 'tab.example/2f5b7b0e-9f5a-4a52-9a5f-6f9d8a3d1c11',
  authority: 'https://login.microsoftonline.com/common',
  hostOrigins: [],
  sentItemsAddress: '',
};

interface Asked {
  readonly method: string;
  readonly requestId: string;
  readonly tokenParams?: { readonly clientId: string; readonly scope: string };
}

/** A host's bridge that gives a new token for each question, valid for so many seconds. */
function bridgeOf(seconds: number): { readonly asked: Asked[]; close(): void } {
  const asked: Asked[] = [];
  const listeners: ((message: unknown) => void)[] = [];
  const bridge = {
    addEventListener: (_kind: string, listener: (message: unknown) => void) => listeners.push(listener),
    postMessage(message: string) {
      const { requestId, ...rest } = JSON.parse(message) as Asked;
      asked.push({ requestId, ...rest });
      const token = { access_token: `token ${asked.length}`, id_token: 'id', expires_in: seconds, scope: '' };
      const answer = { messageType: 'NestedAppAuthResponse', requestId, success: true, token, account: {} };
      // Somebody else's answer passes too.
      for (const each of [{ ...answer, requestId: 'another' }, answer])
        for (const listener of listeners) listener({ data: JSON.stringify(each) });
    },
  };
  Object.assign(window, { nestedAppAuthBridge: bridge });
  return {
    asked,
    close() {
      Reflect.deleteProperty(window, 'nestedAppAuthBridge');
    },
  };
}

describe('a token through nested app authentication', () => {
  let bridge = bridgeOf(3600);
  beforeEach(() => {
    forgetNestedToken();
    bridge = bridgeOf(3600);
  });
  afterEach(() => {
    bridge.close();
  });

  test('is asked of the host once for all who need it at the start, for our own API alone', async () => {
    const tokens = await Promise.all([nestedToken(config, {}), nestedToken(config, {})]);
    expect([...tokens, await nestedToken(config, {})]).toEqual(['token 1', 'token 1', 'token 1']);
    expect(bridge.asked).toHaveLength(1);
    expect(bridge.asked[0]).toMatchObject({
      method: 'GetToken',
      tokenParams: { clientId: config.clientId, scope: `api://${config.apiResource}/access_as_user` },
    });
  });

  test('is asked anew once little of its life is left, and for whoever comes after', async () => {
    bridge.close();
    bridge = bridgeOf(200);
    expect(await nestedToken(config, {})).toBe('token 1');
    expect(await nestedToken(config, {})).toBe('token 2');
    bridge.close();
    bridge = bridgeOf(3600);
    await nestedToken(config, {});
    forgetNestedToken();
    expect(await nestedToken(config, {})).toBe('token 2');
  });
});
