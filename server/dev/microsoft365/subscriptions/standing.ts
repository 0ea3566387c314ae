import type { StoredSubscription } from '../tenant/stored.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Deliveries } from './deliveries.ts';
import { kindOf, permissionsFor } from './subscription.ts';

/**
 * Whether a receiver may still be told: a person whose account or session ended takes the subscription along, and consent
 * that was withdrawn asks for authorisation.
 */
function standingOf(tenant: Tenant, subscription: StoredSubscription): 'good' | 'ended' | 'unauthorised' {
  const { register } = tenant;
  const { creatorId, sessionId } = subscription;
  if (creatorId !== null) {
    const isRevoked = sessionId != null && sessionId !== register.sessionId(creatorId);
    if (isRevoked || !register.account(creatorId).enabled) {
      return 'ended';
    }
  }
  // Microsoft's own clients ask nobody for consent.
  if (subscription.applicationId !== tenant.apps.clientId) {
    return 'good';
  }
  const { delegated, application } = permissionsFor(kindOf(subscription));
  const isAllowed =
    creatorId === null
      ? register.application.isInstalled && application.some((one) => register.application.roles.includes(one))
      : delegated.some((one) => register.missingScopes(creatorId, [one]).length === 0);
  return isAllowed ? 'good' : 'unauthorised';
}

/** Tells receivers whose authorisation ended meanwhile, each once. */
export function checkStanding(tenant: Tenant, deliveries: Deliveries): void {
  for (const subscription of tenant.subscriptions.values()) {
    const standing = standingOf(tenant, subscription);
    if (standing === 'ended') {
      deliveries.lifecycle(subscription, 'subscriptionRemoved');
    } else if (standing === 'unauthorised' && subscription.pausedAt == null) {
      deliveries.lifecycle(subscription, 'reauthorizationRequired');
    }
  }
}
