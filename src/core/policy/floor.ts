import type { PairTerms } from '../people/pair.ts';
import type { PersonTerms } from '../people/person.ts';
import { evaluateCadence } from './evaluate-cadence.ts';
import type { Finding, FindingState, PairFacts } from './finding.ts';
import type { PolicyPack } from './policy.ts';
import { cadenceFor } from './resolve.ts';

const weight: Readonly<Record<FindingState, number>> = { overdue: 3, due: 2, met: 1, excused: 0, 'not-applicable': 0 };

function isSterner(one: Finding, other: Finding): boolean {
  if (weight[one.state] !== weight[other.state]) return weight[one.state] > weight[other.state];
  return one.dueOn !== null && (other.dueOn === null || one.dueOn < other.dueOn);
}

/**
 * Findings in which a unit's own cadence never hides that the organisation's is not kept: of the two the sterner one stands
 * (OD3a-3). Without a standard nothing changes.
 */
export function withFloor(
  findings: readonly Finding[],
  pack: PolicyPack,
  person: PersonTerms,
  pair: PairTerms,
  facts: PairFacts,
): Finding[] {
  if (pack.standard === undefined) return [...findings];
  const floor = cadenceFor({ ...pack, rules: pack.standard.floor }, person, pair, facts.today);
  const least = floor === null ? null : evaluateCadence(floor, pair, facts);
  return findings.map((one) => (one.kind === 'cadence' && least !== null && isSterner(least, one) ? least : one));
}
