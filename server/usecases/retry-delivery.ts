import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Needs } from './needs.ts';
import { lockedPair } from './pair-scope.ts';

/**
 * Tries a parked promise again. A mail that could not be confirmed is sent again only when its sender has looked and says so.
 * @throws Refusal `effect-not-parked`, `not-allowed` for anybody but the one it acts for, `reason-needed` when nobody has looked
 */
export async function retryDelivery(
  needs: Pick<Needs, 'store' | 'clock'>,
  actor: Actor,
  input: { readonly effectId: string; readonly again: boolean },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const seen = await tx.effects.find(input.effectId);
    if (seen === null) throw new Refusal('not-found');
    const { pair } = await lockedPair(tx, actor, seen.pairId);
    const effect = await tx.effects.find(input.effectId);
    if (effect?.state !== 'parked') throw new Refusal('effect-not-parked');
    if (effect.actingId !== actor.personId) throw new Refusal('not-allowed');
    if (effect.parkedFor === 'unconfirmed' && !input.again) throw new Refusal('reason-needed');
    await tx.effects.save({
      ...effect,
      state: 'promised',
      parkedFor: null,
      claims: null,
      attempts: 0,
      submittedAt: null,
      settledAt: null,
      nextAt: needs.clock.now(),
    });
    return { seq: await tx.changed(pair.id, 'effect-retried') };
  });
}
