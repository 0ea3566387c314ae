import type { Actor } from '#core/people/person.ts';
import { localDateOf } from '#core/time.ts';
import type { Needs } from './needs.ts';

/** The policy in force, as everybody in the tenant may read it. @throws Refusal `policy-missing` */
export async function readPolicy(needs: Pick<Needs, 'policies' | 'clock'>, actor: Actor) {
  const pack = await needs.policies.inForce(actor.tenantId);
  const today = localDateOf(needs.clock.now(), 'UTC');
  return {
    id: pack.id,
    title: pack.title,
    version: pack.version,
    approvedBy: pack.approvedBy,
    issuedOn: pack.issuedOn,
    reviewOn: pack.reviewOn,
    pastReview: pack.reviewOn !== null && pack.reviewOn < today,
    clauses: [...pack.clauses],
    cadences: pack.rules.flatMap((rule) =>
      rule.kind === 'cadence'
        ? [
            {
              group: pack.groups.find((group) => group.id === rule.groupId)?.title ?? rule.groupId,
              cadence: rule.cadence,
              clause: rule.clause,
            },
          ]
        : [],
    ),
  };
}
