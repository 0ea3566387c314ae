import { actionsForMeeting } from '../actions/action-life.ts';
import type { Action, ActionChange } from '../actions/action.ts';
import type { AgendaItem } from '../agenda/agenda-item.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { Pair } from '../people/pair.ts';
import type { Person } from '../people/person.ts';
import type { Point } from '../record/point.ts';
import { localDateOf } from '../time.ts';
import type { Instant, Zone } from '../time-types.ts';
import type { Summary, SummaryAction } from './summary.ts';

/** All a summary is made of. Private jottings are not among it and cannot be. */
export interface SummaryInput {
  readonly meeting: Meeting;
  readonly pair: Pair;
  readonly supervisor: Person;
  readonly employee: Person;
  readonly items: readonly AgendaItem[];
  readonly points: readonly Point[];
  /** All of the pair's actions. */
  readonly actions: readonly Action[];
  /** When the meeting before this one closed; null when this is the first. */
  readonly previousClosedAt: Instant | null;
  readonly next: { readonly start: Instant; readonly end: Instant } | null;
  readonly clause: string | null;
  readonly zone: Zone;
}

function hasStep(
  action: Action,
  kind: ActionChange['kind'],
  holds: (step: Action['history'][number]) => boolean,
): boolean {
  return action.history.some((step) => step.change.kind === kind && holds(step));
}

function summaryAction(action: Action, input: SummaryInput): SummaryAction {
  const owner = action.ownerId === input.supervisor.id ? input.supervisor : input.employee;
  const raisedHere = action.raisedInId === input.meeting.id;
  return {
    text: action.text,
    ownerId: action.ownerId,
    ownerName: owner.displayName,
    dueOn: action.dueOn,
    fromOn: raisedHere ? null : localDateOf(action.createdAt, input.zone),
    newDate: hasStep(action, 'new-date', ({ meetingId }) => meetingId === input.meeting.id),
  };
}

function doneSince(action: Action, { meeting, previousClosedAt }: SummaryInput): boolean {
  const isSince = (at: Instant): boolean => previousClosedAt === null || at > previousClosedAt;
  return (
    action.state === 'done' && hasStep(action, 'done', ({ at, meetingId }) => meetingId === meeting.id || isSince(at))
  );
}

const summaryPerson = ({ id, displayName, givenName }: Person): Summary['employee'] => ({
  id,
  name: displayName,
  givenName,
});

/** What a meeting agreed: open actions by date with owner, what was done since, what was talked about and what moves on (OUT-4). */
export function summarise(input: SummaryInput): Summary {
  const { meeting, points } = input;
  const items = [...input.items].sort((one, other) => one.position - other.position);
  const undone = items.filter(({ state, standingId }) => state !== 'discussed' && standingId === null);
  const actions = actionsForMeeting(input.actions, input.employee.id);
  return {
    meetingId: meeting.id,
    pairId: input.pair.id,
    start: meeting.start,
    supervisor: summaryPerson(input.supervisor),
    employee: summaryPerson(input.employee),
    actions: actions.filter(({ state }) => state === 'open').map((action) => summaryAction(action, input)),
    doneSince: actions.filter((action) => doneSince(action, input)).map(({ text }) => text),
    discussed: items.filter(({ state }) => state === 'discussed').map(({ title }) => title),
    carried: undone.map(({ title }) => title),
    pointCount: points.length,
    praiseCount: points.filter(({ mark }) => mark === 'praise').length,
    next: input.next,
    clause: input.clause,
    zone: input.zone,
  };
}
