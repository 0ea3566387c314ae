import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { PolicyHistory } from '../ports/policies.ts';
import type { Transaction } from '../ports/store.ts';

/**
 * The tenant's policies, taken for this transaction, as the administrator saw them when they decided.
 * @throws Refusal `not-allowed`; `policies-changed` when somebody else changed them meanwhile
 */
export async function revisePolicies(tx: Transaction, actor: Actor, seen: number): Promise<PolicyHistory> {
  if (actor.isAdministrator !== true) throw new Refusal('not-allowed');
  const revision = await tx.policies.revise();
  if (revision !== seen + 1) throw new Refusal('policies-changed');
  return tx.policies.history();
}
