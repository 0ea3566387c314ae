import type { Actor } from '#core/people/person.ts';
import { stateOfVersion } from '#core/policy/versions.ts';
import type { KeptVersion } from '../ports/policies.ts';
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

/** Every version of the tenant's policies, how each stands today, and who did what. */
export async function readPolicies(needs: Pick<Needs, 'store' | 'policies'>, actor: Actor) {
  const today = needs.policies.today(actor.tenantId);
  return needs.store.asPerson(actor, async (tx) => {
    const { revision, versions, activations } = await tx.policies.history();
    const nameOf = await namesOf(tx, [
      ...versions.map(({ loadedBy }) => loadedBy),
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
