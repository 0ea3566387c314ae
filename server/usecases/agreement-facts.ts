import { draftOf, inForce, signedAt, signedOnlyBy } from '#core/agreement/agreement-life.ts';
import type { Agreement, AgreementTerms } from '#core/agreement/agreement.ts';
import type { PairFacts } from '#core/policy/finding.ts';
import { localDateOf } from '#core/time.ts';
import type { Zone } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';

/** The terms both have signed; null: none yet. What of them counts under the policy, `drivingTerms` says. */
export async function agreedTerms(tx: Transaction, pairId: string): Promise<AgreementTerms | null> {
  return inForce(await tx.agreements.ofPairs([pairId]))?.terms ?? null;
}

/** What the policy is held against. */
export function agreementFacts(versions: readonly Agreement[], zone: Zone): NonNullable<PairFacts['agreement']> {
  const holds = inForce(versions);
  const draft = draftOf(versions);
  const since = holds === null ? null : signedAt(holds);
  return {
    holds:
      holds === null || since === null
        ? null
        : { since: localDateOf(since, zone), reviewOn: holds.terms.reviewOn, everyWeeks: holds.terms.everyWeeks },
    draft: draft === null ? null : { signedBy: signedOnlyBy(draft) },
  };
}
