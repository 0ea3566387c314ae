import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import type { ParkedFor } from '../ports/effect.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';

/** What only waited for the person to be here again. */
const waitsForVisit: ReadonlySet<ParkedFor | null> = new Set<ParkedFor | null>([
  'sign-in-needed',
  'consent-needed',
  'claims-needed',
  'application-refused',
]);

/** Takes up what waited in one pair, unless it was taken back meanwhile. */
async function resumeIn(tx: Transaction, pairId: string, effectIds: readonly string[], now: Instant): Promise<void> {
  await tx.pairs.lock(pairId);
  for (const id of effectIds) {
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
    await tx.changed(pairId, 'effect-resumed');
  }
}

/** Takes up what waited for this person's next visit, and has their pairs looked at for what else did. Returns how many promises. */
export async function resumeEffects(needs: Pick<Needs, 'store' | 'clock'>, actor: Actor): Promise<number> {
  const now = needs.clock.now();
  const { pairIds, waiting } = await needs.store.asPerson(actor, async (tx) => {
    const ids = (await tx.pairs.ofPerson(actor.personId)).map((pair) => pair.id);
    const parked = (await tx.effects.deliveriesOf(ids)).filter(
      (one) => one.state === 'parked' && one.actingId === actor.personId && waitsForVisit.has(one.parkedFor),
    );
    return { pairIds: ids, waiting: parked };
  });
  // One pair at a time: nobody who holds one waits for another.
  const byPair = Object.groupBy(waiting, ({ pairId }) => pairId);
  for (const [pairId, them = []] of Object.entries(byPair))
    await needs.store.asPerson(actor, (tx) =>
      resumeIn(
        tx,
        pairId,
        them.map(({ id }) => id),
        now,
      ),
    );
  await needs.store.asPerson(actor, (tx) => tx.hours.ask(pairIds, now));
  return waiting.length;
}
