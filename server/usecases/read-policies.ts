import type { Actor } from '#core/people/person.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { applyStandard } from '#core/policy/standard.ts';
import { stateOfVersion } from '#core/policy/versions.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { KeptStandard, KeptVersion } from '../ports/policies.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';

interface DoneBy {
  readonly id: string;
  readonly displayName: string | null;
}

/** The names of those who did something, as far as they are known. */
async function namesOf(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => DoneBy | null> {
  const people = await tx.people.find([...new Set(ids.filter((id) => id !== null))]);
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return (id) => (id === null ? null : { id, displayName: names.get(id) ?? null });
}

/** What a file says of itself; a version whose text no longer fits is shown with what was kept of it. */
async function headOf(needs: Pick<Needs, 'policies'>, actor: Actor, version: KeptVersion) {
  const pack = await needs.policies.versionOf(actor.tenantId, version.packId, version.version);
  return { approvedBy: pack?.approvedBy ?? null, issuedOn: pack?.issuedOn ?? null, reviewOn: pack?.reviewOn ?? null };
}

type StandardState = 'in-force' | 'planned' | 'replaced' | 'withdrawn' | 'without-effect';

/** What units ask on top, newest first, and whether it holds today. */
function standardsView(
  { policies }: Pick<Needs, 'policies'>,
  at: { readonly standards: readonly KeptStandard[]; readonly today: LocalDate; readonly pack: PolicyPack },
  nameOf: (id: string | null) => DoneBy | null,
) {
  const kept = at.standards.map((one) => ({ one, standard: policies.standardIn(one) }));
  const isRunning = (one: KeptStandard): boolean => one.withdrawnAt === null && one.from <= at.today;
  return kept
    .map(({ one, standard }) => {
      const applied = standard === null ? null : applyStandard(at.pack, standard);
      const below = applied?.kind === 'refused' ? [...new Set(applied.breaches.map(({ clause }) => clause))] : [];
      const latest = kept.findLast((other) => other.one.unit === one.unit && isRunning(other.one))?.one;
      const stateNow = (): StandardState => {
        if (one.withdrawnAt !== null) return 'withdrawn';
        if (one.from > at.today) return 'planned';
        if (latest !== undefined && latest.id !== one.id) return 'replaced';
        return applied?.kind === 'applied' ? 'in-force' : 'without-effect';
      };
      return {
        id: one.id,
        unit: one.unit,
        title: standard?.title ?? one.unit,
        version: standard?.version ?? '',
        from: one.from,
        loadedBy: nameOf(one.loadedBy),
        loadedAt: one.loadedAt,
        state: stateNow(),
        withdrawnAt: one.withdrawnAt,
        below,
      };
    })
    .reverse();
}

/** Every version of the tenant's policies, how each stands today, and who did what. */
export async function readPolicies(needs: Pick<Needs, 'store' | 'policies'>, actor: Actor) {
  const today = needs.policies.today(actor.tenantId);
  const pack = await needs.policies.inForce(actor.tenantId);
  return needs.store.asPerson(actor, async (tx) => {
    const { revision, versions, activations, standards } = await tx.policies.history();
    const nameOf = await namesOf(tx, [
      ...versions.map(({ loadedBy }) => loadedBy),
      ...standards.map(({ loadedBy }) => loadedBy),
      ...activations.flatMap(({ by, withdrawnBy }) => [by, withdrawnBy]),
    ]);
    const heads = await Promise.all(versions.map((version) => headOf(needs, actor, version)));
    return {
      today,
      revision,
      versions: versions
        .map((version, index) => {
          const head = heads[index] ?? { approvedBy: null, issuedOn: null, reviewOn: null };
          return {
            id: version.id,
            packId: version.packId,
            title: version.title,
            version: version.version,
            ...head,
            pastReview: head.reviewOn !== null && head.reviewOn < today,
            hash: version.hash,
            loadedBy: nameOf(version.loadedBy),
            loadedAt: version.loadedAt,
            ...stateOfVersion(version.id, activations, today),
          };
        })
        .reverse(),
      standards: standardsView(needs, { standards, today, pack }, nameOf),
      history: activations
        .map((one) => ({
          activationId: one.id,
          versionId: one.versionId,
          from: one.from,
          by: nameOf(one.by),
          at: one.at,
          withdrawnBy: nameOf(one.withdrawnBy),
          withdrawnAt: one.withdrawnAt,
        }))
        .reverse(),
    };
  });
}
