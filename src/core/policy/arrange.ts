import { paceOf } from '../cadence/cadence-kind.ts';
import { isAtLeastAsOften } from '../cadence/cadence.ts';
import type { Arrangement, PairTerms } from '../people/pair.ts';
import type { PersonTerms } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { PolicyPack } from './policy.ts';
import { policyCadence } from './resolve.ts';
import { ruleOf } from './rule-of.ts';

/**
 * Lets a pair meet at another interval for recorded reasons (OD3a-9): more often for any, less often than usual only down to what
 * the policy asks of them with that reason (OUT-1, OD3a-3).
 * @throws Refusal `reason-needed`; `bad-request` for a reason that is not of the policy's list; `less-often-than-asked` with the clause
 */
export function requireArrangement(
  pack: PolicyPack,
  person: PersonTerms,
  pair: PairTerms,
  arrangement: Arrangement,
): void {
  const offered = new Set(ruleOf(pack.rules, 'interval-reasons')?.reasons.map(({ id }) => id));
  if (arrangement.reasons.some((id) => !offered.has(id))) throw new Refusal('bad-request', { field: 'reasons' });
  if (arrangement.reasons.length === 0 && arrangement.reason.trim() === '') throw new Refusal('reason-needed');
  const asked = policyCadence(pack, person, { ...pair, extraSupport: arrangement }, arrangement.since);
  if (asked !== null && !isAtLeastAsOften(arrangement.every, paceOf(asked.cadence)))
    throw new Refusal('less-often-than-asked', { clause: asked.clause });
}
