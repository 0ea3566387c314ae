import type { MeetingState } from '../meeting/meeting.ts';
import type { Pair } from '../people/pair.ts';
import { Refusal } from '../refusal.ts';

export type Role = 'supervisor' | 'employee' | 'other';

export type Act =
  | 'view'
  | 'add-item'
  | 'edit-item'
  | 'order-items'
  | 'agree'
  | 'adjourn'
  | 'set-standing'
  | 'open'
  | 'add-point'
  | 'edit-point'
  | 'add-action'
  | 'settle-action'
  | 'tick'
  | 'close'
  | 'read-record'
  | 'sign'
  | 'add-addendum'
  | 'schedule'
  | 'move'
  | 'cancel'
  | 'miss'
  | 'skip'
  | 'take-back-skip'
  | 'edit-measures'
  | 'edit-objectives'
  | 'agree-how-to-meet'
  | 'fill-form'
  | 'say-not-applicable'
  | 'write-up'
  | 'share-record'
  | 'confirm-record'
  | 'keep-duties'
  | 'jot'
  | 'keep-preparation-time'
  | 'set-extra-support'
  | 'set-pause'
  | 'hand-over';

interface AccessRule {
  readonly by: 'both' | 'supervisor';
  /** States of the meeting in which it may be done; any, and with no meeting at all, when left out. */
  readonly states?: readonly MeetingState[];
  readonly authorOnly?: boolean;
}

const beforeOrIn: readonly MeetingState[] = ['planned', 'open'];

/** Who of a pair may do what, in which state of a meeting. Nobody outside the pair may do any of it. */
export const accessTable: Readonly<Record<Act, AccessRule>> = {
  view: { by: 'both' },
  'add-item': { by: 'both', states: beforeOrIn },
  'edit-item': { by: 'both', states: beforeOrIn },
  'order-items': { by: 'both', states: beforeOrIn },
  adjourn: { by: 'both', states: beforeOrIn },
  'set-standing': { by: 'both' },
  agree: { by: 'both', states: ['planned'] },
  open: { by: 'both', states: ['planned'] },
  'add-point': { by: 'both', states: ['open'] },
  'edit-point': { by: 'both', states: ['open'], authorOnly: true },
  'add-action': { by: 'both', states: ['open'] },
  'settle-action': { by: 'both' },
  tick: { by: 'both', states: ['open'] },
  close: { by: 'supervisor', states: ['open'] },
  'read-record': { by: 'both', states: ['closed'] },
  sign: { by: 'both', states: ['closed'] },
  'add-addendum': { by: 'both', states: ['closed'] },
  schedule: { by: 'supervisor' },
  move: { by: 'both', states: ['planned'] },
  cancel: { by: 'both', states: ['planned'] },
  miss: { by: 'both', states: ['planned'] },
  skip: { by: 'supervisor', states: ['planned'] },
  'take-back-skip': { by: 'supervisor' },
  'edit-measures': { by: 'both' },
  'edit-objectives': { by: 'both' },
  'agree-how-to-meet': { by: 'both' },
  'fill-form': { by: 'both', states: beforeOrIn },
  'say-not-applicable': { by: 'both', states: ['open'] },
  // Which of the two writes up, and which confirms, is the policy's to say (ESS-7).
  'write-up': { by: 'both', states: ['closed'] },
  'share-record': { by: 'both', states: ['closed'] },
  'confirm-record': { by: 'both', states: ['closed'] },
  'keep-duties': { by: 'both' },
  jot: { by: 'both', authorOnly: true },
  'keep-preparation-time': { by: 'both', states: ['planned'] },
  'set-extra-support': { by: 'supervisor' },
  'set-pause': { by: 'supervisor' },
  'hand-over': { by: 'supervisor' },
};

/** What somebody is in a pair. */
export function roleIn(pair: Pick<Pair, 'supervisorId' | 'employeeId'>, personId: string): Role {
  if (personId === pair.supervisorId) return 'supervisor';
  return personId === pair.employeeId ? 'employee' : 'other';
}

function refusalOf(act: Act, role: Role, state: MeetingState | null, isAuthor: boolean): Refusal | null {
  const rule = accessTable[act];
  // Whoever is outside the pair does not learn that it exists.
  if (role === 'other') return new Refusal('not-found');
  if (rule.by === 'supervisor' && role !== 'supervisor') return new Refusal('only-supervisor');
  if (rule.authorOnly === true && !isAuthor) return new Refusal('only-author');
  if (rule.states === undefined || (state !== null && rule.states.includes(state))) return null;
  if (rule.states[0] === 'closed') return new Refusal('meeting-not-closed', { state });
  switch (state) {
    case 'closed':
      return new Refusal('meeting-closed');
    case 'missed':
    case 'cancelled':
      return new Refusal('meeting-cancelled', { state });
    case 'open':
      return new Refusal('meeting-already-open');
    case 'planned':
    case null:
      return new Refusal('meeting-not-open');
  }
}

/** Lets through who may do an act on a meeting in a state; `isAuthor`: the thing touched is their own. @throws Refusal not-found, only-supervisor, only-author, meeting-not-open, meeting-already-open, meeting-closed, meeting-not-closed, meeting-cancelled */
export function requireAct(act: Act, role: Role, state: MeetingState | null, isAuthor = true): void {
  const refusal = refusalOf(act, role, state, isAuthor);
  if (refusal !== null) throw refusal;
}
