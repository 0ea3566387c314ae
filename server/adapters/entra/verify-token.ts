import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { instantFromMilliseconds, millisecondsOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import { Failure } from '#server/ports/failures.ts';
import type { Identity } from '#server/ports/identity.ts';
import type { Clock, Logger } from '#server/ports/system.ts';
import { forTenant } from './entra-config.ts';
import type { EntraConfig } from './entra-config.ts';
import { actorKey, fingerprintOf, untilExpiry } from './held-tokens.ts';

const longestToken = 16_384;
const mostTokens = 5_000;
const skewSeconds = 60;
/** The application role an organisation assigns in Entra to whoever looks after its policies (docs/tenant.md). */
const administratorRole = 'Duologue.Administrator';
/** The one it assigns to whoever sees to it that one-to-ones happen; what is said in them it does not open. */
const hrRole = 'Duologue.HR';

const guid = z.string().regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);

const delegatedClaims = z.object({
  iss: z.string(),
  tid: guid,
  oid: guid,
  ver: z.literal('2.0'),
  exp: z.number(),
  nbf: z.number(),
  iat: z.number(),
  scp: z.string().refine((scopes) => scopes.split(' ').includes('access_as_user')),
  azp: z.string(),
  idtyp: z.literal('user').optional(),
  roles: z.array(z.string()).default([]),
});

/** People by their Microsoft Entra tokens; also gives out the token held for a person. */
export interface HeldIdentity extends Omit<Identity, 'holds'> {
  /** The newest token held for this person; null: none, or no longer good. */
  assertionOf(actor: Actor): string | null;
}

interface Verified {
  readonly actor: Actor;
  readonly expiresAt: Instant;
}

/**
 * Takes only delegated v2.0 access tokens for this application, signed by Entra for a tenant that uses Duologue.
 * A person is tenant and object id, never an address.
 */
export function entraIdentity(
  config: EntraConfig,
  needs: { readonly clock: Clock; readonly log: Logger },
): HeldIdentity {
  const keys = createRemoteJWKSet(new URL(config.jwksUri), { timeoutDuration: 5_000, cooldownDuration: 30_000 });
  const verified = untilExpiry<Verified>(needs.clock, mostTokens);
  const held = untilExpiry<string>(needs.clock, mostTokens);
  const issuers = config.tenants.map((tenantId) => forTenant(config.issuerTemplate, tenantId));

  /** Keys of the shared document may be bound to one issuer; such a key signs for no other tenant. */
  function isKeyOfTenant(keyId: string | undefined, tenantId: string, issuer: string): boolean {
    const key = keys.jwks()?.keys.find((one) => one.kid === keyId) as { readonly issuer?: unknown } | undefined;
    return typeof key?.issuer !== 'string' || forTenant(key.issuer, tenantId) === issuer;
  }

  async function check(token: string): Promise<Verified> {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      audience: config.clientId,
      issuer: issuers,
      clockTolerance: skewSeconds,
      currentDate: new Date(millisecondsOf(needs.clock.now())),
    });
    const claims = claimsOf(payload);
    const mayCall = config.clients === null || config.clients.includes(claims.azp);
    const isOwnIssuer = claims.iss === forTenant(config.issuerTemplate, claims.tid);
    if (!mayCall || !isOwnIssuer || !isKeyOfTenant(protectedHeader.kid, claims.tid, claims.iss))
      throw new TokenRefused('tenant-or-client');
    return {
      actor: {
        tenantId: claims.tid,
        personId: claims.oid,
        ...(claims.roles.includes(administratorRole) ? { isAdministrator: true } : {}),
        ...(claims.roles.includes(hrRole) ? { isHr: true } : {}),
      },
      expiresAt: instantFromMilliseconds(claims.exp * 1000),
    };
  }

  return {
    async verify(token) {
      if (token.length > longestToken) throw new Refusal('not-signed-in');
      const fingerprint = fingerprintOf(token);
      const known = verified.get(fingerprint);
      if (known !== null) return known;
      try {
        const fresh = await check(token);
        verified.keep(fingerprint, fresh, fresh.expiresAt);
        return fresh;
      } catch (error) {
        throw noFrom(error, needs.log);
      }
    },
    hold(actor, token, expiresAt) {
      const before = held.get(actorKey(actor));
      held.keep(actorKey(actor), token, expiresAt);
      return held.get(actorKey(actor)) !== before;
    },
    isHere(actor) {
      return held.get(actorKey(actor)) !== null;
    },
    assertionOf(actor) {
      return held.get(actorKey(actor));
    },
  };
}

class TokenRefused extends Error {}

function claimsOf(payload: JWTPayload): z.infer<typeof delegatedClaims> {
  const claims = delegatedClaims.safeParse(payload);
  if (!claims.success) throw new TokenRefused(claims.error.issues.map((issue) => issue.path.join('.')).join(' '));
  return claims.data;
}

function noFrom(error: unknown, log: Logger): Error {
  if (error instanceof TokenRefused) {
    log.info('token-refused', { why: error.message });
    return new Refusal('not-signed-in');
  }
  const isAboutToken =
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTExpired ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported;
  if (!isAboutToken) return new Failure('outlook-unavailable', { outsideCode: 'signing-keys-unreachable' }, error);
  log.info('token-refused', { why: error instanceof errors.JOSEError ? error.code : 'not-a-token' });
  return new Refusal('not-signed-in');
}
