import { requireAct } from '#core/access/access.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { promiseEffect } from '../effects/promise.ts';
import { withdrawOvertaken } from './apply-rule.ts';
import { endEvent } from './meeting-event.ts';
import type { Needs } from './needs.ts';
import { lockedPair } from './pair-scope.ts';

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
    const now = needs.clock.now();
    const coming = (await tx.meetings.ofPair(pair.id)).filter(
      (meeting) => meeting.seriesId === series.id && meeting.state === 'planned' && meeting.start > now,
    );
    await tx.meetings.save(
      coming.map((meeting) => ({ ...meeting, state: 'cancelled' as const, reason: input.reason })),
    );
    await withdrawOvertaken(tx, now, pair.id, new Set(coming.map(({ id }) => id)));
    await tx.series.save({ ...series, state: 'ended' });
    const kept = await tx.singleEvents.ofMeetings(coming.map(({ id }) => id));
    for (const event of kept) await endEvent(tx, needs, actor, event, input.reason);
    await promiseEffect(tx, needs, actor, pair.id, pair.supervisorId, {
      kind: 'end-series',
      seriesId: series.id,
      comment: input.reason,
    });
    return { seq: await tx.changed(pair.id, 'series-ended') };
  });
}
