import { expect, test } from 'vitest';
import { answerNestedAuth } from '#server/dev/teams-host/protocol/naa.ts';
import type { NestedTokenRequest, NestedTokens } from '#server/dev/teams-host/protocol/naa.ts';

const account = {
  homeAccountId: 'oid.tid',
  environment: 'login.microsoftonline.com',
  tenantId: 'tid',
  username: 'priya@example.org',
  localAccountId: 'oid',
  name: 'Priya Raman',
};
const tokens: NestedTokens = {
  access_token: 'access',
  id_token: 'id',
  expires_in: 3600,
  scope: 'api://x/y',
  account: {},
};

function asked(method: string, tokenParams?: object): string {
  return JSON.stringify({ messageType: 'NestedAppAuthRequest', method, requestId: 'r1', tokenParams });
}

async function answer(
  text: string,
  issue: Parameters<typeof answerNestedAuth>[2] = async () => ({ tokens }),
): Promise<unknown> {
  return JSON.parse(await answerNestedAuth(text, account, issue));
}

test('the bridge says who is signed in before any token is asked for', async () => {
  expect(await answer(asked('GetInitContext'))).toMatchObject({
    messageType: 'NestedAppAuthResponse',
    requestId: 'r1',
    success: true,
    initContext: { accountContext: { homeAccountId: 'oid.tid', tenantId: 'tid' } },
  });
});

test('a token request is passed on with its scope and claims, and answered with both tokens and the account', async () => {
  const seen: NestedTokenRequest[] = [];
  const params = { clientId: 'client', scope: 'api://x/access_as_user openid', claims: '{"access_token":{}}' };
  const reply = await answer(asked('GetToken', params), async (request) => {
    seen.push(request);
    return { tokens };
  });
  expect(seen).toEqual([{ ...params, interactive: false }]);
  expect(reply).toEqual({
    messageType: 'NestedAppAuthResponse',
    requestId: 'r1',
    success: true,
    token: { access_token: 'access', id_token: 'id', expires_in: 3600, scope: 'api://x/y', properties: null },
    account,
  });
});

test('only GetTokenPopup may show something to the person', async () => {
  const seen: boolean[] = [];
  const issue = async (request: NestedTokenRequest): Promise<{ tokens: NestedTokens }> => {
    seen.push(request.interactive);
    return { tokens };
  };
  await answer(asked('GetToken'), issue);
  await answer(asked('GetTokenPopup'), issue);
  expect(seen).toEqual([false, true]);
});

test('a refusal keeps its status, so that the app knows to ask the person', async () => {
  const refused = { status: 'USER_INTERACTION_REQUIRED', code: 'consent_required' } as const;
  expect(await answer(asked('GetToken'), async () => ({ refused }))).toMatchObject({
    requestId: 'r1',
    success: false,
    error: refused,
  });
});

test.each(['', '{}', '{"messageType":"Other","requestId":"r"}', asked('Unheard')])(
  'what is no nested request gets no token: %s',
  async (text) => {
    expect(await answer(text)).toMatchObject({ success: false, error: { status: 'PERSISTENT_ERROR' } });
  },
);
