import type { Actor } from '#core/people/person.ts';
import { covers, groupOf } from '#core/policy/resolve.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Needs } from './needs.ts';

/** The policy as it holds for the reader on a day, today unless said, with every rule of it. @throws Refusal `policy-missing` */
export async function readPolicy(
  needs: Pick<Needs, 'policies' | 'clock' | 'store'>,
  actor: Actor,
  input: { readonly on?: LocalDate | undefined },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const [reader] = await tx.people.find([actor.personId]);
    const on =
      input.on ??
      (reader === undefined ? needs.policies.today(actor.tenantId) : localDateOf(needs.clock.now(), reader.zone));
    const pack =
      reader === undefined
        ? await needs.policies.inForce(actor.tenantId, on)
        : await needs.policies.packFor(actor.tenantId, reader, on);
    const groups = new Map(pack.groups.map(({ id, title }) => [id, title]));
    return {
      id: pack.id,
      title: pack.title,
      version: pack.version,
      on,
      approvedBy: pack.approvedBy,
      issuedOn: pack.issuedOn,
      reviewOn: pack.reviewOn,
      pastReview: pack.reviewOn !== null && pack.reviewOn < on,
      covered: reader === undefined || covers(pack, reader),
      group: reader === undefined ? null : (groupOf(pack, reader)?.title ?? null),
      standard:
        pack.standard === undefined
          ? null
          : { title: pack.standard.title, version: pack.standard.version, ruleIds: [...pack.standard.ruleIds] },
      clauses: [...pack.clauses],
      groups: pack.groups.map(({ id, title }) => ({ id, title })),
      rules: [...pack.rules],
      cadences: pack.rules.flatMap((rule) =>
        rule.kind === 'cadence'
          ? [{ group: groups.get(rule.groupId) ?? rule.groupId, cadence: rule.cadence, clause: rule.clause }]
          : [],
      ),
    };
  });
}
