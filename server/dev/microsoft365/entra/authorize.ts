import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Authorities, House, Resident } from './authorities.ts';
import { authorizeRequest, returnAddress, tenantFor } from './authorize-request.ts';
import type { AuthorizeRequest, ReturnAddress } from './authorize-request.ts';
import { sendBack } from './authorize-return.ts';
import { inTenant } from './grants.ts';
import type { IssuedCode } from './grants.ts';
import { approvalPage, consentPage, refusedPage, stepUpPage } from './pages/consent-page.ts';
import { sendPage } from './pages/page-frame.ts';
import { pickerPage } from './pages/picker-page.ts';
import { EntraRefusal, accountDisabled, describedRefusal, traceOf } from './refusal.ts';
import { needsAdministrator, permissionsFor } from './scopes.ts';
import { interactionRequired, stepUpFor, steppedUp } from './sign-in-rules.ts';
import { browserSession, rememberSession, sessionOf } from './sign-in-session.ts';
import type { BrowserSession } from './sign-in-session.ts';
import type { TokenDesk } from './token-endpoint.ts';
import type { Tenant } from '../tenant/tenant.ts';

const CODE_LIFE_MS = 600_000;
/** Refusals that a person reads; the application never hears of them. */
const SHOWN_CODES = new Set([50057, 50020, 53003, 50034, 700016]);

/** One visit to the authorisation endpoint. */
interface Visit {
  desk: TokenDesk;
  house: House | null;
  tenant: Tenant;
  query: URLSearchParams;
  /** What was pressed on the page before, if anything. */
  decision: string | null;
  forEverybody: boolean;
  back: ReturnAddress;
  asked: AuthorizeRequest;
  request: Request;
  response: Response;
}

/** Signs somebody in: who they are, one more proof where it is asked for, consent, then a code for the application. */
export function authorize(desk: TokenDesk, request: Request, response: Response): void {
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  const pressed = (request.body ?? {}) as Partial<Record<string, string>>;
  const now = desk.now();
  const trace = traceOf(now, query.get('client-request-id') ?? undefined);
  let back: ReturnAddress | null = null;
  let tenantName = 'Microsoft 365 on this machine';
  try {
    const { house, tenant } = tenantFor(desk.authorities, String(request.params['tenant']));
    tenantName = house === null ? tenantName : tenant.organisation.tenant.name;
    back = returnAddress(tenant, query);
    visit({
      desk,
      house,
      tenant,
      query,
      decision: pressed['decision'] ?? null,
      forEverybody: pressed['forEverybody'] === 'yes',
      back,
      asked: authorizeRequest(tenant, query, back.platform),
      request,
      response,
    });
  } catch (refusal) {
    if (!(refusal instanceof EntraRefusal)) {
      throw refusal;
    }
    if (back === null || (SHOWN_CODES.has(refusal.code) && query.get('prompt') !== 'none')) {
      const body = refusedPage(describedRefusal(refusal, trace));
      sendPage(response, { status: 400, tenant: tenantName, title: 'Sign in', body });
      return;
    }
    sendBack(response, back, {
      error: refusal.error === 'invalid_grant' ? 'interaction_required' : refusal.error,
      error_description: describedRefusal(refusal, trace),
      error_uri: `https://login.microsoftonline.com/error?code=${String(refusal.code)}`,
      ...(typeof refusal.more['claims'] === 'string' ? { claims: refusal.more['claims'] } : {}),
    });
  }
}

function visit(at: Visit): void {
  const { desk, query, asked, response } = at;
  const session = whoSignsIn(at);
  if (session === null) {
    if (asked.prompt === 'none') {
      throw new EntraRefusal('login_required', 50058, 'A silent sign-in request was sent but no user is signed in.');
    }
    const residents = at.house === null ? everybody(desk.authorities) : membersOf(at.house);
    sendPage(response, { tenant: nameOf(at), title: 'Choose who you are', body: pickerPage(residents, query) });
    return;
  }
  const resident = inTenant(desk.authorities, session.home, at.house);
  if (!desk.authorities.isEnabled(resident)) {
    throw accountDisabled();
  }
  const proof = proofOrQuestion(at, resident, session);
  if (proof === null || !isAllowed(at, resident)) {
    return;
  }
  rememberSession(desk.seal, response, { home: session.home, proof });
  const { tenant } = resident.house;
  const code: IssuedCode = {
    tenantId: tenant.id,
    personId: resident.person.id,
    clientId: tenant.apps.clientId,
    redirectUri: at.back.redirectUri,
    platform: at.back.platform,
    scope: asked.scopes.text,
    nonce: asked.nonce,
    challenge: asked.challenge,
    proof,
    sessionId: tenant.register.sessionId(resident.person.id),
    expiresAt: desk.now() + CODE_LIFE_MS,
    isRedeemed: false,
  };
  const text = `1.${randomBytes(48).toString('base64url')}`;
  desk.codes.set(text, code);
  sendBack(response, at.back, { code: text, session_state: code.sessionId });
}

/** Whoever was chosen, or is signed in already; null when the page has to ask. */
function whoSignsIn({ desk, query, asked, request }: Visit): BrowserSession | null {
  const known = browserSession(desk.authorities, desk.seal, request);
  const chosen = desk.authorities.resident(query.get('person') ?? '');
  if (chosen !== undefined) {
    const { guest } = chosen.person;
    const home = guest === undefined ? chosen : (desk.authorities.resident(guest.homePersonId) ?? chosen);
    return sessionOf(known, home);
  }
  const hint = query.get('login_hint')?.toLowerCase();
  const isOther = hint !== undefined && hint !== known?.home.person.mail;
  return ['login', 'select_account'].includes(asked.prompt) || isOther ? null : known;
}

/** What somebody proved, after they did what was asked of them; null while the page asks. */
function proofOrQuestion(
  at: Visit,
  { house, person }: Resident,
  session: BrowserSession,
): BrowserSession['proof'] | null {
  const { asked, decision, response } = at;
  const step = stepUpFor(house.tenant, person.id, asked.scopes.resource, session.proof, asked.claims);
  if (step === null) {
    return session.proof;
  }
  if (decision === 'approve') {
    return steppedUp(session.proof, step);
  }
  if (decision === 'cancel') {
    throw cancelled();
  }
  if (asked.prompt === 'none') {
    throw interactionRequired(step, house.tenant.apps.clientId);
  }
  sendPage(response, { tenant: nameOf(at), title: 'Approve sign-in request', body: stepUpPage(person.mail) });
  return null;
}

/** Whether the application was allowed what it asks for; false while the page asks. */
function isAllowed(at: Visit, { house, person }: Resident): boolean {
  const { asked, decision, response } = at;
  const { register, apps } = house.tenant;
  const wanted = asked.scopes.resource === 'api' ? [] : permissionsFor(house.tenant, person.id, asked.scopes);
  const missing = register.missingScopes(person.id, wanted);
  const isKnown = register.application.isInstalled;
  if (isKnown && missing.length === 0 && asked.prompt !== 'consent') {
    return true;
  }
  if (asked.prompt === 'none') {
    throw new EntraRefusal(
      'interaction_required',
      65001,
      `The user or administrator has not consented to use the application with ID '${apps.clientId}' named '${apps.name}'. Send an interactive authorization request for this user and resource.`,
    );
  }
  const isAdministrator = mayGrantForAll(person.role);
  const beyond = missing.filter(needsAdministrator);
  if (beyond.length > 0 && !isAdministrator) {
    if (decision === 'cancel') {
      throw new EntraRefusal(
        'access_denied',
        90094,
        'Admin consent is required for the permissions requested by this application.',
      );
    }
    sendPage(response, { tenant: nameOf(at), title: 'Need admin approval', body: approvalPage(apps.name, beyond) });
    return false;
  }
  if (decision === 'cancel') {
    throw cancelled();
  }
  if (decision !== 'accept') {
    const permissions = [...wanted, ...[...asked.scopes.openid].filter((one) => one !== 'openid')];
    const shown =
      permissions.length > 0 ? permissions : [asked.scopes.resource === 'api' ? 'access_as_user' : 'openid'];
    sendPage(response, {
      tenant: nameOf(at),
      title: 'Permissions requested',
      body: consentPage({
        application: apps.name,
        person: person.mail,
        permissions: shown,
        mayDecideForAll: isAdministrator,
      }),
    });
    return false;
  }
  const holder = at.forEverybody && isAdministrator ? null : person.id;
  register.setApplication({ isInstalled: true });
  register.setScopes(holder, [...register.grantedScopes(holder), ...missing]);
  return true;
}

/** Whether a person with this role may decide for everybody in their organisation. */
export function mayGrantForAll(role: string): boolean {
  return ['administrator', 'director'].includes(role);
}

/** Whom one may be at one tenant's door: its own people, its guests among them. */
function membersOf(house: House): Resident[] {
  return [...house.tenant.people.values()].map((person) => ({ house, person }));
}

function everybody(authorities: Authorities): Resident[] {
  return authorities.houses.flatMap((house) =>
    [...house.tenant.people.values()].filter(({ guest }) => guest === undefined).map((person) => ({ house, person })),
  );
}

function nameOf({ house }: Visit): string {
  return house === null ? 'Every organisation on this machine' : house.tenant.organisation.tenant.name;
}

function cancelled(): EntraRefusal {
  return new EntraRefusal('access_denied', 65004, 'User declined to consent to access the app.', {});
}
