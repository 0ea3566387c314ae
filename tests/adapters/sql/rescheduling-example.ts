import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Transaction } from '#server/ports/store.ts';

/** Saves a wish that clashing meetings be moved, one kept where it is, and one moved. */
export async function saveRescheduling(
  tx: Transaction,
  { pair, meeting }: { readonly pair: Pair; readonly meeting: Meeting },
): Promise<void> {
  await tx.reschedulings.wish(pair.id, true, meeting.start);
  await tx.reschedulings.keep(pair.id, { meetingId: meeting.id, start: meeting.start }, meeting.start);
  await tx.reschedulings.addMoved({
    id: meeting.id,
    pairId: pair.id,
    meetingId: meeting.id,
    was: meeting.start,
    start: meeting.end,
    because: 'away',
    at: meeting.start,
  });
}
