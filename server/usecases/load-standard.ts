import type { Actor } from '#core/people/person.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { applyStandard, type AppliedStandard, type UnitStandard } from '#core/policy/standard.ts';
import { activationOn } from '#core/policy/versions.ts';
import { Refusal } from '#core/refusal.ts';
import { addDays } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { PolicyHistory } from '../ports/policies.ts';
import type { Needs } from './needs.ts';
import { revisePolicies } from './revise-policies.ts';

type StandardNeeds = Pick<Needs, 'store' | 'clock' | 'policies'>;

export type LoadedStandard =
  | { readonly kind: 'loaded'; readonly standardId: string; readonly wasThere: boolean; readonly revision: number }
  | Extract<AppliedStandard, { kind: 'refused' }>;

/** The pack in force and those planned after it: a standard must fit each that it is made for. */
async function packsAhead(
  needs: StandardNeeds,
  actor: Actor,
  { versions, activations }: PolicyHistory,
  today: LocalDate,
): Promise<readonly PolicyPack[]> {
  const planned = activations.filter((one) => one.withdrawnAt === null && one.from > today);
  const ids = [activationOn(activations, today)?.versionId, ...planned.map(({ versionId }) => versionId)];
  const packs = await Promise.all(
    versions
      .filter(({ id }) => ids.includes(id))
      .map((one) => needs.policies.versionOf(actor.tenantId, one.packId, one.version)),
  );
  return packs.filter((pack) => pack !== null);
}

/** What is wrong with a standard in any of the packs it is made for; null: nothing. */
function refusalIn(
  packs: readonly PolicyPack[],
  standard: UnitStandard,
): Extract<LoadedStandard, { kind: 'refused' }> | null {
  const own = packs.filter(({ id }) => id === standard.packId);
  for (const pack of own.length > 0 ? own : packs.slice(0, 1)) {
    const applied = applyStandard(pack, standard);
    if (applied.kind === 'refused') return applied;
  }
  return null;
}

/**
 * Keeps a unit's standard, which holds from its own day, or from today where that has passed. The same file again changes nothing.
 * One that falls below the policy in force, or below one that is planned, comes back with every clause it would break (OD3a-3).
 * @throws Refusal `version-taken`, `policies-changed`, `not-allowed`
 */
export async function loadStandard(
  needs: StandardNeeds,
  actor: Actor,
  input: { readonly id: string; readonly standard: UnitStandard; readonly text: string; readonly revision: number },
): Promise<LoadedStandard> {
  const { id, standard, text } = input;
  const today = needs.policies.today(actor.tenantId);
  if (actor.isAdministrator !== true) throw new Refusal('not-allowed');
  const loaded = await needs.store.asPerson(actor, async (tx): Promise<LoadedStandard> => {
    const before = await tx.policies.history();
    const same = before.standards.find((kept) => {
      const one = needs.policies.standardIn(kept);
      return kept.withdrawnAt === null && one?.id === standard.id && one.version === standard.version;
    });
    if (same !== undefined && same.text !== text)
      throw new Refusal('version-taken', { title: standard.title, version: standard.version });
    if (same !== undefined) return { kind: 'loaded', standardId: same.id, wasThere: true, revision: before.revision };
    // On what was seen, or nothing is revised below: so what is refused here leaves no trace.
    const refused = refusalIn(await packsAhead(needs, actor, before, today), standard);
    if (refused !== null) return refused;
    const history = await revisePolicies(tx, actor, input.revision);
    await tx.policies.addStandard({
      id,
      unit: standard.unit,
      text,
      from: standard.from > today ? standard.from : today,
      loadedBy: actor.personId,
      loadedAt: needs.clock.now(),
      withdrawnBy: null,
      withdrawnAt: null,
    });
    return { kind: 'loaded', standardId: id, wasThere: false, revision: history.revision };
  });
  await needs.policies.renew(actor.tenantId);
  return loaded;
}

/**
 * Withdraws a unit's standard: from today the one before it holds, or the policy alone. Withdrawn already, nothing changes.
 * @throws Refusal `policies-changed`, `not-found`, `not-allowed`
 */
export async function withdrawStandard(
  needs: StandardNeeds,
  actor: Actor,
  input: { readonly standardId: string; readonly revision: number },
): Promise<{ revision: number }> {
  const revision = await needs.store.asPerson(actor, async (tx) => {
    const before = await tx.policies.history();
    if (before.standards.some((one) => one.id === input.standardId && one.withdrawnAt !== null)) return before.revision;
    const history = await revisePolicies(tx, actor, input.revision);
    const standard = history.standards.find((one) => one.id === input.standardId);
    if (standard === undefined) throw new Refusal('not-found');
    await tx.policies.withdrawStandard({
      ...standard,
      withdrawnBy: actor.personId,
      withdrawnAt: needs.clock.now(),
    });
    return history.revision;
  });
  await needs.policies.renew(actor.tenantId);
  return { revision };
}

/** Standards that hold today or will, and would fall below a policy: they would have no effect under it. */
export async function standardsBelow(
  needs: Pick<Needs, 'policies'>,
  actor: Actor,
  pack: PolicyPack,
): Promise<{ readonly unit: string; readonly title: string; readonly clauses: string[] }[]> {
  const today = needs.policies.today(actor.tenantId);
  const standards = await needs.policies.standards(actor.tenantId, addDays(today, 3650));
  return standards.flatMap((standard) => {
    const applied = applyStandard(pack, standard);
    if (applied.kind === 'applied') return [];
    return [
      {
        unit: standard.unit,
        title: standard.title,
        clauses: [...new Set(applied.breaches.map(({ clause }) => clause))],
      },
    ];
  });
}
