import type { Authorities, House } from './authorities.ts';
import { claimsRequest } from './claims-request.ts';
import type { ClaimsRequest } from './claims-request.ts';
import { EntraRefusal, missingParameter } from './refusal.ts';
import { askedScopes } from './scopes.ts';
import type { AskedScopes } from './scopes.ts';
import { unknownApplication } from './token-endpoint.ts';
import type { IssuedCode } from './grants.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** Where an application may be sent back to, and how. */
export interface ReturnAddress {
  redirectUri: string;
  platform: IssuedCode['platform'];
  mode: 'query' | 'fragment' | 'form_post';
  state: string | null;
}

/** What an application asks of the authorisation endpoint. */
export interface AuthorizeRequest {
  scopes: AskedScopes;
  claims: ClaimsRequest;
  prompt: string;
  nonce: string | undefined;
  challenge: IssuedCode['challenge'];
}

/** The tenant an address names, or for a shared address the first, which knows the application too. @throws EntraRefusal */
export function tenantFor(authorities: Authorities, name: string): { house: House | null; tenant: Tenant } {
  const house = authorities.house(name);
  const tenant = house?.tenant ?? (authorities.isShared(name) ? authorities.first.tenant : undefined);
  if (tenant === undefined) {
    throw new EntraRefusal(
      'invalid_request',
      90002,
      `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
    );
  }
  return { house: house ?? null, tenant };
}

/** Who asks and where they may be answered. @throws EntraRefusal, which is shown and never sent to an address nobody registered */
export function returnAddress(tenant: Tenant, asked: URLSearchParams): ReturnAddress {
  const clientId = asked.get('client_id');
  if (clientId === null) {
    throw missingParameter('client_id');
  }
  if (clientId !== tenant.apps.clientId) {
    throw unknownApplication(clientId, tenant.organisation.tenant.name);
  }
  const redirectUri = asked.get('redirect_uri') ?? '';
  const platform = platformOf(tenant, redirectUri);
  if (platform === null) {
    throw new EntraRefusal(
      'invalid_request',
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.`,
    );
  }
  const mode = asked.get('response_mode') ?? 'query';
  if (mode !== 'query' && mode !== 'fragment' && mode !== 'form_post') {
    throw new EntraRefusal(
      'invalid_request',
      70007,
      `'${mode}' is not a supported value of 'response_mode' when requesting a token.`,
    );
  }
  return { redirectUri, platform, mode, state: asked.get('state') };
}

/** What is asked for. @throws EntraRefusal, which the application is told */
export function authorizeRequest(
  tenant: Tenant,
  asked: URLSearchParams,
  platform: ReturnAddress['platform'],
): AuthorizeRequest {
  const type = asked.get('response_type') ?? 'code';
  if (type !== 'code') {
    throw new EntraRefusal(
      'unsupported_response_type',
      700054,
      `response_type '${type}' is not enabled for the application.`,
    );
  }
  const scope = asked.get('scope');
  if (scope === null || scope === '') {
    throw missingParameter('scope');
  }
  const challenge = asked.get('code_challenge');
  if (challenge === null && platform === 'spa') {
    throw new EntraRefusal(
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    );
  }
  return {
    scopes: askedScopes(tenant, scope),
    claims: claimsRequest(asked.get('claims')),
    prompt: asked.get('prompt') ?? '',
    nonce: asked.get('nonce') ?? undefined,
    challenge:
      challenge === null
        ? undefined
        : { method: asked.get('code_challenge_method') === 'S256' ? 'S256' : 'plain', value: challenge },
  };
}

function platformOf({ apps }: Tenant, redirectUri: string): IssuedCode['platform'] | null {
  if (apps.redirectUris !== undefined) {
    return apps.redirectUris.find(({ uri }) => uri === redirectUri)?.platform ?? null;
  }
  return redirectUri === apps.appOrigin || redirectUri.startsWith(`${apps.appOrigin}/`) ? 'publicClient' : null;
}

/** Whether an application may be returned to at an address after signing out. */
export function returnsTo(tenant: Tenant, address: string): boolean {
  return platformOf(tenant, address) !== null;
}
