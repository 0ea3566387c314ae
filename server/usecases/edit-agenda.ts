import type { AgendaItem } from '#core/agenda/agenda-item.ts';
import { touchAgenda } from '#core/meeting/meeting-life.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { meetingForAct, type MeetingScope } from './pair-scope.ts';

type AgendaNeeds = Pick<Needs, 'store'>;

export interface NewItem {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly topicId: string | null;
  readonly behaviourId?: string | null | undefined;
  readonly kindId?: string | null | undefined;
  readonly urgency: 'normal' | 'urgent';
  readonly minutes: number;
}

/** Absent: stays. Null: cleared. */
export interface ItemChange {
  readonly title?: string | undefined;
  readonly note?: string | null | undefined;
  readonly topicId?: string | null | undefined;
  readonly behaviourId?: string | null | undefined;
  readonly kindId?: string | null | undefined;
  readonly urgency?: 'normal' | 'urgent' | undefined;
  readonly minutes?: number | undefined;
  readonly state?: 'open' | 'discussed' | undefined;
}

/** A changed agenda voids what was agreed of the one before; during the meeting nobody agrees any more. */
async function agendaTouched(tx: Transaction, scope: MeetingScope, what: string): Promise<{ seq: number }> {
  if (scope.meeting.state === 'planned') await tx.meetings.save([touchAgenda(scope.meeting)]);
  return { seq: await tx.changed(scope.pair.id, what) };
}

/** Puts an item at the end of the agenda. The same id again changes nothing. */
export async function putItem(
  tx: Transaction,
  actor: Actor,
  scope: MeetingScope,
  item: NewItem,
): Promise<{ seq: number }> {
  const items = await tx.agendas.ofMeetings([scope.meeting.id]);
  if (items.some((one) => one.id === item.id)) return { seq: await tx.pairs.seq(scope.pair.id) };
  const position = Math.max(0, ...items.map((one) => one.position)) + 1;
  const added: AgendaItem = {
    ...item,
    behaviourId: item.behaviourId ?? null,
    kindId: item.kindId ?? null,
    meetingId: scope.meeting.id,
    standingId: null,
    raisedBy: actor.personId,
    position,
    state: 'open',
    timesCarried: 0,
    carriedFromId: null,
  };
  await tx.agendas.save([added], scope.pair.id);
  return agendaTouched(tx, scope, 'item-added');
}

/** @throws Refusal `not-found`, `meeting-closed`, `duplicate-id` */
export async function addItem(
  needs: AgendaNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly item: NewItem },
) {
  return needs.store.asPerson(actor, async (tx) =>
    putItem(tx, actor, await meetingForAct(tx, actor, input.meetingId, 'add-item'), input.item),
  );
}

async function itemForAct(
  tx: Transaction,
  actor: Actor,
  itemId: string,
): Promise<{ readonly item: AgendaItem; readonly scope: MeetingScope }> {
  const seen = await tx.agendas.find(itemId);
  if (seen === null) throw new Refusal('not-found');
  const [scope, item] = await Promise.all([
    meetingForAct(tx, actor, seen.meetingId, 'edit-item'),
    tx.agendas.find(itemId),
  ]);
  if (item === null) throw new Refusal('not-found');
  return { item, scope };
}

/** @throws Refusal `not-found`, `meeting-closed` */
export async function changeItem(
  needs: AgendaNeeds,
  actor: Actor,
  input: { readonly itemId: string; readonly change: ItemChange },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { item, scope } = await itemForAct(tx, actor, input.itemId);
    const { change } = input;
    if (item.state === 'carried' || item.state === 'adjourned') throw new Refusal('agenda-changed');
    const changed: AgendaItem = {
      ...item,
      title: change.title ?? item.title,
      note: change.note === undefined ? item.note : change.note,
      topicId: change.topicId === undefined ? item.topicId : change.topicId,
      behaviourId: change.behaviourId === undefined ? item.behaviourId : change.behaviourId,
      kindId: change.kindId === undefined ? item.kindId : change.kindId,
      urgency: change.urgency ?? item.urgency,
      minutes: change.minutes ?? item.minutes,
      state: change.state ?? item.state,
    };
    await tx.agendas.save([changed], scope.pair.id);
    return agendaTouched(tx, scope, 'item-changed');
  });
}

/** @throws Refusal `not-found`, `not-allowed` for a standing item of the policy, `meeting-closed` */
export async function removeItem(needs: AgendaNeeds, actor: Actor, input: { readonly itemId: string }) {
  return needs.store.asPerson(actor, async (tx) => {
    const { item, scope } = await itemForAct(tx, actor, input.itemId);
    if (item.standingId !== null && item.raisedBy === null) throw new Refusal('not-allowed', { what: 'standing-item' });
    await tx.agendas.remove(item.id);
    return agendaTouched(tx, scope, 'item-removed');
  });
}

/** Puts the items into the given order; items not named keep their place behind. @throws Refusal `agenda-changed` when one is no longer there */
export async function orderItems(
  needs: AgendaNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly itemIds: readonly string[] },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForAct(tx, actor, input.meetingId, 'order-items');
    const items = await tx.agendas.ofMeetings([scope.meeting.id]);
    const known = new Map(items.map((item) => [item.id, item]));
    if (input.itemIds.some((id) => !known.has(id)) || new Set(input.itemIds).size !== input.itemIds.length)
      throw new Refusal('agenda-changed');
    const rest = items.filter((item) => !input.itemIds.includes(item.id)).map((item) => item.id);
    const ordered = [...input.itemIds, ...rest].flatMap((id, index) => {
      const item = known.get(id);
      return item === undefined ? [] : [{ ...item, position: index + 1 }];
    });
    await tx.agendas.save(ordered, scope.pair.id);
    return agendaTouched(tx, scope, 'items-ordered');
  });
}
