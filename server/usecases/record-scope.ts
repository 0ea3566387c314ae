import type { Actor } from '#core/people/person.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { fillForm, type FormFacts } from '#core/record/fill-form.ts';
import type { FilledForm } from '#core/record/filled-form.ts';
import { actionAsOf, factsIn, recordText, type SealedFacts } from '#core/record/record-content.ts';
import { sealRecord, type Addendum, type Fingerprint, type RecordSeal } from '#core/record/seal.ts';
import { standingOf, termsOf, type Signature, type SignOffStanding, type SignOffTerms } from '#core/record/sign-off.ts';
import { isBeingWritten } from '#core/record/write-up.ts';
import type { Instant } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import { formOfMeeting, type MeetingForm } from './form-of-meeting.ts';
import type { Needs } from './needs.ts';
import type { MeetingScope } from './pair-scope.ts';

/** A closed record with its signing, as it stands. */
export interface RecordScope extends MeetingScope {
  readonly made: MeetingForm;
  readonly terms: SignOffTerms | null;
  readonly standing: SignOffStanding;
  /** Somebody still writes it up: it cannot be sealed yet (ESS-7). */
  readonly beingWritten: boolean;
  /** What a sealed record keeps as it was. */
  readonly facts: SealedFacts;
  /** The record as it stands in the tables. */
  readonly text: string;
  readonly seal: RecordSeal | null;
  readonly signatures: readonly Signature[];
  readonly addenda: readonly Addendum[];
}

function factsNow({ facts, employee, supervisor, rules }: MeetingForm): SealedFacts {
  return {
    supervisor: { id: supervisor.id, name: supervisor.displayName },
    employee: {
      id: employee.id,
      name: employee.displayName,
      jobTitle: employee.jobTitle,
      number: employee.employeeNumber,
    },
    previousStart: facts.previousStart,
    nextStart: facts.nextStart,
    signOff: termsOf(ruleOf(rules, 'sign-off')),
  };
}

/** Reads a closed record and its signing. What was sealed keeps the names, dates and terms it was sealed with. */
export async function recordScope(
  tx: Transaction,
  needs: Pick<Needs, 'policies'>,
  actor: Actor,
  scope: MeetingScope,
  now: Instant,
): Promise<RecordScope> {
  const { meeting, pair } = scope;
  const [made, items, actions, ticks, seal, signatures, addenda] = await Promise.all([
    formOfMeeting(tx, needs, actor, scope),
    tx.agendas.ofMeetings([meeting.id]),
    tx.actions.ofPairs([pair.id]),
    tx.records.ticksOf([meeting.id]),
    tx.signOffs.sealOf(meeting.id),
    tx.signOffs.signaturesOf([meeting.id]),
    tx.signOffs.addendaOf(meeting.id),
  ]);
  const facts = (seal === null ? null : factsIn(seal.content)) ?? factsNow(made);
  const { points, values, notApplicable } = made.facts;
  const { writeUp } = made;
  const duties = writeUp?.duties ?? [];
  const shown = { items, points, actions, values, notApplicable, duties, ticks, writeUp };
  const text = recordText({ meeting, facts, ...shown });
  const standing = standingOf(facts.signOff, meeting.closedAt ?? meeting.end, signatures, now);
  const beingWritten = isBeingWritten(ruleOf(made.rules, 'writer'), meeting, writeUp);
  return { ...scope, made, terms: facts.signOff, standing, beingWritten, facts, text, seal, signatures, addenda };
}

/** The record on its form as it was closed: with the names and dates it keeps, and its actions as they stood then. */
export function formAsClosed({ made, facts, meeting }: RecordScope): FilledForm | null {
  if (made.rule === null) return null;
  const closedAt = meeting.closedAt ?? meeting.end;
  const { employee, supervisor } = made;
  const asClosed: FormFacts = {
    ...made.facts,
    supervisor: { id: supervisor.id, displayName: facts.supervisor.name },
    employee: {
      id: employee.id,
      displayName: facts.employee.name,
      jobTitle: facts.employee.jobTitle,
      employeeNumber: facts.employee.number,
    },
    previousStart: facts.previousStart,
    nextStart: facts.nextStart,
    lastActions: made.facts.lastActions.map((action) => ({ ...action, ...actionAsOf(action, closedAt) })),
    newActions: made.facts.newActions.map((action) => ({ ...action, ...actionAsOf(action, closedAt) })),
  };
  return fillForm(made.rule, asClosed);
}

/** Seals a record as it stands, chained to the pair's last one; what is sealed already stays. Behind the pair's lock. */
export async function sealAsItStands(
  tx: Transaction,
  record: RecordScope,
  at: Instant,
  fingerprint: Fingerprint,
): Promise<RecordSeal> {
  if (record.seal !== null) return record.seal;
  const { meeting, pair, text } = record;
  const before = await tx.signOffs.lastSeal(pair.id);
  const seal = sealRecord({ meetingId: meeting.id, pairId: pair.id, content: text, at }, before, fingerprint);
  await tx.signOffs.addSeal(seal);
  return seal;
}
