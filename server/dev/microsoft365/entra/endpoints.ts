import { Router, urlencoded } from 'express';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { adminConsent } from './admin-consent.ts';
import type { Authorities, House } from './authorities.ts';
import { authorize } from './authorize.ts';
import { returnsTo, tenantFor } from './authorize-request.ts';
import { html, sendPage } from './pages/page-frame.ts';
import { EntraRefusal, sendRefusal, traceOf } from './refusal.ts';
import type { Seal } from './sealed.ts';
import { forgetSession } from './sign-in-session.ts';
import { grantToken } from './token-endpoint.ts';
import type { TokenDesk } from './token-endpoint.ts';
import { personNamed } from './tokens.ts';
import type { Faults } from '../local/faults.ts';

/** What Entra needs beyond its tenants. */
export interface EntraSettings {
  origin: string;
  seal: Seal;
  now: () => number;
  /** Application permissions the application asks an administrator for. */
  applicationRoles: readonly string[];
}

/** Addresses a client reads before it asks for tokens; `tenant` is a tenant's id, or a shared name with its issuer a template. */
export function openidConfiguration(origin: string, tenant: string, issuer: string): Record<string, unknown> {
  const base = `${origin}/${tenant}`;
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

/** Discovery, keys, sign-in, consent and tokens of every tenant. */
export function entraRouter(authorities: Authorities, faults: Faults, settings: EntraSettings): Router {
  const router = Router();
  const { origin, seal, now } = settings;
  const desk: TokenDesk = { authorities, codes: new Map(), seal, now };
  const form = urlencoded({ extended: false, limit: '1mb' });
  router.get('/:tenant/v2.0/.well-known/openid-configuration', (request, response) => {
    answered(settings, request, response, () => {
      const name = request.params.tenant;
      const { house } = tenantFor(authorities, name);
      response
        .set('Access-Control-Allow-Origin', '*')
        .json(
          openidConfiguration(origin, house?.tenant.id ?? name, house?.office.issuer ?? `${origin}/{tenantid}/v2.0`),
        );
    });
  });
  router.get('/:tenant/discovery/v2.0/keys', (request, response) => {
    answered(settings, request, response, () => {
      const { house } = tenantFor(authorities, request.params.tenant);
      const keys = (house === null ? authorities.houses : [house]).flatMap(({ office }) =>
        office.keys.published.map(({ publicJwk }) => ({ ...publicJwk, issuer: office.issuer })),
      );
      response.set('Access-Control-Allow-Origin', '*').json({ keys });
    });
  });
  const visited = (request: Request, response: Response): void => {
    authorize(desk, request, response);
  };
  router.get('/:tenant/oauth2/v2.0/authorize', visited);
  router.post('/:tenant/oauth2/v2.0/authorize', form, visited);
  const decided = (request: Request, response: Response): void => {
    adminConsent(desk, settings.applicationRoles, request, response);
  };
  router.get(['/:tenant/v2.0/adminconsent', '/:tenant/adminconsent'], decided);
  router.post(['/:tenant/v2.0/adminconsent', '/:tenant/adminconsent'], form, decided);
  router.get('/:tenant/oauth2/v2.0/logout', (request, response) => {
    signOut(authorities, request, response);
  });
  router.post('/:tenant/oauth2/v2.0/token', form, (request, response) => token(desk, faults, request, response));
  router.use(unreadable(now));
  return router;
}

/** Answers what could not even be read, such as a form that is too large, as Entra would: in its envelope. */
function unreadable(now: () => number): ErrorRequestHandler {
  return (fault: unknown, request, response, next) => {
    const status = typeof fault === 'object' && fault !== null && 'status' in fault ? fault.status : undefined;
    if (typeof status !== 'number' || status >= 500) {
      next(fault);
      return;
    }
    const refusal = new EntraRefusal('invalid_request', 90013, 'Invalid input received from the user.');
    sendRefusal(response, refusal, traceOf(now(), request.get('client-request-id')), status);
  };
}

async function token(desk: TokenDesk, faults: Faults, request: Request, response: Response): Promise<void> {
  response.set('Access-Control-Allow-Origin', '*');
  const asked = readForm(request);
  const personId = personNamed(asked.get('assertion'));
  await faults.around({ method: 'POST', path: request.path, personId, request, response, form: asked }, async () => {
    const correlation = asked.get('client-request-id') ?? request.get('client-request-id');
    try {
      const { house } = tenantFor(desk.authorities, String(request.params['tenant']));
      const granted = await grantToken(desk, house, asked);
      response.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' }).json(granted);
    } catch (refusal) {
      if (!(refusal instanceof EntraRefusal)) {
        throw refusal;
      }
      sendRefusal(response, refusal, traceOf(desk.now(), correlation));
    }
  });
}

/** The form, with the application's id and secret from the header where they came that way. */
function readForm(request: Request): Map<string, string> {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const form = new Map(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const basic = /^Basic\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  const [id, ...secret] = Buffer.from(basic ?? '', 'base64')
    .toString()
    .split(':');
  if (basic !== undefined && id !== undefined) {
    // Each half is encoded as in a form before they are put together.
    const [read] = new URLSearchParams(`${id}=${secret.join(':')}`);
    form.set('client_id', read?.[0] ?? '');
    form.set('client_secret', read?.[1] ?? '');
  }
  return form;
}

function signOut(authorities: Authorities, request: Request, response: Response): void {
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  const house: House = authorities.house(String(request.params['tenant'])) ?? authorities.first;
  const address = query.get('post_logout_redirect_uri');
  const state = query.get('state');
  forgetSession(response);
  if (address !== null && returnsTo(house.tenant, address)) {
    const next = new URL(address);
    if (state !== null) next.searchParams.set('state', state);
    response.redirect(303, next.toString());
    return;
  }
  sendPage(response, {
    tenant: house.tenant.organisation.tenant.name,
    title: 'You signed out of your account',
    body: html`<p>It’s a good idea to close all browser windows.</p>`,
  });
}

function answered(settings: EntraSettings, request: Request, response: Response, work: () => void): void {
  try {
    work();
  } catch (refusal) {
    if (!(refusal instanceof EntraRefusal)) {
      throw refusal;
    }
    const told = new EntraRefusal('invalid_tenant', refusal.code, refusal.message);
    sendRefusal(response, told, traceOf(settings.now(), request.get('client-request-id')));
  }
}
