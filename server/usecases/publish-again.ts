import type { Actor } from '#core/people/person.ts';
import type { Pair } from '#core/people/pair.ts';
import { promiseEffect } from '../effects/promise.ts';
import type { Effect } from '../ports/effect.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';

/** Agendas that stood on occurrences Outlook made anew are published there once more, as they last were. */
export async function publishAgain(
  tx: Transaction,
  needs: Pick<Needs, 'clock' | 'ids'>,
  actor: Actor,
  pair: Pair,
  meetingIds: readonly string[],
): Promise<void> {
  const wanted = new Set(meetingIds);
  const published = (await tx.effects.deliveriesOf([pair.id])).filter(
    ({ kind, state, meetingId }) => kind === 'publish-agenda' && state === 'done' && wanted.has(meetingId ?? ''),
  );
  const last = new Map(published.map(({ id, meetingId }) => [meetingId, id]));
  for (const id of last.values()) {
    const effect: Effect | null = await tx.effects.find(id);
    if (effect !== null) await promiseEffect(tx, needs, actor, pair.id, effect.actingId, effect.body);
  }
}
