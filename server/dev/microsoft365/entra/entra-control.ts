import { Router } from 'express';
import type { Response } from 'express';
import type { Authorities, House } from './authorities.ts';
import {
  accountRequest,
  applicationRequest,
  guestRequest,
  keyRequest,
  policyRequest,
  scopesRequest,
  tokenRequest,
} from './entra-calls.ts';
import { guestOf } from './guest.ts';
import { graphInstant } from '../calendar/local-time.ts';
import type { DirectoryPerson } from '../tenant/tenant.ts';

/** What administrators of a tenant decide, over HTTP: keys, consent, accounts, conditional access, guests. */
export function entraControl(house: House, authorities: Authorities): Router {
  const router = Router();
  router.get('/tenants', (_request, response) => {
    response.json({ value: authorities.houses.map(tenantView) });
  });
  addKeys(router, house);
  // What the office would never make by itself, to see it refused: any claims, truly signed.
  router.post('/tokens', async (request, response) => {
    response.status(201).json({ token: await house.office.sign(tokenRequest.parse(request.body).claims) });
  });
  addConsent(router, house);
  addAccounts(router, house);
  addPolicies(router, house);
  addGuests(router, house, authorities);
  return router;
}

function addKeys(router: Router, { office: { keys } }: House): void {
  const view = () => ({
    value: keys.published.map(({ keyId }) => ({ keyId, signs: keyId === keys.signing.keyId })),
  });
  router.get('/keys', (_request, response) => {
    response.json(view());
  });
  router.post('/keys', async (request, response) => {
    const { signs = true } = keyRequest.parse(request.body ?? {});
    const { keyId } = await keys.add(signs);
    response.status(201).json({ keyId, ...view() });
  });
  router.post('/keys/:keyId/sign', (request, response) => {
    answer(response, keys.signWith(request.params.keyId), view());
  });
  router.delete('/keys/:keyId', (request, response) => {
    answer(response, keys.withdraw(request.params.keyId), view());
  });
}

function addConsent(router: Router, { tenant: { register, people } }: House): void {
  const view = () => ({
    application: register.application,
    everybody: register.grantedScopes(null),
    people: [...people.keys()]
      .map((personId) => ({ personId, scopes: register.grantedScopes(personId) }))
      .filter(({ scopes }) => scopes.length > 0),
  });
  router.get('/consent', (_request, response) => {
    response.json(view());
  });
  router.put('/consent', (request, response) => {
    register.setScopes(null, scopesRequest.parse(request.body).scopes);
    response.json(view());
  });
  router.put('/consent/:personId', (request, response) => {
    const isKnown = people.has(request.params.personId);
    if (isKnown) {
      register.setScopes(request.params.personId, scopesRequest.parse(request.body).scopes);
    }
    answer(response, isKnown, view());
  });
  router.put('/application', (request, response) => {
    register.setApplication(applicationRequest.parse(request.body));
    response.json(view());
  });
}

function addAccounts(router: Router, { tenant }: House): void {
  const { register, people } = tenant;
  const view = (personId: string) => {
    const { enabled, sessionsValidFrom } = register.account(personId);
    const mailbox = register.hasMailbox(personId);
    return { personId, enabled, mailbox, sessionsValidFrom: graphInstant(sessionsValidFrom) };
  };
  router.get('/accounts/:personId', (request, response) => {
    answer(response, people.has(request.params.personId), view(request.params.personId));
  });
  router.patch('/accounts/:personId', (request, response) => {
    const { personId } = request.params;
    const { enabled, mailbox } = accountRequest.parse(request.body);
    const isKnown = people.has(personId);
    if (isKnown && enabled !== undefined) {
      register.setEnabled(personId, enabled);
    }
    if (isKnown && mailbox !== undefined) {
      register.setMailbox(personId, mailbox);
    }
    answer(response, isKnown, view(personId));
  });
  router.post('/accounts/:personId/revoke-sessions', (request, response) => {
    const { personId } = request.params;
    const isKnown = people.has(personId);
    if (isKnown) {
      register.revokeSessions(personId, tenant.now());
    }
    answer(response, isKnown, view(personId));
  });
}

function addPolicies(router: Router, { tenant: { register } }: House): void {
  router.get('/conditional-access', (_request, response) => {
    response.json({ value: register.policies });
  });
  router.post('/conditional-access', (request, response) => {
    response.status(201).json(register.addPolicy(policyRequest.parse(request.body)));
  });
  router.delete('/conditional-access/:id', (request, response) => {
    register.removePolicy(request.params.id);
    response.status(204).end();
  });
  router.delete('/conditional-access', (_request, response) => {
    for (const { id } of register.policies) register.removePolicy(id);
    response.status(204).end();
  });
}

function addGuests(router: Router, { tenant }: House, authorities: Authorities): void {
  router.get('/guests', (_request, response) => {
    response.json({ value: tenant.register.guests });
  });
  router.post('/guests', (request, response) => {
    const { tenantId, personId } = guestRequest.parse(request.body);
    const home = authorities.house(tenantId)?.tenant;
    const person: DirectoryPerson | undefined = home?.person(personId);
    if (home === undefined || home === tenant || person === undefined) {
      answer(response, false, {});
      return;
    }
    const guest = guestOf(tenant.organisation.tenant, home.id, person);
    tenant.invite(guest);
    response.status(201).json(guest);
  });
  router.delete('/guests/:id', (request, response) => {
    tenant.dismiss(request.params.id);
    response.status(204).end();
  });
}

function tenantView({ tenant, office }: House): Record<string, unknown> {
  const { id, name, domain } = tenant.organisation.tenant;
  return { id, name, domain, issuer: office.issuer, people: tenant.people.size };
}

function answer(response: Response, isKnown: boolean, body: Record<string, unknown>): void {
  if (isKnown) {
    response.json(body);
    return;
  }
  response.status(404).json({ error: 'unknown', message: 'There is nothing with that id that this can be done to.' });
}
