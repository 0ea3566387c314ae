import { requireAct } from '#core/access/access.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { comingOf } from '#core/series/reassign.ts';
import { promiseEffect } from '../effects/promise.ts';
import type { Transaction } from '../ports/store.ts';
import { withdrawOvertaken, type SeriesScope } from './apply-rule.ts';
import { endEvent } from './meeting-event.ts';
import type { Needs } from './needs.ts';
import { lockedPair } from './pair-scope.ts';

/** Ends a series within a transaction that holds the pair's lock. `comment`: what Outlook tells the other, where it can. */
export async function endIn(
  tx: Transaction,
  needs: Pick<Needs, 'clock' | 'ids'>,
  actor: Actor,
  { pair, series }: SeriesScope,
  { reason, comment }: { readonly reason: string; readonly comment: string },
): Promise<void> {
  const now = needs.clock.now();
  const coming = comingOf(await tx.meetings.ofPair(pair.id), series.id, now);
  await tx.meetings.save(coming.map((meeting) => ({ ...meeting, state: 'cancelled' as const, reason })));
  await withdrawOvertaken(tx, now, pair.id, new Set(coming.map(({ id }) => id)));
  await tx.series.save({ ...series, state: 'ended' });
  const kept = await tx.singleEvents.ofMeetings(coming.map(({ id }) => id));
  for (const event of kept) await endEvent(tx, needs, actor, event, comment);
  await promiseEffect(tx, needs, actor, pair.id, pair.supervisorId, {
    kind: 'end-series',
    seriesId: series.id,
    comment,
  });
}

/** Ends a series: what is still planned is cancelled with the reason, in Outlook too. @throws Refusal `series-missing`, `only-supervisor` */
export async function endSeries(
  needs: Pick<Needs, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  input: { readonly pairId: string; readonly reason: string },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, input.pairId);
    requireAct('schedule', role, null);
    const series = await tx.series.current(pair.id);
    if (series === null) throw new Refusal('series-missing');
    await endIn(tx, needs, actor, { pair, series }, { reason: input.reason, comment: input.reason });
    return { seq: await tx.changed(pair.id, 'series-ended') };
  });
}
