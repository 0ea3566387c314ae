import { Router, urlencoded } from 'express';
import type { Response } from 'express';
import { createHash } from 'node:crypto';
import { freshGuid } from '../tenant/identifiers.ts';
import { graphInstant } from '../calendar/local-time.ts';
import type { TokenOffice } from './tokens.ts';
import { GRAPH_AUDIENCE, TOKEN_LIFE_SECONDS, personNamed } from './tokens.ts';
import { pickerPage } from './sign-in.ts';
import type { Faults } from '../local/faults.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

const OPENID_SCOPES = new Set(['openid', 'profile', 'email', 'offline_access']);

interface Grant {
  personId: string;
  clientId: string;
  redirectUri: string;
  scope: string;
  nonce: string | undefined;
  challenge: string | undefined;
}

/** A refusal of the token endpoint, in Entra's words. */
class TokenRefusal extends Error {
  readonly error: string;
  readonly code: number;
  readonly more: Record<string, unknown>;

  constructor(error: string, code: number, message: string, more: Record<string, unknown> = {}) {
    super(message);
    this.error = error;
    this.code = code;
    this.more = more;
  }
}

/** Addresses a client reads before it asks for tokens. */
export function openidConfiguration(origin: string, tenantId: string, issuer: string): Record<string, unknown> {
  const base = `${origin}/${tenantId}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer,
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'preferred_username', 'name', 'tid', 'ver', 'oid'],
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
  };
}

/** Discovery, keys, sign-in page and token endpoint of the tenant. */
export function entraRouter(
  tenant: Tenant,
  office: TokenOffice,
  faults: Faults,
  settings: { origin: string; applicationRoles: readonly string[] },
): Router {
  const router = Router();
  const codes = new Map<string, Grant>();
  const base = `/${tenant.id}`;
  router.get(
    [`${base}/v2.0/.well-known/openid-configuration`, '/common/v2.0/.well-known/openid-configuration'],
    (_request, response) => {
      response.json(openidConfiguration(settings.origin, tenant.id, office.issuer));
    },
  );
  router.get(`${base}/discovery/v2.0/keys`, (_request, response) => {
    response.json({ keys: [{ ...office.key.publicJwk, issuer: office.issuer }] });
  });
  router.get(`${base}/oauth2/v2.0/authorize`, (request, response) => {
    const asked = new URLSearchParams(request.url.split('?')[1] ?? '');
    const person = tenant.person(asked.get('person') ?? '');
    if (person === undefined) {
      response.type('html').send(pickerPage(tenant, asked));
      return;
    }
    const code = freshGuid();
    codes.set(code, {
      personId: person.id,
      clientId: asked.get('client_id') ?? '',
      redirectUri: asked.get('redirect_uri') ?? '',
      scope: asked.get('scope') ?? 'openid',
      nonce: asked.get('nonce') ?? undefined,
      challenge: asked.get('code_challenge') ?? undefined,
    });
    const back = new URLSearchParams({ code, state: asked.get('state') ?? '', session_state: freshGuid() });
    const separator = asked.get('response_mode') === 'fragment' ? '#' : '?';
    response.redirect(`${asked.get('redirect_uri') ?? '/'}${separator}${back.toString()}`);
  });
  router.post(`${base}/oauth2/v2.0/token`, urlencoded({ extended: false, limit: '1mb' }), async (request, response) => {
    const form = new Map(Object.entries((request.body ?? {}) as Record<string, string>));
    const personId = personNamed(form.get('assertion'));
    await faults.around({ method: 'POST', path: request.path, personId, request, response, form }, async () => {
      try {
        response
          .set('Cache-Control', 'no-store')
          .json(await grant(tenant, office, settings.applicationRoles, codes, form));
      } catch (refusal) {
        if (!(refusal instanceof TokenRefusal)) {
          throw refusal;
        }
        sendRefusal(response, tenant.now(), refusal);
      }
    });
  });
  return router;
}

function sendRefusal(response: Response, now: number, refusal: TokenRefusal): void {
  response.status(refusal.error === 'invalid_client' ? 401 : 400).json({
    error: refusal.error,
    error_description: `AADSTS${String(refusal.code)}: ${refusal.message}`,
    error_codes: [refusal.code],
    timestamp: graphInstant(now),
    trace_id: freshGuid(),
    correlation_id: freshGuid(),
    ...refusal.more,
  });
}

async function grant(
  tenant: Tenant,
  office: TokenOffice,
  roles: readonly string[],
  codes: Map<string, Grant>,
  form: ReadonlyMap<string, string>,
): Promise<Record<string, unknown>> {
  const clientId = form.get('client_id') ?? '';
  const kind = form.get('grant_type') ?? '';
  if (clientId !== tenant.apps.clientId) {
    throw new TokenRefusal(
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${tenant.organisation.tenant.name}'.`,
    );
  }
  if (kind !== 'authorization_code' && form.get('client_secret') !== tenant.apps.clientSecret) {
    throw new TokenRefusal('invalid_client', 7000215, `Invalid client secret provided for app '${clientId}'.`);
  }
  switch (kind) {
    case 'client_credentials':
      return {
        token_type: 'Bearer',
        expires_in: TOKEN_LIFE_SECONDS,
        ext_expires_in: TOKEN_LIFE_SECONDS,
        access_token: await office.appToken(clientId, roles),
      };
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return answer(tenant, office, await personOfAssertion(tenant, office, form), clientId, form.get('scope') ?? '');
    case 'refresh_token':
      return answer(
        tenant,
        office,
        await personOfRefreshToken(tenant, office, form.get('refresh_token') ?? ''),
        clientId,
        form.get('scope') ?? 'openid',
      );
    case 'authorization_code': {
      const known = redeem(codes, form);
      const person = tenant.person(known.personId);
      if (person === undefined) {
        throw new TokenRefusal('invalid_grant', 50034, 'The user account does not exist in the directory.');
      }
      return answer(tenant, office, person, clientId, form.get('scope') ?? known.scope, known.nonce);
    }
    default:
      throw new TokenRefusal('unsupported_grant_type', 70003, `The app requested an unsupported grant type '${kind}'.`);
  }
}

function redeem(codes: Map<string, Grant>, form: ReadonlyMap<string, string>): Grant {
  const code = form.get('code') ?? '';
  const known = codes.get(code);
  codes.delete(code);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (
    known === undefined ||
    known.redirectUri !== form.get('redirect_uri') ||
    (known.challenge !== undefined && known.challenge !== challenge)
  ) {
    throw new TokenRefusal(
      'invalid_grant',
      54005,
      'The authorization code is unknown, was already used, or its proof does not match.',
    );
  }
  return known;
}

async function personOfAssertion(
  tenant: Tenant,
  office: TokenOffice,
  form: ReadonlyMap<string, string>,
): Promise<DirectoryPerson> {
  if (form.get('requested_token_use') !== 'on_behalf_of') {
    throw new TokenRefusal(
      'invalid_request',
      900144,
      "The request body must contain 'requested_token_use' with the value 'on_behalf_of'.",
    );
  }
  return personOf(tenant, office, form.get('assertion') ?? '', tenant.apps.clientId);
}

async function personOf(
  tenant: Tenant,
  office: TokenOffice,
  token: string,
  audience: string,
): Promise<DirectoryPerson> {
  try {
    const claims = await office.verify(token, audience);
    const person = typeof claims['oid'] === 'string' ? tenant.people.get(claims['oid']) : undefined;
    if (person !== undefined && typeof claims['scp'] === 'string') {
      return person;
    }
  } catch (fault) {
    const isExpired = fault instanceof Error && 'code' in fault && fault.code === 'ERR_JWT_EXPIRED';
    throw isExpired
      ? new TokenRefusal(
          'invalid_grant',
          500133,
          'Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion.',
        )
      : new TokenRefusal(
          'invalid_grant',
          500131,
          'Assertion audience does not match the Client app presenting the assertion, or its signature is not ours.',
        );
  }
  throw new TokenRefusal('invalid_grant', 500131, 'Assertion is not a token of a user.');
}

function personOfRefreshToken(tenant: Tenant, office: TokenOffice, token: string): Promise<DirectoryPerson> {
  return personOf(tenant, office, token, 'refresh');
}

async function answer(
  tenant: Tenant,
  office: TokenOffice,
  person: DirectoryPerson,
  clientId: string,
  asked: string,
  nonce?: string,
): Promise<Record<string, unknown>> {
  const scopes = asked.split(' ').filter((scope) => scope !== '');
  const isOwnApi = scopes.some((scope) => scope.includes('access_as_user') || scope === `${clientId}/.default`);
  const graphScopes = scopes
    .filter((scope) => !OPENID_SCOPES.has(scope))
    .map((scope) => scope.replace(`${GRAPH_AUDIENCE}/`, ''));
  return {
    token_type: 'Bearer',
    scope: [
      ...scopes,
      ...[...OPENID_SCOPES].filter((scope) => !scopes.includes(scope) && scope !== 'offline_access'),
    ].join(' '),
    expires_in: TOKEN_LIFE_SECONDS,
    ext_expires_in: TOKEN_LIFE_SECONDS,
    access_token: isOwnApi
      ? await office.apiToken(person, clientId)
      : await office.graphToken(person, clientId, graphScopes.join(' ')),
    refresh_token: await office.sign({
      aud: 'refresh',
      oid: person.id,
      scp: asked,
      exp: Math.floor(tenant.now() / 1000) + 86_400,
    }),
    id_token: await office.idToken(person, clientId, nonce),
    client_info: office.clientInfo(person),
  };
}
