import type { Authorities, House } from './authorities.ts';
import { claimsRequest } from './claims-request.ts';
import type { ClaimsRequest } from './claims-request.ts';
import { needed, redeemAssertion, redeemCode, redeemRefreshToken } from './grants.ts';
import type { Granted, IssuedCode, RefreshContent, TokenForm } from './grants.ts';
import { EntraRefusal } from './refusal.ts';
import type { Seal } from './sealed.ts';
import { askedScopes, permissionsFor } from './scopes.ts';
import type { AskedScopes } from './scopes.ts';
import { checkQuietly } from './sign-in-rules.ts';
import { TOKEN_LIFE_SECONDS } from './tokens.ts';

const DAY_MS = 86_400_000;
const REFRESH_DAYS = 90;
const OBO = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** What the token endpoint works with. */
export interface TokenDesk {
  authorities: Authorities;
  codes: Map<string, IssuedCode>;
  seal: Seal;
  now: () => number;
}

type Answer = Record<string, unknown>;

/** Answers a token request at a tenant's address, or at the shared one (null). @throws EntraRefusal */
export async function grantToken(desk: TokenDesk, house: House | null, form: TokenForm): Promise<Answer> {
  const kind = needed(form, 'grant_type');
  const clientId = needed(form, 'client_id');
  checkClient(desk, house, clientId, kind, form);
  const claims = claimsRequest(form.get('claims'));
  const now = desk.now();
  switch (kind) {
    case 'client_credentials':
      return applicationAnswer(house, form);
    case OBO:
      needed(form, 'scope');
      return personAnswer(desk, await redeemAssertion(desk.authorities, house, form, claims), form, claims);
    case 'refresh_token': {
      const { content, ...granted } = redeemRefreshToken(desk.authorities, desk.seal, house, form, claims, now);
      return personAnswer(desk, granted, form, claims, content);
    }
    case 'authorization_code': {
      const isSpa = desk.codes.get(form.get('code') ?? '')?.platform === 'spa';
      const granted = redeemCode(desk.authorities, desk.codes, house, form, now);
      return personAnswer(desk, granted, form, claims, isSpa ? { isSpa, expiresAt: now + DAY_MS } : undefined);
    }
    default:
      throw new EntraRefusal('unsupported_grant_type', 70003, `The app requested an unsupported grant type '${kind}'.`);
  }
}

function checkClient(desk: TokenDesk, house: House | null, clientId: string, kind: string, form: TokenForm): void {
  const { tenant } = house ?? desk.authorities.first;
  if (clientId !== tenant.apps.clientId) {
    throw unknownApplication(clientId, tenant.organisation.tenant.name);
  }
  const secret = form.get('client_secret');
  if (form.has('client_assertion')) {
    throw new EntraRefusal(
      'invalid_client',
      700027,
      `Client assertion failed signature validation. No certificate is registered for the application '${clientId}'.`,
    );
  }
  if (secret === undefined || secret === '') {
    const platform = desk.codes.get(form.get('code') ?? '')?.platform ?? 'publicClient';
    const isPublic = kind === 'refresh_token' || (kind === 'authorization_code' && platform !== 'web');
    if (!isPublic) {
      throw new EntraRefusal(
        'invalid_client',
        7000218,
        "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
      );
    }
  } else if (secret !== tenant.apps.clientSecret) {
    throw new EntraRefusal(
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    );
  }
}

/** The refusal of an application nobody registered. */
export function unknownApplication(clientId: string, tenantName: string): EntraRefusal {
  return new EntraRefusal(
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${tenantName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  );
}

async function applicationAnswer(house: House | null, form: TokenForm): Promise<Answer> {
  const scope = needed(form, 'scope');
  if (house === null) {
    throw new EntraRefusal(
      'invalid_request',
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    );
  }
  const { tenant, office } = house;
  const { clientId } = tenant.apps;
  if (!scope.endsWith('/.default')) {
    throw new EntraRefusal(
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  }
  const { isInstalled, roles } = tenant.register.application;
  if (!isInstalled) {
    throw new EntraRefusal(
      'invalid_client',
      7000229,
      `The client application ${clientId} is missing service principal in the tenant ${tenant.id}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
    );
  }
  askedScopes(tenant, scope);
  return {
    token_type: 'Bearer',
    expires_in: TOKEN_LIFE_SECONDS,
    ext_expires_in: TOKEN_LIFE_SECONDS,
    access_token: await office.appToken(clientId, roles),
  };
}

async function personAnswer(
  desk: TokenDesk,
  granted: Granted,
  form: TokenForm,
  claims: ClaimsRequest,
  refreshed?: Pick<RefreshContent, 'isSpa' | 'expiresAt'>,
): Promise<Answer> {
  const { resident, proof } = granted;
  const { tenant, office } = resident.house;
  const clientId = tenant.apps.clientId;
  const asked = askedScopes(tenant, form.get('scope') ?? granted.scope);
  checkQuietly(desk.authorities, resident, asked, proof, claims);
  const traits = { proof, isChallengeable: claims.isChallengeable };
  const permissions = permissionsFor(tenant, resident.person.id, asked);
  const [accessToken, idToken] = await Promise.all([
    asked.resource === 'api'
      ? office.apiToken(resident.person, clientId, traits)
      : office.graphToken(resident.person, clientId, permissions.join(' '), traits),
    office.idToken(resident.person, clientId, granted.nonce),
  ]);
  return {
    token_type: 'Bearer',
    scope: echoedScope(asked),
    expires_in: TOKEN_LIFE_SECONDS,
    ext_expires_in: TOKEN_LIFE_SECONDS,
    access_token: accessToken,
    ...(asked.openid.has('offline_access') ? { refresh_token: refreshToken(desk, granted, asked, refreshed) } : {}),
    ...(asked.openid.has('openid') ? { id_token: idToken } : {}),
    ...(form.get('client_info') === '1' ? { client_info: office.clientInfo(resident.person) } : {}),
  };
}

/** What was asked for, with the OpenID scopes that go without saying. */
function echoedScope({ text, openid }: AskedScopes): string {
  const missing = ['openid', 'profile', 'email'].filter((one) => !openid.has(one));
  return [...text.split(' ').filter((one) => one !== 'offline_access'), ...missing].join(' ');
}

/** A new refresh token; the old one stays good too, as Entra leaves it. A single page app's never lives longer than the first. */
function refreshToken(
  desk: TokenDesk,
  { resident, proof }: Granted,
  asked: AskedScopes,
  refreshed: Pick<RefreshContent, 'isSpa' | 'expiresAt'> | undefined,
): string {
  const { tenant } = resident.house;
  const isSpa = refreshed?.isSpa === true;
  const content: RefreshContent = {
    tenantId: tenant.id,
    personId: resident.person.id,
    clientId: tenant.apps.clientId,
    scope: asked.text,
    sessionId: tenant.register.sessionId(resident.person.id),
    proof: { amr: [...proof.amr], acrs: [...proof.acrs] },
    issuedAt: desk.now(),
    expiresAt: isSpa ? refreshed.expiresAt : desk.now() + REFRESH_DAYS * DAY_MS,
    isSpa,
  };
  return desk.seal.close('refresh', content);
}
