import { Refusal } from '#core/refusal.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { Packs, Policies } from '../ports/policies.ts';

/** A tenant without a policy asks for nothing. */
async function orNone(pack: Promise<PolicyPack>): Promise<PolicyPack | null> {
  try {
    return await pack;
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === 'policy-missing') return null;
    throw cause;
  }
}

/** The policies of tenants, read by the time anybody is asked about. */
export function packsOf(policies: Pick<Policies, 'inForce' | 'packFor'>): Packs {
  return async (tenantId) => {
    await orNone(policies.inForce(tenantId));
    return (person, on) => orNone(policies.packFor(tenantId, person, on));
  };
}
