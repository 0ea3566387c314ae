import { requireAct } from '#core/access/access.ts';
import type { Arrangement, ArrangementKind, Pair } from '#core/people/pair.ts';
import type { Actor } from '#core/people/person.ts';
import { requireArrangement } from '#core/policy/arrange.ts';
import { instantOf, localDateOf } from '#core/time.ts';
import type { Interval } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { lockedPair, peopleOf } from './pair-scope.ts';

interface WantedArrangement {
  readonly every: Interval;
  readonly kind: ArrangementKind;
  readonly reasons: readonly string[];
  readonly reason: string;
}

/** An arrangement from before a history was kept begins one. */
async function keepUnrecorded(tx: Transaction, ids: Needs['ids'], pair: Pair): Promise<void> {
  const { extraSupport: held } = pair;
  if (held === null || (await tx.arrangements.ofPair(pair.id)).some(({ until }) => until === null)) return;
  const at = instantOf(held.since, '00:00', 'UTC');
  await tx.arrangements.add({ ...held, id: ids.next(), by: pair.supervisorId, at }, pair.id);
}

/**
 * Agrees to meet at another interval for a while, with the reasons both read and keep (OD3a-9), or goes back to what the policy
 * asks (OUT-1). What held until then stays in the history.
 * @throws Refusal `only-supervisor`, `reason-needed`, `less-often-than-asked` with the clause; `bad-request` for a reason the policy does not know
 */
export async function setExtraSupport(
  needs: Pick<Needs, 'store' | 'clock' | 'ids' | 'packs'>,
  actor: Actor,
  input: { readonly pairId: string; readonly extraSupport: WantedArrangement | null },
) {
  const packFor = await needs.packs(actor.tenantId);
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, input.pairId);
    requireAct('set-extra-support', role, null);
    const { supervisor, employee } = await peopleOf(tx, pair);
    const since = localDateOf(now, supervisor.zone);
    const wanted: Arrangement | null = input.extraSupport === null ? null : { since, ...input.extraSupport };
    const pack = await packFor(employee, since);
    if (wanted !== null && pack !== null) requireArrangement(pack, employee, pair, wanted);
    await tx.pairs.save({ ...pair, extraSupport: wanted });
    await keepUnrecorded(tx, needs.ids, pair);
    await tx.arrangements.end(pair.id, since, actor.personId);
    if (wanted !== null)
      await tx.arrangements.add({ ...wanted, id: needs.ids.next(), by: actor.personId, at: now }, pair.id);
    return { seq: await tx.changed(pair.id, 'extra-support-set') };
  });
}
