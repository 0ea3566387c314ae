import { inForce } from '#core/agreement/agreement-life.ts';
import type { AgreementTerms } from '#core/agreement/agreement.ts';
import type { Transaction } from '../ports/store.ts';

/** The terms both have signed; null: none yet. What of them counts under the policy, `drivingTerms` says. */
export async function agreedTerms(tx: Transaction, pairId: string): Promise<AgreementTerms | null> {
  return inForce(await tx.agreements.ofPairs([pairId]))?.terms ?? null;
}
