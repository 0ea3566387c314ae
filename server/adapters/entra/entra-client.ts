import { AuthError, ConfidentialClientApplication, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { Failure } from '#server/ports/failures.ts';
import { forTenant } from './entra-config.ts';
import type { EntraConfig } from './entra-config.ts';
import { EntraTrouble, tokenNetwork } from './token-network.ts';

/** Microsoft's client for one tenant, with our own way to the network and no tries of its own. */
export function entraClient(config: EntraConfig, tenantId: string): ConfidentialClientApplication {
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

/** What a no of Entra means, in our words. */
export function failureOfEntra(error: unknown): Failure {
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
