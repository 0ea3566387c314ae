import type { Actor } from '#core/people/person.ts';
import type { Pair } from '#core/people/pair.ts';
import { promiseEffect } from '../effects/promise.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';

/** Meetings whose occurrence is not what it was. */
export interface ChangedOccurrences {
  /** Outlook made them anew: what stood on them is gone. */
  readonly anew: readonly string[];
  /** They are somewhere else. */
  readonly moved: readonly string[];
}

/**
 * Agendas that stood on occurrences Outlook made anew are published there once more, as they last were; so are those that did not
 * find their occurrence, because it was moved while they were on their way.
 */
export async function publishAgain(
  tx: Transaction,
  needs: Pick<Needs, 'clock' | 'ids'>,
  actor: Actor,
  pair: Pair,
  { anew, moved }: ChangedOccurrences,
): Promise<void> {
  const wanted = new Set([...anew, ...moved]);
  if (wanted.size === 0) return;
  const deliveries = (await tx.effects.deliveriesOf([pair.id])).filter(
    ({ kind, state, meetingId }) => kind === 'publish-agenda' && state !== 'withdrawn' && wanted.has(meetingId ?? ''),
  );
  for (const { id, state, parkedFor, meetingId } of new Map(deliveries.map((one) => [one.meetingId, one])).values()) {
    const isWiped = state === 'done' && anew.includes(meetingId ?? '');
    const isLost = state === 'parked' && parkedFor === 'outlook-missing';
    const effect = isWiped || isLost ? await tx.effects.find(id) : null;
    if (effect === null) continue;
    if (isWiped) await promiseEffect(tx, needs, actor, pair.id, effect.actingId, effect.body);
    else
      await tx.effects.save({
        ...effect,
        state: 'promised',
        parkedFor: null,
        settledAt: null,
        nextAt: needs.clock.now(),
      });
  }
}
