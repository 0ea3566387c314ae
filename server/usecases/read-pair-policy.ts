import type { Actor } from '#core/people/person.ts';
import { covers, effectiveRules, groupOf } from '#core/policy/resolve.ts';
import { sourcesOf } from '#core/policy/sources.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Needs } from './needs.ts';
import { pairScope, peopleOf } from './pair-scope.ts';

/** What the policy asks of one pair on a day, today unless said, rule by rule and with where each comes from, as either of the two may read it. @throws Refusal `not-found`, `policy-missing` */
export async function readPairPolicy(
  needs: Pick<Needs, 'store' | 'clock' | 'policies'>,
  actor: Actor,
  input: { readonly pairId: string; readonly on?: LocalDate | undefined },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await pairScope(tx, actor, input.pairId);
    const { employee } = await peopleOf(tx, pair);
    const today = localDateOf(needs.clock.now(), employee.zone);
    const on = input.on ?? today;
    const pack = await needs.policies.packFor(actor.tenantId, employee, on);
    const rules = effectiveRules(pack, employee, pair, on);
    const clauses = new Set(rules.map(({ clause }) => clause));
    return {
      id: pack.id,
      title: pack.title,
      version: pack.version,
      on,
      reviewOn: pack.reviewOn,
      pastReview: pack.reviewOn !== null && pack.reviewOn < on,
      group: groupOf(pack, employee)?.title ?? null,
      covered: covers(pack, employee),
      standard: pack.standard === undefined ? null : { title: pack.standard.title, version: pack.standard.version },
      clauses: pack.clauses.filter(({ id }) => clauses.has(id)),
      groups: pack.groups.map(({ id, title }) => ({ id, title })),
      rules,
      sources: sourcesOf(pack, rules, employee, pair, on),
    };
  });
}
