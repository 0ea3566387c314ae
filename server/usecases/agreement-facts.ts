import { inForce } from '#core/agreement/agreement-life.ts';
import type { AgreementTerms } from '#core/agreement/agreement.ts';
import { drivingTerms } from '#core/agreement/what-it-drives.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Person } from '#core/people/person.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { effectiveRules } from '#core/policy/resolve.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';

/** What a pair agreed that counts under the policy of the day, and its clause; null: nothing does (OD3a-10). */
export async function agreedFor(
  tx: Transaction,
  pack: PolicyPack,
  pair: Pair,
  employee: Person,
  today: LocalDate,
): Promise<{ readonly terms: AgreementTerms; readonly clause: string } | null> {
  const rules = effectiveRules(pack, employee, pair, today);
  const rule = ruleOf(rules, 'agreement');
  if (rule === null) return null;
  const terms = drivingTerms(rules, inForce(await tx.agreements.ofPairs([pair.id]))?.terms ?? null);
  return terms === null ? null : { terms, clause: rule.clause };
}
