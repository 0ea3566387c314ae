import { adjourn } from '#core/agenda/adjourn.ts';
import { touchAgenda } from '#core/meeting/meeting-life.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Instant } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { meetingForAct, type MeetingScope } from './pair-scope.ts';
import { planSingle } from './plan-meeting.ts';

type AdjournNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'policies'>;

/** To a meeting that is planned, or to a follow-up planned with it. */
export type AdjournTo =
  | { readonly kind: 'planned'; readonly meetingId: string }
  | { readonly kind: 'follow-up'; readonly meetingId: string; readonly start: Instant; readonly end: Instant };

/** @throws Refusal `not-found` where the pair has no such meeting still to come */
async function targetOf(
  tx: Transaction,
  needs: AdjournNeeds,
  actor: Actor,
  scope: MeetingScope,
  to: AdjournTo,
): Promise<Meeting> {
  if (to.kind === 'follow-up') {
    const plan = { id: to.meetingId, kind: 'follow-up', start: to.start, end: to.end, note: '' } as const;
    return planSingle(tx, needs, actor, scope.pair, plan);
  }
  const target = await tx.meetings.find(to.meetingId);
  if (target?.pairId !== scope.pair.id) throw new Refusal('not-found', { what: 'meeting' });
  return target;
}

/**
 * Adjourns an item: it gets its date then and there, and goes onto that meeting's agenda (OD3a-12).
 * A follow-up is planned and promised to Outlook in the same transaction. The same again changes nothing.
 * @throws Refusal `agenda-changed` when the item has gone elsewhere meanwhile, `not-allowed` for the policy's own standing items,
 * `meeting-cancelled` and the like when the other meeting is not to come any more, `slot-in-past`, `not-found`
 */
export async function adjournItem(
  needs: AdjournNeeds,
  actor: Actor,
  input: { readonly itemId: string; readonly newItemId: string; readonly to: AdjournTo },
) {
  await needs.policies.inForce(actor.tenantId);
  return needs.store.asPerson(actor, async (tx) => {
    const seen = await tx.agendas.find(input.itemId);
    if (seen === null) throw new Refusal('not-found');
    const scope = await meetingForAct(tx, actor, seen.meetingId, 'adjourn');
    const [item, done] = await Promise.all([tx.agendas.find(input.itemId), tx.agendas.find(input.newItemId)]);
    if (item === null) throw new Refusal('not-found');
    if (done?.carriedFromId === item.id) return { seq: await tx.pairs.seq(scope.pair.id) };
    const target = await targetOf(tx, needs, actor, scope, input.to);
    const waiting = await tx.agendas.ofMeetings([target.id]);
    const { left, arrived } = adjourn(item, scope.meeting, { id: input.newItemId, meeting: target, waiting });
    await tx.agendas.save([left], scope.pair.id);
    await tx.agendas.save([arrived], scope.pair.id);
    await tx.meetings.save([
      touchAgenda(target),
      ...(scope.meeting.state === 'planned' ? [touchAgenda(scope.meeting)] : []),
    ]);
    return { seq: await tx.changed(scope.pair.id, 'item-adjourned') };
  });
}
