import type { Authorities, Resident } from './authorities.ts';
import type { ClaimsRequest } from './claims-request.ts';
import type { AccessPolicy } from './register.ts';
import { EntraRefusal, accountDisabled, entraTime } from './refusal.ts';
import { permissionsFor } from './scopes.ts';
import type { AskedScopes } from './scopes.ts';
import type { SignInProof } from './tokens.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** What is still asked of a person before a token may be given. */
export interface StepUp {
  policies: readonly AccessPolicy[];
  /** Authentication contexts still to be satisfied. */
  contexts: readonly string[];
  isMultifactor: boolean;
}

/** What conditional access and the client's own wishes still ask for; null when nothing. @throws EntraRefusal when nobody gets in. */
export function stepUpFor(
  tenant: Tenant,
  personId: string,
  resource: AskedScopes['resource'],
  proof: SignInProof,
  claims: ClaimsRequest,
): StepUp | null {
  const unmet = tenant.register.policies.filter(
    (policy) =>
      (policy.resource === 'all' || policy.resource === resource || claims.policyIds.includes(policy.id)) &&
      (policy.personIds === null || policy.personIds.includes(personId)) &&
      !satisfies(proof, policy),
  );
  const blocking = unmet.find(({ requires }) => 'block' in requires);
  if (blocking !== undefined) {
    throw new EntraRefusal(
      'access_denied',
      53003,
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
      { suberror: 'message_only', claims: policyChallenge([blocking]) },
    );
  }
  const contexts = [
    ...claims.contexts,
    ...unmet.flatMap(({ requires }) => ('context' in requires ? [requires.context] : [])),
  ].filter((one) => !proof.acrs.includes(one));
  const isMultifactor = unmet.some(({ requires }) => 'mfa' in requires);
  return contexts.length === 0 && !isMultifactor ? null : { policies: unmet, contexts, isMultifactor };
}

/** A proof after somebody did what was asked of them. */
export function steppedUp(proof: SignInProof, step: StepUp): SignInProof {
  return {
    amr: [...new Set([...proof.amr, 'mfa'])],
    acrs: [...new Set([...proof.acrs, ...step.contexts])],
  };
}

/** The refusal of a request nobody is there to answer: its `claims` tell the client what to bring. */
export function interactionRequired(step: StepUp, resourceId: string): EntraRefusal {
  const isContext = step.contexts.length > 0;
  return new EntraRefusal(
    'interaction_required',
    50076,
    `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${resourceId}'.`,
    {
      suberror: 'basic_action',
      claims: isContext
        ? JSON.stringify({ access_token: { acrs: { essential: true, value: step.contexts[0] } } })
        : policyChallenge(step.policies),
    },
  );
}

/** Lets a token be given without anybody present, or says why not. @throws EntraRefusal */
export function checkQuietly(
  authorities: Authorities,
  resident: Resident,
  asked: AskedScopes,
  proof: SignInProof,
  claims: ClaimsRequest,
): void {
  const { tenant } = resident.house;
  if (!authorities.isEnabled(resident)) {
    throw accountDisabled();
  }
  const step = stepUpFor(tenant, resident.person.id, asked.resource, proof, claims);
  if (step !== null) {
    throw interactionRequired(
      step,
      asked.resource === 'graph' ? '00000003-0000-0000-c000-000000000000' : tenant.apps.clientId,
    );
  }
  checkConsent(tenant, resident.person.id, asked);
}

/** @throws EntraRefusal when what is asked for was not consented to, or nothing was */
export function checkConsent(tenant: Tenant, personId: string, asked: AskedScopes): void {
  const { register, apps } = tenant;
  const isMissing =
    asked.resource === 'graph' &&
    (register.missingScopes(personId, asked.permissions).length > 0 ||
      (asked.isDefault && permissionsFor(tenant, personId, asked).length === 0));
  if (!register.application.isInstalled || isMissing) {
    throw new EntraRefusal(
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${apps.clientId}' named '${apps.name}'. Send an interactive authorization request for this user and resource.`,
      { suberror: 'consent_required' },
    );
  }
}

/** The refusal of a grant whose session was revoked: with the challenge handed on if the client brought one. */
export function sessionRevoked(
  tenant: Tenant,
  personId: string,
  issuedAt: number,
  claims: ClaimsRequest,
): EntraRefusal {
  const { sessionsValidFrom } = tenant.register.account(personId);
  const words = `The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '${entraTime(issuedAt)}' and the TokensValidFrom date (before which tokens are not valid) for this user is '${entraTime(sessionsValidFrom)}'.`;
  return claims.challenge === null
    ? new EntraRefusal('invalid_grant', 50173, words)
    : new EntraRefusal('interaction_required', 50173, words, { suberror: 'basic_action', claims: claims.challenge });
}

function satisfies(proof: SignInProof, { requires }: AccessPolicy): boolean {
  return 'mfa' in requires ? proof.amr.includes('mfa') : 'context' in requires && proof.acrs.includes(requires.context);
}

function policyChallenge(policies: readonly AccessPolicy[]): string {
  const values = policies.map(({ id }) => id);
  return JSON.stringify({ access_token: { polids: { essential: true, values } } });
}
