/** The four ways nested app authentication can say no here, in the words msal-browser knows. */
export type NestedAuthStatus =
  'USER_INTERACTION_REQUIRED' | 'USER_CANCEL' | 'TRANSIENT_ERROR' | 'PERSISTENT_ERROR' | 'NESTED_APP_AUTH_UNAVAILABLE';

/** The tokens of one nested request, named as Entra names them. Lifetime in seconds. */
export interface NestedTokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly account: Record<string, unknown>;
}

/** What a nested request asks for. */
export interface NestedTokenRequest {
  readonly clientId: string;
  readonly scope: string;
  readonly claims: string | undefined;
  /** True when the app may show something to the person. */
  readonly interactive: boolean;
}

/** Why a nested request got no token. */
export interface NestedRefusal {
  readonly status: NestedAuthStatus;
  readonly code?: string;
  readonly description?: string;
}

/** Who is signed in, so that the app finds the account without asking. */
export interface NestedAccount {
  readonly homeAccountId: string;
  readonly environment: string;
  readonly tenantId: string;
  readonly username: string;
  readonly localAccountId: string;
  readonly name: string;
}

type IssueTokens = (request: NestedTokenRequest) => Promise<{ tokens: NestedTokens } | { refused: NestedRefusal }>;

/** Answers one message of the nested app authentication bridge (msal-browser 5), text in and text out. */
export async function answerNestedAuth(text: string, account: NestedAccount, issue: IssueTokens): Promise<string> {
  const asked = readNestedRequest(text);
  if (asked === undefined)
    return respond('', { success: false, error: { status: 'PERSISTENT_ERROR', description: 'Not a nested request' } });
  if (asked.method === 'GetInitContext') {
    return respond(asked.requestId, {
      success: true,
      initContext: {
        sdkName: 'local.teams',
        sdkVersion: '1.0.0',
        capabilities: { queryAccount: true },
        accountContext: {
          homeAccountId: account.homeAccountId,
          environment: account.environment,
          tenantId: account.tenantId,
        },
      },
    });
  }
  const outcome = await issue({ ...asked.token, interactive: asked.method === 'GetTokenPopup' });
  if ('refused' in outcome) return respond(asked.requestId, { success: false, error: outcome.refused });
  const { access_token, id_token, expires_in, scope } = outcome.tokens;
  return respond(asked.requestId, {
    success: true,
    token: { access_token, id_token, expires_in, scope, properties: null },
    account: { ...account, ...outcome.tokens.account },
  });
}

function respond(requestId: string, body: Record<string, unknown>): string {
  return JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...body });
}

interface NestedRequest {
  readonly method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  readonly requestId: string;
  readonly token: { readonly clientId: string; readonly scope: string; readonly claims: string | undefined };
}

function readNestedRequest(message: string): NestedRequest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(message);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { messageType, method, requestId, tokenParams } = value as Record<string, unknown>;
  if (messageType !== 'NestedAppAuthRequest' || typeof requestId !== 'string') return undefined;
  if (method !== 'GetInitContext' && method !== 'GetToken' && method !== 'GetTokenPopup') return undefined;
  const params =
    typeof tokenParams === 'object' && tokenParams !== null ? (tokenParams as Record<string, unknown>) : {};
  return {
    method,
    requestId,
    token: { clientId: text(params.clientId) ?? '', scope: text(params.scope) ?? '', claims: text(params.claims) },
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
