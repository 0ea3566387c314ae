import type { Action } from '../actions/action.ts';
import type { AgendaItem } from '../agenda/agenda-item.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { Instant } from '../time-types.ts';
import { canonicalText, type Canonical } from './canonical-text.ts';
import type { FieldValue, FilledDuty } from './filled-form.ts';
import type { CoverageTick, Point } from './point.ts';
import type { SignOffTerms } from './sign-off.ts';
import type { WriteUp } from './write-up.ts';

/** Somebody's name and place as they were when the record was sealed. */
export interface SealedPerson {
  readonly id: string;
  readonly name: string;
}

export interface SealedEmployee extends SealedPerson {
  readonly jobTitle: string | null;
  readonly number: string | null;
}

/** What a sealed text says that the tables say otherwise later: names and dates change, and so does what a policy asks. */
export interface SealedFacts {
  readonly supervisor: SealedPerson;
  readonly employee: SealedEmployee;
  readonly previousStart: Instant | null;
  readonly nextStart: Instant | null;
  readonly signOff: SignOffTerms | null;
}

/** What a record's content is made from, as the store has it. */
export interface RecordParts {
  readonly meeting: Meeting;
  readonly facts: SealedFacts;
  readonly items: readonly AgendaItem[];
  readonly points: readonly Point[];
  /** The pair's. */
  readonly actions: readonly Action[];
  /** What was filled into the form, by the field's id. */
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Headings said not to apply. */
  readonly notApplicable: readonly string[];
  readonly duties: readonly FilledDuty[];
  /** Topics said to have been talked about. */
  readonly ticks: readonly CoverageTick[];
  /** Null: closed before anything was written up. */
  readonly writeUp: Pick<WriteUp, 'shared' | 'confirmed'> | null;
}

const format = 'duologue-record/1';

/** An action as it stood at a moment: what came later is taken back, step by step. */
export function actionAsOf(action: Action, moment: Instant): Pick<Action, 'text' | 'dueOn' | 'state'> {
  let { text, dueOn } = action;
  let state: Action['state'] = 'open';
  for (const { at, change } of action.history.toReversed()) {
    if (at <= moment) continue;
    if (change.kind === 'reworded') text = change.from;
    if (change.kind === 'new-date') dueOn = change.from;
  }
  for (const { at, change } of action.history) {
    if (at > moment) continue;
    if (change.kind === 'done' || change.kind === 'dropped') state = change.kind;
    if (change.kind === 'reopened') state = 'open';
  }
  return { text, dueOn, state };
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

function actionLine(action: Action, moment: Instant) {
  return { id: action.id, ownerId: action.ownerId, ...actionAsOf(action, moment) };
}

/** An item as the meeting went through it. Whether what was left over went on later is no part of it. */
function itemLine({ id, title, note, topicId, kindId, behaviourId, raisedBy, minutes, position, state }: AgendaItem) {
  const discussed = state === 'discussed';
  return { id, title, note, topicId, kindId, behaviourId, raisedBy, minutes, position, discussed };
}

function byTopic(one: { readonly topicId: string }, other: { readonly topicId: string }): number {
  return one.topicId < other.topicId ? -1 : one.topicId > other.topicId ? 1 : 0;
}

function saidIn(said: WriteUp['shared'] | undefined) {
  return said === null || said === undefined ? null : { by: said.by, at: said.at };
}

/** Whether an action lay on the table: agreed before the meeting closed, and changed in it or open at its end. */
function wasLookedAt(action: Action, meeting: Meeting, closedAt: Instant): boolean {
  if (action.raisedInId === meeting.id || action.createdAt > closedAt) return false;
  return (
    actionAsOf(action, closedAt).state === 'open' ||
    action.history.some(({ at, meetingId }) => meetingId === meeting.id && at <= closedAt)
  );
}

/**
 * The canonical text of a closed record: what is signed, and what the fingerprint is the SHA-256 of (OD3a-13, FORM-2). Actions stand in
 * it as they stood when the meeting closed, so that later work on them changes nothing that was signed.
 */
export function recordText(parts: RecordParts): string {
  const { meeting, facts, values } = parts;
  const { supervisor, employee } = facts;
  const closedAt = meeting.closedAt ?? meeting.end;
  const content: Canonical = {
    format,
    meeting: {
      id: meeting.id,
      pairId: meeting.pairId,
      kind: meeting.kind,
      start: meeting.start,
      end: meeting.end,
      closedAt,
    },
    supervisor: { id: supervisor.id, name: supervisor.name },
    employee: { id: employee.id, name: employee.name, jobTitle: employee.jobTitle, number: employee.number },
    previousStart: facts.previousStart,
    nextStart: facts.nextStart,
    policy: { id: meeting.packId, version: meeting.packVersion },
    signOff: facts.signOff === null ? null : { ...facts.signOff },
    items: [...parts.items].sort(byId).map(itemLine),
    points: [...parts.points]
      .sort(byId)
      .map(({ id, itemId, topicId, authorId, text, mark, behaviourId, at, ...point }) => ({
        id,
        itemId,
        topicId,
        sectionId: point.sectionId,
        authorId,
        text,
        mark,
        behaviourId,
        at,
      })),
    agreed: parts.actions
      .filter(({ raisedInId, createdAt }) => raisedInId === meeting.id && createdAt <= closedAt)
      .sort(byId)
      .map((action) => actionLine(action, closedAt)),
    lookedAt: parts.actions
      .filter((action) => wasLookedAt(action, meeting, closedAt))
      .sort(byId)
      .map((action) => actionLine(action, closedAt)),
    values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { ...value }])),
    notApplicable: [...parts.notApplicable].sort(),
    duties: parts.duties.map(({ title, validUntil, standing }) => ({ title, validUntil, standing })),
    covered: parts.ticks.map(({ topicId, by }) => ({ topicId, by })).sort(byTopic),
    shared: saidIn(parts.writeUp?.shared),
    confirmed: saidIn(parts.writeUp?.confirmed),
  };
  return canonicalText(content);
}

/** Reads those facts back. Null: the text is not one of ours. */
export function factsIn(content: string): SealedFacts | null {
  let read: unknown;
  try {
    read = JSON.parse(content);
  } catch {
    return null;
  }
  const facts = read as Partial<SealedFacts> | null;
  if (typeof facts?.supervisor?.name !== 'string' || typeof facts.employee?.name !== 'string') return null;
  const { supervisor, employee, previousStart, nextStart, signOff } = facts;
  if (previousStart === undefined || nextStart === undefined || signOff === undefined) return null;
  return { supervisor, employee, previousStart, nextStart, signOff };
}
