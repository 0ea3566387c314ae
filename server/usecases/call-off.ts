import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Actor } from '#core/people/person.ts';
import type { Transaction } from '../ports/store.ts';
import { withdrawOvertaken } from './apply-rule.ts';
import { leaveItems } from './carry-items.ts';
import { cancelInOutlook } from './meeting-event.ts';
import type { Needs } from './needs.ts';

type EventNeeds = Pick<Needs, 'clock' | 'ids'>;

/**
 * Calls off the planned meetings of a stretch of days, here and in Outlook. What stood on them goes to the first meeting after it.
 */
export async function callOff(
  tx: Transaction,
  needs: EventNeeds,
  actor: Actor,
  pair: Pair,
  isCalledOff: (meeting: Meeting) => boolean,
  said: { readonly reason: string; readonly comment: string },
): Promise<void> {
  const now = needs.clock.now();
  const called = (await tx.meetings.ofPair(pair.id)).filter(
    (one) => one.state === 'planned' && one.start > now && isCalledOff(one),
  );
  await tx.meetings.save(called.map((one) => ({ ...one, state: 'cancelled' as const, reason: said.reason })));
  await withdrawOvertaken(tx, now, pair.id, new Set(called.map(({ id }) => id)), false);
  for (const meeting of called) {
    await leaveItems(tx, needs.ids, meeting);
    await cancelInOutlook(tx, needs, actor, pair, meeting, said.comment);
  }
}
