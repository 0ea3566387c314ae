import { carryOver } from '#core/agenda/agenda.ts';
import { touchAgenda } from '#core/meeting/meeting-life.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Transaction } from '../ports/store.ts';
import type { Ids } from '../ports/system.ts';

/** What one meeting left undone goes onto the next one's agenda, in the order it had. Without a next meeting it stays and waits to be booked. */
export async function carryItems(
  tx: Transaction,
  ids: Ids,
  meeting: Meeting,
  next: Meeting | undefined,
): Promise<void> {
  if (next === undefined) return;
  const items = await tx.agendas.ofMeetings([meeting.id]);
  const waiting = await tx.agendas.ofMeetings([next.id]);
  const last = Math.max(0, ...waiting.map((item) => item.position));
  const carried = carryOver(items).map((item, index) => ({
    ...item,
    id: ids.next(),
    meetingId: next.id,
    position: last + index + 1,
  }));
  if (carried.length === 0) return;
  await tx.agendas.save(carried, meeting.pairId);
  const gone = new Set(carried.map((item) => item.carriedFromId));
  await tx.agendas.save(
    items.filter((item) => gone.has(item.id)).map((item) => ({ ...item, state: 'carried' as const })),
    meeting.pairId,
  );
  await tx.meetings.save([touchAgenda(next)]);
}
