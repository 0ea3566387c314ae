import type { Action } from '#core/actions/action.ts';
import { roleIn } from '#core/access/access.ts';
import type { AgendaItem } from '#core/agenda/agenda-item.ts';
import { touchAgenda } from '#core/meeting/meeting-life.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { lockedPair, pairScope } from './pair-scope.ts';
import { personView } from './views.ts';

interface Open {
  /** The manager before; null: there was none, or there is no meeting to take anything to. */
  readonly from: Person | null;
  readonly fromPairId: string;
  readonly items: readonly AgendaItem[];
  readonly actions: readonly Action[];
  readonly next: Meeting | null;
}

const nothing: Open = { from: null, fromPairId: '', items: [], actions: [], next: null };
const titleLength = 300;
const itemMinutes = 5;

/** What an employee raised or does, and has open with the manager whose one-to-ones this pair took over. */
async function openWithEarlier(tx: Transaction, actor: Actor, pairId: string, now: string): Promise<Open> {
  const pairs = await tx.pairs.ofPerson(actor.personId);
  const handover = (await tx.handovers.ofPairs(pairs.map(({ id }) => id))).findLast((one) => one.toPairId === pairId);
  const earlier = pairs.find(({ id }) => id === handover?.pairId);
  const next = (await tx.meetings.ofPair(pairId)).find(
    (one) => one.kind === 'one-to-one' && one.state === 'planned' && one.start > now,
  );
  if (earlier === undefined || next === undefined) return nothing;
  const [from] = await tx.people.find([earlier.supervisorId]);
  const meetings = await tx.meetings.ofPair(earlier.id);
  const [items, actions, waiting] = await Promise.all([
    tx.agendas.ofMeetings(meetings.map(({ id }) => id)),
    tx.actions.ofPairs([earlier.id]),
    tx.agendas.ofMeetings([next.id]),
  ]);
  const isThere = (title: string): boolean =>
    waiting.some((one) => one.raisedBy === actor.personId && one.title === title.slice(0, titleLength));
  return {
    from: from ?? null,
    fromPairId: earlier.id,
    items: items.filter(
      ({ raisedBy, state, standingId, title }) =>
        raisedBy === actor.personId && state === 'open' && standingId === null && !isThere(title),
    ),
    actions: actions.filter(
      ({ ownerId, state, text }) => ownerId === actor.personId && state === 'open' && !isThere(text),
    ),
    next,
  };
}

/** What the employee could take along from the manager before. Shown to them alone. @throws Refusal `not-found` */
export async function toTakeAlong(
  needs: Pick<Needs, 'store' | 'clock'>,
  actor: Actor,
  input: { readonly pairId: string },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await pairScope(tx, actor, input.pairId);
    const open =
      roleIn(pair, actor.personId) === 'employee'
        ? await openWithEarlier(tx, actor, pair.id, needs.clock.now())
        : nothing;
    return {
      from: open.from === null ? null : personView(open.from),
      items: open.items.map(({ id, title }) => ({ id, title })),
      actions: open.actions.map(({ id, text }) => ({ id, text: text.slice(0, titleLength) })),
    };
  });
}

/**
 * Takes what the employee chose, of their own items and actions, to the next meeting with the manager who took over: as items of theirs.
 * Theirs to decide, because a pair's words reach nobody else otherwise (OD3a-8).
 * @throws Refusal `not-allowed` for anybody but the employee, `not-found`
 */
export async function takeAlong(
  needs: Pick<Needs, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  input: { readonly pairId: string; readonly itemIds: readonly string[]; readonly actionIds: readonly string[] },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await lockedPair(tx, actor, input.pairId);
    if (roleIn(pair, actor.personId) !== 'employee') throw new Refusal('not-allowed', { what: 'take-along' });
    const open = await openWithEarlier(tx, actor, pair.id, needs.clock.now());
    const items = open.items.filter(({ id }) => input.itemIds.includes(id));
    const actions = open.actions.filter(({ id }) => input.actionIds.includes(id));
    const { next } = open;
    if (next === null || items.length + actions.length === 0) return { seq: await tx.pairs.seq(pair.id) };
    const position = Math.max(0, ...(await tx.agendas.ofMeetings([next.id])).map((one) => one.position));
    const fresh: Pick<AgendaItem, 'title' | 'note' | 'urgency' | 'minutes'>[] = [
      ...items,
      ...actions.map(({ text }) => ({
        title: text.slice(0, titleLength),
        note: null,
        urgency: 'normal' as const,
        minutes: itemMinutes,
      })),
    ];
    await tx.agendas.save(
      fresh.map(({ title, note, urgency, minutes }, index) => ({
        ...{ title, note, urgency, minutes },
        id: needs.ids.next(),
        meetingId: next.id,
        topicId: null,
        kindId: null,
        behaviourId: null,
        standingId: null,
        raisedBy: actor.personId,
        position: position + index + 1,
        state: 'open' as const,
        timesCarried: 0,
        carriedFromId: null,
      })),
      pair.id,
    );
    await tx.meetings.save([touchAgenda(next)]);
    return { seq: await tx.changed(pair.id, 'item-added') };
  });
}
