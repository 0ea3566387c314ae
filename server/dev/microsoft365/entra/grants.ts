import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Authorities, House, Resident } from './authorities.ts';
import type { ClaimsRequest } from './claims-request.ts';
import { EntraRefusal, missingParameter } from './refusal.ts';
import type { Seal } from './sealed.ts';
import { sessionRevoked } from './sign-in-rules.ts';
import { proofIn, tenantNamed } from './tokens.ts';
import type { SignInProof } from './tokens.ts';

/** Who a grant is for, with what they proved when they signed in. */
export interface Granted {
  resident: Resident;
  proof: SignInProof;
  /** What was asked for when the grant was made, for a request that asks for nothing itself. */
  scope: string;
  nonce?: string;
}

/** A code on its way from the sign-in page to the token endpoint. */
export interface IssuedCode {
  tenantId: string;
  personId: string;
  clientId: string;
  redirectUri: string;
  platform: 'web' | 'spa' | 'publicClient';
  scope: string;
  nonce: string | undefined;
  challenge: { method: 'plain' | 'S256'; value: string } | undefined;
  proof: SignInProof;
  sessionId: string;
  expiresAt: number;
  isRedeemed: boolean;
}

/** The form of a token request, read. */
export type TokenForm = ReadonlyMap<string, string>;

const refreshContent = z.object({
  tenantId: z.string(),
  personId: z.string(),
  clientId: z.string(),
  scope: z.string(),
  sessionId: z.string(),
  proof: z.object({ amr: z.array(z.string()), acrs: z.array(z.string()) }),
  issuedAt: z.number(),
  expiresAt: z.number(),
  isSpa: z.boolean(),
});

/** What a refresh token holds, closed up. */
export type RefreshContent = z.infer<typeof refreshContent>;

/** Redeems a code, once. @throws EntraRefusal */
export function redeemCode(
  authorities: Authorities,
  codes: Map<string, IssuedCode>,
  house: House | null,
  form: TokenForm,
  now: number,
): Granted {
  const issued = codes.get(needed(form, 'code'));
  if (issued === undefined) {
    throw new EntraRefusal('invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.');
  }
  if (issued.isRedeemed) {
    throw new EntraRefusal(
      'invalid_grant',
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    );
  }
  if (house !== null && house.tenant.id !== issued.tenantId) {
    throw new EntraRefusal(
      'invalid_grant',
      700005,
      'Provided Authorization Code is intended to use against other tenant, thus rejected.',
    );
  }
  if (issued.expiresAt <= now) {
    throw new EntraRefusal(
      'invalid_grant',
      70008,
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    );
  }
  if (issued.redirectUri !== needed(form, 'redirect_uri')) {
    throw new EntraRefusal(
      'invalid_client',
      500112,
      `The reply address '${form.get('redirect_uri') ?? ''}' does not match the reply address '${issued.redirectUri}' provided when requesting Authorization code.`,
    );
  }
  if (issued.challenge !== undefined && !proves(form.get('code_verifier') ?? '', issued.challenge)) {
    throw new EntraRefusal(
      'invalid_grant',
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
  }
  issued.isRedeemed = true;
  const { scope, proof, nonce } = issued;
  return {
    resident: residentOf(authorities, issued.tenantId, issued.personId),
    scope,
    proof,
    ...(nonce === undefined ? {} : { nonce }),
  };
}

/** Opens a refresh token. @throws EntraRefusal */
export function redeemRefreshToken(
  authorities: Authorities,
  seal: Seal,
  house: House | null,
  form: TokenForm,
  claims: ClaimsRequest,
  now: number,
): Granted & { content: RefreshContent } {
  const opened = refreshContent.safeParse(seal.open('refresh', needed(form, 'refresh_token')));
  if (!opened.success || opened.data.clientId !== form.get('client_id')) {
    throw new EntraRefusal('invalid_grant', 70000, 'Provided grant is invalid or malformed.');
  }
  const content = opened.data;
  if (content.expiresAt <= now) {
    throw content.isSpa
      ? new EntraRefusal(
          'invalid_grant',
          700084,
          'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
        )
      : new EntraRefusal('invalid_grant', 700082, 'The refresh token has expired due to inactivity.');
  }
  const home = residentOf(authorities, content.tenantId, content.personId);
  if (home.house.tenant.register.sessionId(home.person.id) !== content.sessionId) {
    throw sessionRevoked(home.house.tenant, home.person.id, content.issuedAt, claims);
  }
  return { resident: inTenant(authorities, home, house), proof: content.proof, scope: content.scope, content };
}

/** Whoever an assertion speaks for. @throws EntraRefusal */
export async function redeemAssertion(
  authorities: Authorities,
  house: House | null,
  form: TokenForm,
  claims: ClaimsRequest,
): Promise<Granted> {
  if (form.get('requested_token_use') !== 'on_behalf_of') {
    throw missingParameter('requested_token_use');
  }
  const assertion = needed(form, 'assertion');
  const own = house ?? authorities.house(tenantNamed(assertion) ?? '');
  if (own === undefined) {
    throw signatureRefused();
  }
  const { tenant, office } = own;
  const verified = await office.verify(assertion, tenant.apps.clientId).catch((fault: unknown) => {
    throw assertionFault(fault);
  });
  // Only a token of a person has scopes; an application's has roles.
  if (typeof verified['scp'] !== 'string') {
    throw new EntraRefusal(
      'invalid_request',
      7000114,
      `Application '${tenant.apps.clientId}' is not allowed to make application on-behalf-of calls.`,
    );
  }
  const resident = residentOf(authorities, tenant.id, typeof verified['oid'] === 'string' ? verified['oid'] : '');
  if (verified['sid'] !== tenant.register.sessionId(resident.person.id)) {
    throw sessionRevoked(tenant, resident.person.id, (verified.iat ?? 0) * 1000, claims);
  }
  return { resident, proof: proofIn(verified), scope: '' };
}

/** A parameter of the form. @throws EntraRefusal when it is missing or empty */
export function needed(form: TokenForm, name: string): string {
  const value = form.get(name);
  if (value === undefined || value === '') {
    throw missingParameter(name);
  }
  return value;
}

/** Somebody in the tenant whose door they knock at: themselves at home, their guest account elsewhere. @throws EntraRefusal when they have none */
export function inTenant(authorities: Authorities, home: Resident, house: House | null): Resident {
  if (house === null || house === home.house) {
    return home;
  }
  const guest = authorities.guestIn(house, home);
  if (guest === undefined) {
    const { apps, organisation } = house.tenant;
    throw new EntraRefusal(
      'invalid_grant',
      50020,
      `User account '${home.person.mail}' from identity provider 'https://sts.windows.net/${home.house.tenant.id}/' does not exist in tenant '${organisation.tenant.name}' and cannot access the application '${apps.clientId}'(${apps.name}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.`,
    );
  }
  return { house, person: guest };
}

function residentOf(authorities: Authorities, tenantId: string, personId: string): Resident {
  const house = authorities.house(tenantId);
  const person = house?.tenant.people.get(personId);
  if (house === undefined || person === undefined) {
    throw new EntraRefusal(
      'invalid_grant',
      50034,
      'The user account does not exist in the directory. To sign into this application, the account must be added to the directory.',
    );
  }
  return { house, person };
}

function proves(verifier: string, { method, value }: { method: 'plain' | 'S256'; value: string }): boolean {
  return value === (method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url'));
}

function assertionFault(fault: unknown): EntraRefusal {
  const { code, claim } = (fault ?? {}) as { code?: unknown; claim?: unknown };
  if (code === 'ERR_JWT_EXPIRED' || claim === 'nbf') {
    return new EntraRefusal(
      'invalid_grant',
      500133,
      'Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token.',
    );
  }
  return claim === 'aud'
    ? new EntraRefusal(
        'invalid_grant',
        500131,
        'Assertion audience does not match the Client app presenting the assertion. The audience in the assertion must be the application that presents it.',
      )
    : signatureRefused();
}

function signatureRefused(): EntraRefusal {
  return new EntraRefusal('invalid_grant', 50013, 'Assertion failed signature validation.');
}
