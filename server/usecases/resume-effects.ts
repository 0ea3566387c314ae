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

/** Takes up what waited for this person's next visit. Returns how many. */
export async function resumeEffects(needs: Pick<Needs, 'store' | 'clock'>, actor: Actor): Promise<number> {
  return needs.store.asPerson(actor, async (tx) => {
    const pairs = await tx.pairs.ofPerson(actor.personId);
    const effects = await tx.effects.ofPairs(pairs.map((pair) => pair.id));
    const waiting = effects.filter(
      (effect) =>
        effect.state === 'parked' && effect.actingId === actor.personId && waitsForVisit.has(effect.parkedFor),
    );
    for (const effect of waiting) {
      await tx.effects.save({
        ...effect,
        state: 'promised',
        parkedFor: null,
        claims: null,
        settledAt: null,
        nextAt: needs.clock.now(),
      });
      await tx.changed(effect.pairId, 'effect-resumed');
    }
    return waiting.length;
  });
}
