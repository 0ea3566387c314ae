import type { PairFacts } from '../policy/finding.ts';
import { localDateOf } from '../time.ts';
import type { Zone } from '../time-types.ts';
import { draftOf, inForce, signedAt, signedOnlyBy } from './agreement-life.ts';
import type { Agreement } from './agreement.ts';

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
