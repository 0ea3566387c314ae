import type { AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import type { Actor } from '#core/people/person.ts';
import { Failure } from '#server/ports/failures.ts';
import { entraClient, failureOfEntra } from './entra-client.ts';
import type { EntraConfig } from './entra-config.ts';
import { actorKey } from './held-tokens.ts';

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
        : { assertion, application: entraClient(config, actor.tenantId), byScopes: new Map() };
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
    throw failureOfEntra(error);
  }
}

function isGoodForAWhile(result: AuthenticationResult): boolean {
  return result.expiresOn !== null && result.expiresOn.getTime() - earlyMilliseconds > Date.now();
}
