import { AuthError, ConfidentialClientApplication, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import type { AuthenticationResult } from '@azure/msal-node';
import type { Actor } from '#core/people/person.ts';
import { Failure } from '#server/ports/failures.ts';
import { forTenant } from './entra-config.ts';
import type { EntraConfig } from './entra-config.ts';
import { actorKey } from './held-tokens.ts';
import { EntraTrouble, tokenNetwork } from './token-network.ts';

const mostPeople = 1_000;
const earlyMilliseconds = 120_000;

/** A Graph token in somebody's name. `fresh` passes over what is kept. @throws Failure */
export type TokenFor = (
  actor: Actor,
  scopes: readonly string[],
  ask?: { readonly fresh?: boolean; readonly claims?: string },
) => Promise<string>;

interface PersonTokens {
  readonly assertion: string;
  readonly application: ConfidentialClientApplication;
  readonly byScopes: Map<string, Promise<AuthenticationResult>>;
}

/**
 * Exchanges the token held for a person for Graph tokens in their name. Each person has a client of their own, so that
 * nobody's token can be found under somebody else's name; a newer token of theirs begins a new one.
 */
export function onBehalfOf(config: EntraConfig, held: { assertionOf(actor: Actor): string | null }): TokenFor {
  const people = new Map<string, PersonTokens>();

  function tokensOf(actor: Actor): PersonTokens {
    const assertion = held.assertionOf(actor);
    if (assertion === null) throw new Failure('sign-in-needed', { outsideCode: 'no-token-held' });
    const key = actorKey(actor);
    const known = people.get(key);
    people.delete(key);
    const tokens =
      known?.assertion === assertion
        ? known
        : { assertion, application: applicationFor(config, actor.tenantId), byScopes: new Map() };
    people.set(key, tokens);
    for (const oldest of people.keys()) {
      if (people.size <= mostPeople) break;
      people.delete(oldest);
    }
    return tokens;
  }

  return async (actor, scopes, ask = {}) => {
    const tokens = tokensOf(actor);
    const key = scopes.toSorted().join(' ');
    const kept = tokens.byScopes.get(key);
    if (kept !== undefined && ask.fresh !== true && ask.claims === undefined) {
      const result = await kept;
      if (isGoodForAWhile(result)) return result.accessToken;
    }
    const asked = exchange(tokens, scopes, ask);
    tokens.byScopes.set(key, asked);
    try {
      return (await asked).accessToken;
    } catch (error) {
      if (tokens.byScopes.get(key) === asked) tokens.byScopes.delete(key);
      throw error;
    }
  };
}

function applicationFor(config: EntraConfig, tenantId: string): ConfidentialClientApplication {
  const authority = forTenant(config.authority, tenantId);
  return new ConfidentialClientApplication({
    auth: {
      clientId: config.clientId,
      clientSecret: config.clientSecret,
      authority,
      knownAuthorities: [new URL(authority).host],
      // Only a client that says it understands challenges is told when a token has been revoked.
      clientCapabilities: ['CP1'],
      ...(config.authorityMetadata === null ? {} : { authorityMetadata: config.authorityMetadata }),
      ...(config.cloudDiscoveryMetadata === null ? {} : { cloudDiscoveryMetadata: config.cloudDiscoveryMetadata }),
    },
    system: { networkClient: tokenNetwork, disableInternalRetries: true },
  });
}

async function exchange(
  tokens: PersonTokens,
  scopes: readonly string[],
  ask: { readonly claims?: string },
): Promise<AuthenticationResult> {
  try {
    const result = await tokens.application.acquireTokenOnBehalfOf({
      oboAssertion: tokens.assertion,
      scopes: [...scopes],
      // What is still good is kept by ourselves, by person and scopes.
      skipCache: true,
      ...(ask.claims === undefined ? {} : { claims: ask.claims }),
    });
    if (result === null) throw new Failure('outlook-unavailable', { outsideCode: 'no-token-in-answer' });
    return result;
  } catch (error) {
    throw failureFrom(error);
  }
}

function isGoodForAWhile(result: AuthenticationResult): boolean {
  return result.expiresOn !== null && result.expiresOn.getTime() - earlyMilliseconds > Date.now();
}

function failureFrom(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof AuthError))
    return new Failure('outlook-unavailable', { outsideCode: 'entra-unreachable' }, error);
  if (error instanceof EntraTrouble) {
    const wait = error.retryAfterSeconds === null ? {} : { retryAfterSeconds: error.retryAfterSeconds };
    return new Failure(
      error.status === 429 ? 'outlook-throttled' : 'outlook-unavailable',
      { outsideCode: error.errorCode, ...wait },
      error,
    );
  }
  const number = errorNumberOf(error);
  const outside = {
    outsideCode: number === undefined ? error.errorCode : `AADSTS${number}`,
    outsideRequestId: error.correlationId,
  };
  if (error.subError === 'consent_required' || error.errorCode === 'consent_required' || number === '65001') {
    return new Failure('consent-needed', outside, error);
  }
  if (error instanceof InteractionRequiredAuthError) {
    return error.claims
      ? new Failure('claims-needed', { ...outside, claims: error.claims }, error)
      : new Failure('sign-in-needed', outside, error);
  }
  // The token of the person has run out, was revoked, or is not for us: only they can bring a new one.
  if (error instanceof ServerError && error.errorCode === 'invalid_grant')
    return new Failure('sign-in-needed', outside, error);
  return new Failure('outlook-unavailable', outside, error);
}

function errorNumberOf(error: AuthError): string | undefined {
  const given: unknown =
    error instanceof InteractionRequiredAuthError || error instanceof ServerError ? error.errorNo : undefined;
  // Declared as text, but Entra sends numbers and MSAL hands them on as they are.
  if (typeof given === 'number' || (typeof given === 'string' && given !== '')) return String(given);
  return /AADSTS(\d+)/.exec(error.errorMessage)?.[1];
}
