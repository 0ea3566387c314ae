import { requireAct } from '#core/access/access.ts';
import {
  completeAction,
  dropAction,
  moveAction,
  newAction,
  reopenAction,
  rewordAction,
} from '#core/actions/action-life.ts';
import type { Action } from '#core/actions/action.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { lockedPair, meetingScope } from './pair-scope.ts';
import { actionView } from './views.ts';
import { requireItem } from './write-record.ts';
import { meetingForWriting } from './write-up.ts';

type ActionNeeds = Pick<Needs, 'store' | 'clock' | 'policies'>;

export type ActionStepRequest =
  | { readonly kind: 'done' }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'new-date'; readonly dueOn: LocalDate | null }
  | { readonly kind: 'dropped'; readonly reason: string }
  | { readonly kind: 'reworded'; readonly text: string };

async function todayOf(tx: Transaction, actor: Actor, now: string): Promise<LocalDate> {
  return localDateOf(now, (await tx.people.find([actor.personId]))[0]?.zone ?? 'UTC');
}

/** Captures an action in a meeting (C3). The same id again changes nothing. @throws Refusal `meeting-not-open`, `action-owner-outside-pair`, `not-found` */
export async function addAction(
  needs: ActionNeeds,
  actor: Actor,
  input: {
    readonly meetingId: string;
    readonly id: string;
    readonly text: string;
    readonly ownerId: string;
    readonly dueOn: LocalDate | null;
    readonly itemId: string | null;
    readonly topicId: string | null;
  },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const now = needs.clock.now();
    const [{ pair }, today] = await Promise.all([
      meetingForWriting(tx, needs, actor, input.meetingId, 'add-action'),
      todayOf(tx, actor, now),
      requireItem(tx, input.meetingId, input.itemId),
    ]);
    const { meetingId, ...wanted } = input;
    const action = newAction(
      { ...wanted, pair, raisedInId: meetingId },
      { at: now, by: actor.personId, meetingId, on: today },
    );
    if (await tx.actions.add(action)) {
      await tx.changed(pair.id, 'action-added');
      return actionView(action, today);
    }
    const known = await tx.actions.find(input.id);
    if (known?.pairId !== pair.id) throw new Refusal('duplicate-id');
    return actionView(known, today);
  });
}

function stepped(action: Action, step: ActionStepRequest, touch: Parameters<typeof completeAction>[1]): Action {
  switch (step.kind) {
    case 'done':
      return completeAction(action, touch);
    case 'reopened':
      return reopenAction(action, touch);
    case 'new-date':
      return moveAction(action, step.dueOn, touch);
    case 'dropped':
      return dropAction(action, step.reason, touch);
    case 'reworded':
      return rewordAction(action, step.text, touch);
  }
}

/** One step in an action's life, in a meeting or between meetings. @throws Refusal `action-settled`, `reason-needed`, `not-found` */
export async function changeAction(
  needs: ActionNeeds,
  actor: Actor,
  input: { readonly actionId: string; readonly meetingId: string | null; readonly step: ActionStepRequest },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const seen = await tx.actions.find(input.actionId);
    if (seen === null) throw new Refusal('not-found');
    const now = needs.clock.now();
    const [{ pair, role }, action, today, meeting] = await Promise.all([
      lockedPair(tx, actor, seen.pairId),
      tx.actions.find(input.actionId),
      todayOf(tx, actor, now),
      input.meetingId === null ? null : meetingScope(tx, actor, input.meetingId),
    ]);
    requireAct('settle-action', role, null);
    if (action === null) throw new Refusal('not-found');
    if (meeting !== null && meeting.pair.id !== pair.id) throw new Refusal('not-found', { what: 'meeting' });
    const changed = stepped(action, input.step, { at: now, by: actor.personId, meetingId: input.meetingId, on: today });
    await tx.actions.save([changed]);
    await tx.changed(pair.id, 'action-changed');
    return actionView(changed, today);
  });
}
