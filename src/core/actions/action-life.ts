import type { Pair } from '../people/pair.ts';
import { Refusal } from '../refusal.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import type { Action, ActionChange } from './action.ts';

/** Who touches an action, when, and in which meeting if in one. `on` is the day of `at` for the pair. */
export interface ActionTouch {
  readonly at: Instant;
  readonly on: LocalDate;
  readonly by: string;
  readonly meetingId: string | null;
}

/** What two people agreed somebody would do. */
export interface AgreedAction {
  readonly id: string;
  readonly pair: Pair;
  readonly raisedInId: string;
  readonly itemId: string | null;
  readonly topicId: string | null;
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: LocalDate | null;
}

function withStep(action: Action, touch: ActionTouch, change: ActionChange): Action {
  const step = { at: touch.at, by: touch.by, meetingId: touch.meetingId, change };
  return { ...action, history: [...action.history, step] };
}

function requireOpen(action: Action): void {
  if (action.state !== 'open') throw new Refusal('action-settled', { state: action.state });
}

function requireText(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new Refusal('bad-request', { field: 'text' });
  return trimmed;
}

/** A new open action. @throws Refusal action-owner-outside-pair, bad-request when it says nothing. */
export function newAction(agreed: AgreedAction, touch: ActionTouch): Action {
  const { pair, ...given } = agreed;
  if (given.ownerId !== pair.supervisorId && given.ownerId !== pair.employeeId) {
    throw new Refusal('action-owner-outside-pair');
  }
  const action: Action = {
    ...given,
    pairId: pair.id,
    text: requireText(given.text),
    state: 'open',
    settledOn: null,
    droppedReason: null,
    timesCarried: 0,
    createdAt: touch.at,
    history: [],
  };
  return withStep(action, touch, { kind: 'agreed', dueOn: given.dueOn });
}

/** Marks an action done. @throws Refusal action-settled */
export function completeAction(action: Action, touch: ActionTouch): Action {
  requireOpen(action);
  return withStep({ ...action, state: 'done', settledOn: touch.on }, touch, { kind: 'done' });
}

/** Opens a done or dropped action again; an open one stays as it is. */
export function reopenAction(action: Action, touch: ActionTouch): Action {
  if (action.state === 'open') return action;
  return withStep({ ...action, state: 'open', settledOn: null, droppedReason: null }, touch, { kind: 'reopened' });
}

/** Gives an action a new date, or none. The same date again changes nothing. @throws Refusal action-settled */
export function moveAction(action: Action, dueOn: LocalDate | null, touch: ActionTouch): Action {
  requireOpen(action);
  if (dueOn === action.dueOn) return action;
  return withStep({ ...action, dueOn }, touch, { kind: 'new-date', from: action.dueOn, to: dueOn });
}

/** Lets an action go, with the reason. @throws Refusal action-settled, reason-needed */
export function dropAction(action: Action, reason: string, touch: ActionTouch): Action {
  requireOpen(action);
  const words = reason.trim();
  if (words === '') throw new Refusal('reason-needed');
  const dropped: Action = { ...action, state: 'dropped', settledOn: touch.on, droppedReason: words };
  return withStep(dropped, touch, { kind: 'dropped', reason: words });
}

/** Says an action in other words; the earlier ones stay in its history. @throws Refusal action-settled, bad-request */
export function rewordAction(action: Action, text: string, touch: ActionTouch): Action {
  requireOpen(action);
  const words = requireText(text);
  if (words === action.text) return action;
  return withStep({ ...action, text: words }, touch, { kind: 'reworded', from: action.text });
}

/** Takes an open action through the close of a later meeting than the one it was raised in. @throws Refusal action-settled */
export function carryAction(action: Action, touch: ActionTouch): Action {
  requireOpen(action);
  if (touch.meetingId === action.raisedInId) return action;
  return withStep({ ...action, timesCarried: action.timesCarried + 1 }, touch, { kind: 'came-back' });
}

/** Whether the day an action was meant for has gone by. An action due today is not late. */
export function isLate(action: Action, today: LocalDate): boolean {
  return action.state === 'open' && action.dueOn !== null && action.dueOn < today;
}

const noDate = '9999-12-31';

/** The order to look at actions in: open ones by date, so late ones lead and undated ones end; then what is settled, latest first. On one day the given person's come first. */
export function actionsForMeeting(actions: readonly Action[], ownerFirst: string | null): Action[] {
  const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  const owned = (action: Action): number => (action.ownerId === ownerFirst ? 0 : 1);
  return [...actions].sort((one, other) => {
    const settled = Number(one.state !== 'open') - Number(other.state !== 'open');
    if (settled !== 0) return settled;
    const byDay =
      one.state === 'open'
        ? compareText(one.dueOn ?? noDate, other.dueOn ?? noDate)
        : compareText(other.settledOn ?? '', one.settledOn ?? '');
    return (
      byDay || owned(one) - owned(other) || compareText(one.createdAt, other.createdAt) || compareText(one.id, other.id)
    );
  });
}
