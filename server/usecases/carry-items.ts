import { carryOver } from '#core/agenda/agenda.ts';
import { broughtBack } from '#core/agenda/adjourn.ts';
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
  const fresh = await tx.meetings.find(next.id);
  await tx.meetings.save([touchAgenda(fresh ?? next)]);
}

/** The one-to-one that what is undone goes to: the next still to come. */
export function nextOneToOne(meetings: readonly Meeting[], after: Meeting): Meeting | undefined {
  return meetings.find((one) => one.kind === 'one-to-one' && one.state === 'planned' && one.start > after.start);
}

/** A meeting that is held after all has back what it left to later ones, as far as nobody has begun with it there. */
export async function bringBack(tx: Transaction, meeting: Meeting): Promise<void> {
  const others = (await tx.meetings.ofPair(meeting.pairId)).filter(
    ({ id, state }) => id !== meeting.id && state === 'planned',
  );
  const [own, theirs] = await Promise.all([
    tx.agendas.ofMeetings([meeting.id]),
    tx.agendas.ofMeetings(others.map(({ id }) => id)),
  ]);
  const { gone, back } = broughtBack(theirs, own, new Set([meeting.id]), 'carried');
  for (const { id } of gone) await tx.agendas.remove(id);
  await tx.agendas.save(back, meeting.pairId);
  const left = new Set(gone.map(({ meetingId }) => meetingId));
  await tx.meetings.save(others.filter(({ id }) => left.has(id)).map(touchAgenda));
}

/** A meeting that will not be held leaves its items: what was adjourned to it goes back where that meeting still goes on, the rest to the next one-to-one (OD3a-12). */
export async function leaveItems(tx: Transaction, ids: Ids, meeting: Meeting): Promise<void> {
  const meetings = await tx.meetings.ofPair(meeting.pairId);
  const going = meetings.filter((one) => one.id !== meeting.id && (one.state === 'planned' || one.state === 'open'));
  const left = await tx.agendas.ofMeetings([meeting.id]);
  const sources = await tx.agendas.ofMeetings(going.map(({ id }) => id));
  const { gone, back } = broughtBack(left, sources, new Set(going.map(({ id }) => id)));
  await tx.agendas.save([...gone, ...back], meeting.pairId);
  const returned = new Set(back.map(({ meetingId }) => meetingId));
  await tx.meetings.save(going.filter((one) => returned.has(one.id) && one.state === 'planned').map(touchAgenda));
  await carryItems(tx, ids, meeting, nextOneToOne(await tx.meetings.ofPair(meeting.pairId), meeting));
}
