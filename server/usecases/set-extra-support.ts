import { requireAct } from '#core/access/access.ts';
import type { Actor } from '#core/people/person.ts';
import { localDateOf } from '#core/time.ts';
import type { Interval } from '#core/time-types.ts';
import type { Needs } from './needs.ts';
import { lockedPair, peopleOf } from './pair-scope.ts';

/** Agrees to meet more often for a while, with the reason both read, or goes back to what the policy asks (OUT-1). @throws Refusal `only-supervisor` */
export async function setExtraSupport(
  needs: Pick<Needs, 'store' | 'clock'>,
  actor: Actor,
  input: {
    readonly pairId: string;
    readonly extraSupport: { readonly every: Interval; readonly reason: string } | null;
  },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, input.pairId);
    requireAct('set-extra-support', role, null);
    const { supervisor } = await peopleOf(tx, pair);
    const since = localDateOf(needs.clock.now(), supervisor.zone);
    await tx.pairs.save({
      ...pair,
      extraSupport: input.extraSupport === null ? null : { since, ...input.extraSupport },
    });
    return { seq: await tx.changed(pair.id, 'extra-support-set') };
  });
}
