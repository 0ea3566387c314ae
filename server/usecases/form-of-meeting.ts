import { actionsForMeeting } from '#core/actions/action-life.ts';
import { standingOf, type Duty } from '#core/duties/duty.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor, Person } from '#core/people/person.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { RecordFormRule } from '#core/policy/record-form.ts';
import { effectiveRules } from '#core/policy/resolve.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import type { PolicyRule } from '#core/policy/rules.ts';
import { fillForm, type FormFacts } from '#core/record/fill-form.ts';
import type { FilledDuty, FilledForm } from '#core/record/filled-form.ts';
import type { WriteUp } from '#core/record/write-up.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { FormValue, NotApplicable } from '../ports/forms.ts';
import type { Transaction } from '../ports/store.ts';
import { agreedRules } from './agreed-rules.ts';
import type { Needs } from './needs.ts';
import { packOfMeeting } from './pack-of-meeting.ts';
import { peopleOf, type MeetingScope } from './pair-scope.ts';
import { lastActionsOf } from './read-meeting.ts';

/** A meeting's record on its form, with what it was made from. */
export interface MeetingForm {
  /** The policy the record is kept under. */
  readonly pack: PolicyPack;
  /** What the policy asks of the pair. */
  readonly rules: readonly PolicyRule[];
  /** Null: the policy has no form for this kind of meeting. */
  readonly rule: RecordFormRule | null;
  readonly form: FilledForm | null;
  readonly facts: FormFacts;
  readonly values: readonly FormValue[];
  readonly notApplicable: readonly NotApplicable[];
  readonly writeUp: WriteUp | null;
  /** The closed meeting before this one; null: there was none. */
  readonly before: Meeting | null;
  readonly employee: Person;
  readonly supervisor: Person;
  /** The day of the meeting where the employee is. */
  readonly on: LocalDate;
}

/** The form a policy has for a kind of meeting; null: none. */
export function formRuleFor(rules: readonly PolicyRule[], kind: Meeting['kind']): RecordFormRule | null {
  return (
    rules.find((one): one is RecordFormRule => one.kind === 'record-form' && one.meetingKinds.includes(kind)) ?? null
  );
}

/** The duties of a person as a form shows them on a day: ended ones are left out. */
export function dutiesOn(duties: readonly Duty[], rules: readonly PolicyRule[], today: LocalDate): FilledDuty[] {
  const asked = (ruleOf(rules, 'duties')?.confirmedBy ?? null) !== null;
  return duties.flatMap((duty) => {
    const standing = standingOf(duty, asked, today);
    return standing === 'ended' ? [] : [{ title: duty.title, validUntil: duty.validUntil, standing }];
  });
}

/** A pair's employee and the rules that hold for them under a policy. */
export function rulesFor(pack: PolicyPack, employee: Person, { pair, meeting }: MeetingScope): PolicyRule[] {
  return effectiveRules(pack, employee, pair, localDateOf(meeting.start, employee.zone));
}

/**
 * The record of any meeting, open or closed, on the form its policy has for it. What signing locks and documents print is this.
 * A closed meeting shows the duties as they stood when it closed.
 */
export async function formOfMeeting(
  tx: Transaction,
  needs: Pick<Needs, 'policies'>,
  actor: Actor,
  scope: MeetingScope,
): Promise<MeetingForm> {
  const { meeting, pair } = scope;
  const { supervisor, employee } = await peopleOf(tx, pair);
  const pack = await packOfMeeting(needs, actor, meeting, employee);
  const [rules, meetings, items, points, actions, values, notApplicable, writeUp, duties] = await Promise.all([
    agreedRules(tx, rulesFor(pack, employee, scope), meeting),
    tx.meetings.ofPair(pair.id),
    tx.agendas.ofMeetings([meeting.id]),
    tx.records.pointsOf([meeting.id]),
    tx.actions.ofPairs([pair.id]),
    tx.forms.valuesOf([meeting.id]),
    tx.forms.notApplicableOf([meeting.id]),
    tx.forms.writeUpOf(meeting.id),
    tx.duties.ofPerson(pair.employeeId),
  ]);
  const before = meetings.findLast((one) => one.state === 'closed' && one.start < meeting.start);
  const after = meetings.find(
    (one) => one.start > meeting.start && one.state !== 'cancelled' && one.state !== 'missed',
  );
  const rule = formRuleFor(rules, meeting.kind);
  const on = localDateOf(meeting.start, employee.zone);
  const facts: FormFacts = {
    meeting,
    supervisor,
    employee,
    previousStart: before?.start ?? null,
    nextStart: after?.start ?? null,
    items,
    points,
    lastActions: actionsForMeeting(lastActionsOf(actions, meeting, before), null),
    newActions: actions.filter((action) => action.raisedInId === meeting.id),
    duties: writeUp?.duties ?? dutiesOn(duties, rules, on),
    values: Object.fromEntries(values.map(({ fieldId, value }) => [fieldId, value])),
    notApplicable: notApplicable.map(({ sectionId }) => sectionId),
  };
  return {
    pack,
    rules,
    rule,
    form: rule === null ? null : fillForm(rule, facts),
    facts,
    values,
    notApplicable,
    writeUp,
    before: before ?? null,
    employee,
    supervisor,
    on,
  };
}
