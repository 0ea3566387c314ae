import type { Actor } from '#core/people/person.ts';
import { shiftsOf, shownShifts, shownTotal, type Shift } from '#core/policy/impact.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { effectivePack, type UnitStandard } from '#core/policy/standard.ts';
import { findingsOn } from '#core/policy/standing.ts';
import { Refusal } from '#core/refusal.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { StandingQueue } from '../ports/standings.ts';
import { comparedVersions } from './compare-policies.ts';
import type { Needs } from './needs.ts';

/** So many pairs at a time, so that others are answered in between. */
const batch = 500;

/** A pack as it is for each unit, worked out once. */
function byUnit(
  pack: PolicyPack,
  standards: readonly UnitStandard[],
  on: LocalDate,
): (unit: string | null) => PolicyPack {
  const known = new Map<string | null, PolicyPack>();
  return (unit) => {
    const found = known.get(unit) ?? effectivePack(pack, standards, { unit }, on).pack;
    known.set(unit, found);
    return found;
  };
}

/**
 * For how many pairs what is asked would stand another way today, if a version were in force in place of today's. Counted from facts
 * alone: no content is read, nobody is named, and small counts are held back.
 * @throws Refusal `not-found`, `not-allowed`
 */
export async function readPolicyImpact(
  needs: Pick<Needs, 'store' | 'policies'> & { readonly standingQueue: Pick<StandingQueue, 'after'> },
  actor: Actor,
  input: { readonly versionId: string },
) {
  if (actor.isAdministrator !== true) throw new Refusal('not-allowed');
  const { policies } = needs;
  const { tenantId } = actor;
  const today = policies.today(tenantId);
  const history = await needs.store.asPerson(actor, (tx) => tx.policies.history());
  const { before, after } = comparedVersions(history, today, input.versionId);
  const was = await policies.versionOf(tenantId, before.packId, before.version);
  const is = await policies.versionOf(tenantId, after.packId, after.version);
  if (was === null || is === null) throw new Refusal('not-found');
  const standards = await policies.standards(tenantId, today);
  const [wasFor, isFor] = [byUnit(was, standards, today), byUnit(is, standards, today)];
  const shifts = new Map<string, Shift>();
  let pairs = 0;
  let last: string | null = null;
  for (;;) {
    const some = await needs.standingQueue.after(tenantId, last, batch);
    for (const { facts } of some) {
      if (facts.pair.to !== null && facts.pair.to < today) continue;
      pairs += 1;
      const old = findingsOn(wasFor(facts.person.unit), facts, today);
      const next = findingsOn(isFor(facts.person.unit), facts, today);
      for (const shift of shiftsOf(old, next)) {
        const key = `${shift.kind} ${shift.before ?? ''} ${shift.after ?? ''}`;
        shifts.set(key, { ...shift, pairs: (shifts.get(key)?.pairs ?? 0) + 1 });
      }
    }
    last = some.at(-1)?.pairId ?? null;
    if (some.length < batch || last === null) break;
  }
  return { pairs: shownTotal(pairs), changes: shownShifts([...shifts.values()], pairs) };
}
