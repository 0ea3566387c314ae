import type { Request } from 'express';
import type { JWTPayload } from 'jose';
import { GRAPH_AUDIENCE, textsOf } from '../entra/tokens.ts';
import type { TokenOffice } from '../entra/tokens.ts';
import { GraphError } from './error.ts';
import type { Caller } from './request.ts';
import type { Tenant } from '../tenant/tenant.ts';

const AUTHORIZE = 'https://login.microsoftonline.com/common/oauth2/authorize';
const GRAPH_APP = '00000003-0000-0000-c000-000000000000';

/** Whoever a request's token speaks for. @throws GraphError 401 for a token Graph would not take */
export async function callerOf(tenant: Tenant, office: TokenOffice, request: Request): Promise<Caller> {
  const token = /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (token === undefined) {
    throw unauthorised('Access token is empty.');
  }
  const claims = await verified(office, token);
  const person = typeof claims['oid'] === 'string' ? (tenant.people.get(claims['oid']) ?? null) : null;
  const isApp = claims['idtyp'] === 'app';
  if (!isApp) {
    if (person === null) {
      throw unauthorised('Access token validation failure. The user is unknown.');
    }
    checkSession(tenant, person.id, claims);
  }
  const scopes = typeof claims['scp'] === 'string' ? claims['scp'].split(' ') : [];
  return {
    person: isApp ? null : person,
    appId: typeof claims['appid'] === 'string' ? claims['appid'] : '',
    permissions: new Set(isApp ? textsOf(claims['roles']) : scopes),
  };
}

/** A client that understands challenges hears at once that a session ended; the token of any other lives until it expires. */
function checkSession(tenant: Tenant, personId: string, claims: JWTPayload): void {
  const { enabled, sessionsValidFrom } = tenant.register.account(personId);
  const isRevoked = !enabled || claims['sid'] !== tenant.register.sessionId(personId);
  if (!isRevoked || !textsOf(claims['xms_cc']).includes('cp1')) {
    return;
  }
  const since = Math.floor((enabled ? sessionsValidFrom : tenant.now()) / 1000);
  const challenge = JSON.stringify({ access_token: { nbf: { essential: true, value: String(since) } } });
  const words = `Continuous access evaluation resulted in challenge with result: InteractionRequired and code: ${enabled ? 'TokenIssuedBeforeRevocationTimestamp' : 'UserDisabledOrDeleted'}`;
  throw unauthorised(
    words,
    `, client_id="${GRAPH_APP}", error_description="${words}", error="insufficient_claims", claims="${Buffer.from(challenge).toString('base64')}"`,
  );
}

async function verified(office: TokenOffice, token: string): Promise<JWTPayload> {
  if (!token.includes('.')) {
    throw unauthorised(
      "IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact Serialization Format. (JWS): 'EncodedHeader.EndcodedPayload.EncodedSignature'. (JWE): 'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.EncodedAuthenticationTag'.",
    );
  }
  try {
    return await office.verify(token, GRAPH_AUDIENCE);
  } catch (fault) {
    throw unauthorised(whyNot(fault));
  }
}

function whyNot(fault: unknown): string {
  const { code, claim } = (fault ?? {}) as { code?: unknown; claim?: unknown };
  if (code === 'ERR_JWT_EXPIRED' || claim === 'nbf') {
    return 'Lifetime validation failed, the token is expired.';
  }
  if (claim === 'aud') {
    return 'Access token validation failure. Invalid audience.';
  }
  const isSignature = code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' || code === 'ERR_JWKS_NO_MATCHING_KEY';
  return isSignature ? 'Signature is invalid.' : 'Access token validation failure.';
}

function unauthorised(message: string, challenge = ''): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate': `Bearer realm="", authorization_uri="${AUTHORIZE}"${challenge}`,
  });
}
