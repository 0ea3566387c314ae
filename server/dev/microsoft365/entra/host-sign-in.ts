import { Router } from 'express';
import { z } from 'zod';
import type { Authorities, House } from './authorities.ts';
import { claimsRequest } from './claims-request.ts';
import { EntraRefusal, accountDisabled, sendRefusal, traceOf } from './refusal.ts';
import { askedScopes, needsAdministrator, requestedPermissions } from './scopes.ts';
import { checkConsent, interactionRequired, stepUpFor, steppedUp } from './sign-in-rules.ts';
import { HOST_SCOPES, PASSWORD_ONLY, TEAMS_WEB_CLIENT, TOKEN_LIFE_SECONDS } from './tokens.ts';
import type { SignInProof } from './tokens.ts';
import type { Controls } from '../local/controls.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

const signInRequest = z.object({ personId: z.string(), claims: z.string().nullish() });
const nestedTokenRequest = z.object({
  personId: z.string(),
  scope: z.string(),
  clientId: z.string(),
  claims: z.string().nullish(),
  /** Whether the person may be asked something; left out, they were. */
  interactive: z.boolean().default(true),
  /** Whether the person was asked for what the application needs, and said yes. */
  consent: z.boolean().default(false),
});

type View = (person: DirectoryPerson) => Record<string, unknown>;

/** How Teams and Outlook themselves sign somebody in, and fetch tokens for an application inside them. */
export function hostSignIn(house: House, authorities: Authorities, { faults }: Controls, view: View): Router {
  const { tenant, office } = house;
  const router = Router();
  router.post('/sign-in', async (request, response) => {
    const asked = signInRequest.parse(request.body);
    const person = tenant.person(asked.personId);
    if (person === undefined) {
      response.status(404).json({ error: 'nobody', message: 'Nobody in the directory has that id.' });
      return;
    }
    try {
      const traits = { proof: proofFor(house, authorities, person, 'api', asked.claims, true) };
      const [graphToken, apiToken] = await Promise.all([
        office.graphToken(person, TEAMS_WEB_CLIENT, HOST_SCOPES),
        office.apiToken(person, TEAMS_WEB_CLIENT, traits),
      ]);
      const expiresIn = TOKEN_LIFE_SECONDS;
      response.json({ person: view(person), tenantId: tenant.id, graphToken, apiToken, expiresIn });
    } catch (refusal) {
      if (!(refusal instanceof EntraRefusal)) throw refusal;
      sendRefusal(response, refusal, traceOf(tenant.now(), undefined));
    }
  });
  router.post('/nested-token', async (request, response) => {
    const passing = { method: 'POST', path: '/_local/nested-token', personId: null, request, response };
    await faults.around(passing, async () => {
      try {
        response.json(await nestedToken(house, authorities, nestedTokenRequest.parse(request.body)));
      } catch (refusal) {
        if (!(refusal instanceof EntraRefusal)) throw refusal;
        sendRefusal(response, refusal, traceOf(tenant.now(), undefined));
      }
    });
  });
  return router;
}

async function nestedToken(
  house: House,
  authorities: Authorities,
  asked: z.infer<typeof nestedTokenRequest>,
): Promise<Record<string, unknown>> {
  const { tenant, office } = house;
  const person = tenant.person(asked.personId);
  if (person === undefined) {
    throw new EntraRefusal('invalid_request', 50034, 'The user account does not exist in the directory.');
  }
  if (asked.clientId !== tenant.apps.clientId) {
    throw new EntraRefusal('invalid_request', 700016, 'The application was not found in the directory.');
  }
  const scopes = askedScopes(tenant, asked.scope);
  const proof = proofFor(house, authorities, person, scopes.resource, asked.claims, asked.interactive);
  if (asked.consent) {
    consentOf(tenant, person.id);
  }
  checkConsent(tenant, person.id, scopes);
  const traits = { proof, isChallengeable: claimsRequest(asked.claims).isChallengeable };
  const [accessToken, idToken] = await Promise.all([
    scopes.resource === 'api'
      ? office.apiToken(person, asked.clientId, traits)
      : office.graphToken(person, asked.clientId, scopes.permissions.join(' '), traits),
    office.idToken(person, asked.clientId),
  ]);
  return {
    access_token: accessToken,
    id_token: idToken,
    expires_in: TOKEN_LIFE_SECONDS,
    scope: asked.scope,
    account: {
      environment: 'login.microsoftonline.com',
      username: person.mail,
      name: person.displayName,
      tenantId: tenant.id,
      localAccountId: person.id,
      homeAccountId: `${person.guest?.homePersonId ?? person.id}.${person.guest?.homeTenantId ?? tenant.id}`,
    },
  };
}

/** Somebody agrees to what the application needs, as far as it is theirs to give. */
function consentOf(tenant: Tenant, personId: string): void {
  const { register } = tenant;
  const given = requestedPermissions(tenant).filter((one) => !needsAdministrator(one));
  register.setApplication({ isInstalled: true });
  register.setScopes(personId, [...register.grantedScopes(personId), ...given]);
}

/** What somebody proved to the host: whatever was asked for, where the host could ask them. @throws EntraRefusal */
function proofFor(
  house: House,
  authorities: Authorities,
  person: DirectoryPerson,
  resource: 'graph' | 'api',
  claimsText: string | null | undefined,
  isInteractive: boolean,
): SignInProof {
  if (!authorities.isEnabled({ house, person })) {
    throw accountDisabled();
  }
  const step = stepUpFor(house.tenant, person.id, resource, PASSWORD_ONLY, claimsRequest(claimsText));
  if (step === null) {
    return PASSWORD_ONLY;
  }
  if (!isInteractive) {
    throw interactionRequired(step, house.tenant.apps.clientId);
  }
  return steppedUp(PASSWORD_ONLY, step);
}
