import { requireAct } from '#core/access/access.ts';
import { asAgendaItem, type OwnStandingItem } from '#core/agenda/own-standing-item.ts';
import { touchAgenda } from '#core/meeting/meeting-life.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { lockedPair } from './pair-scope.ts';

type StandingNeeds = Pick<Needs, 'store' | 'clock' | 'ids'>;

/** As many as anybody would go through every time. */
const mostItems = 12;

async function plannedOneToOnes(tx: Transaction, pairId: string): Promise<readonly Meeting[]> {
  return (await tx.meetings.ofPair(pairId)).filter((one) => one.kind === 'one-to-one' && one.state === 'planned');
}

/** Puts an item on every agenda to come, for both to see (OD3a-11). The same id again changes nothing. @throws Refusal `not-found`, `too-large` */
export async function addStandingItem(
  needs: StandingNeeds,
  actor: Actor,
  input: {
    readonly pairId: string;
    readonly id: string;
    readonly title: string;
    readonly kindId: string | null;
    readonly minutes: number;
  },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, input.pairId);
    requireAct('set-standing', role, null);
    const standing = await tx.ownStandingItems.ofPair(pair.id);
    if (standing.some(({ id }) => id === input.id)) return { seq: await tx.pairs.seq(pair.id) };
    if (standing.length >= mostItems) throw new Refusal('too-large', { most: mostItems });
    const item: OwnStandingItem = { ...input, raisedBy: actor.personId, at: needs.clock.now() };
    await tx.ownStandingItems.save(item);
    const meetings = await plannedOneToOnes(tx, pair.id);
    const items = await tx.agendas.ofMeetings(meetings.map(({ id }) => id));
    const lastOf = (meetingId: string): number =>
      Math.max(0, ...items.filter((one) => one.meetingId === meetingId).map(({ position }) => position));
    await tx.agendas.save(
      meetings.map(({ id }) => asAgendaItem(item, { id: needs.ids.next(), meetingId: id, position: lastOf(id) + 1 })),
      pair.id,
    );
    await tx.meetings.save(meetings.map(touchAgenda));
    return { seq: await tx.changed(pair.id, 'standing-item-added') };
  });
}

/** Takes an item off every agenda to come. What has been held keeps it. Gone already is fine. @throws Refusal `not-found` */
export async function removeStandingItem(
  needs: StandingNeeds,
  actor: Actor,
  input: { readonly pairId: string; readonly standingItemId: string },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, input.pairId);
    requireAct('set-standing', role, null);
    const item = await tx.ownStandingItems.find(input.standingItemId);
    if (item?.pairId !== pair.id) return { seq: await tx.pairs.seq(pair.id) };
    await tx.ownStandingItems.remove(item.id);
    const meetings = await plannedOneToOnes(tx, pair.id);
    const items = await tx.agendas.ofMeetings(meetings.map(({ id }) => id));
    const off = items.filter((one) => one.standingId === item.id && one.state === 'open');
    for (const one of off) await tx.agendas.remove(one.id);
    const touched = new Set(off.map(({ meetingId }) => meetingId));
    await tx.meetings.save(meetings.filter(({ id }) => touched.has(id)).map(touchAgenda));
    return { seq: await tx.changed(pair.id, 'standing-item-removed') };
  });
}
