import type { Actor } from '#core/people/person.ts';
import { effectiveRules, groupOf } from '#core/policy/resolve.ts';
import { localDateOf } from '#core/time.ts';
import type { Needs } from './needs.ts';
import { pairScope, peopleOf } from './pair-scope.ts';

/** What the policy asks of one pair today, rule by rule, as either of the two may read it. @throws Refusal `not-found`, `policy-missing` */
export async function readPairPolicy(
  needs: Pick<Needs, 'store' | 'clock' | 'policies'>,
  actor: Actor,
  input: { readonly pairId: string },
) {
  const pack = await needs.policies.inForce(actor.tenantId);
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await pairScope(tx, actor, input.pairId);
    const { employee } = await peopleOf(tx, pair);
    const today = localDateOf(needs.clock.now(), employee.zone);
    const rules = effectiveRules(pack, employee, pair, today);
    const clauses = new Set(rules.map(({ clause }) => clause));
    return {
      id: pack.id,
      title: pack.title,
      version: pack.version,
      reviewOn: pack.reviewOn,
      pastReview: pack.reviewOn !== null && pack.reviewOn < today,
      group: groupOf(pack, employee)?.title ?? null,
      clauses: pack.clauses.filter(({ id }) => clauses.has(id)),
      rules,
    };
  });
}
