import type { Actor } from '#core/people/person.ts';
import type { ParkedFor } from '../ports/effect.ts';
import type { Needs } from './needs.ts';

/** What only waited for the person to be here again. */
const waitsForVisit: ReadonlySet<ParkedFor | null> = new Set<ParkedFor | null>([
  'sign-in-needed',
  'consent-needed',
  'claims-needed',
  'application-refused',
]);

/** Takes up what waited for this person's next visit, and has their pairs looked at for what else did. Returns how many promises. */
export async function resumeEffects(needs: Pick<Needs, 'store' | 'clock'>, actor: Actor): Promise<number> {
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const pairIds = (await tx.pairs.ofPerson(actor.personId)).map((pair) => pair.id);
    const waiting = (await tx.effects.deliveriesOf(pairIds)).filter(
      (one) => one.state === 'parked' && one.actingId === actor.personId && waitsForVisit.has(one.parkedFor),
    );
    for (const { id } of waiting) {
      const effect = await tx.effects.find(id);
      if (effect?.state !== 'parked') continue;
      await tx.effects.save({
        ...effect,
        state: 'promised',
        parkedFor: null,
        claims: null,
        settledAt: null,
        nextAt: now,
      });
      await tx.changed(effect.pairId, 'effect-resumed');
    }
    // Last, as everybody does: whoever changes a pair at the same time holds the pair first and asks for its hour then.
    await tx.hours.ask(pairIds, now);
    return waiting.length;
  });
}
