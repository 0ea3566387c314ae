import { roleIn } from '#core/access/access.ts';
import { leaveStanding } from '#core/leave/leave.ts';
import type { Actor } from '#core/people/person.ts';
import type { FormField } from '#core/policy/record-form.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { emptySections, knownValue } from '#core/record/fill-form.ts';
import { isAskedOf } from '#core/record/form-field.ts';
import { mayConfirm, mayShare, mayWrite, partyOf, writeUpState } from '#core/record/write-up.ts';
import { localDateOf } from '#core/time.ts';
import type { FormValue } from '../ports/forms.ts';
import { formOfMeeting, type MeetingForm } from './form-of-meeting.ts';
import type { Needs } from './needs.ts';
import { meetingScope } from './pair-scope.ts';
import { actionView } from './views.ts';

/** What the form's own line of a kind says: leave left, absence since. */
function daysIn(made: MeetingForm, source: FormField['source']): number | null {
  const field = [...(made.rule?.head ?? []), ...(made.rule?.foot ?? [])].find((one) => one.source === source);
  const value = made.values.find(({ fieldId }) => fieldId === field?.id)?.value;
  return value?.kind === 'days' ? value.days : null;
}

function leaveOf(made: MeetingForm) {
  const rule = ruleOf(made.rules, 'leave');
  const days = daysIn(made, 'leave-remaining');
  return rule === null || days === null ? null : { ...leaveStanding(rule, days, made.on), clause: rule.clause };
}

/** Absence is on the table once noted; it is spoken of once something stands under a heading beside it (FORM-5). */
function absenceOf(made: MeetingForm) {
  const rule = ruleOf(made.rules, 'absence');
  if (rule === null) return null;
  const days = daysIn(made, 'absence-since');
  return { clause: rule.clause, days };
}

/** A meeting's record on its form, and who may fill what, for one of its two (FORM-6, OD3a-13, ESS-2). @throws Refusal `not-found`, `policy-missing` */
export async function readForm(
  needs: Pick<Needs, 'store' | 'clock' | 'policies'>,
  actor: Actor,
  input: { readonly meetingId: string },
) {
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingScope(tx, actor, input.meetingId);
    const { meeting, pair } = scope;
    const made = await formOfMeeting(tx, needs, actor, scope);
    const party = partyOf(pair, actor.personId);
    const writer = ruleOf(made.rules, 'writer');
    const fields = [...(made.rule?.head ?? []), ...(made.rule?.foot ?? [])];
    const [earlier, seq] = await Promise.all([
      made.before === null ? [] : tx.forms.valuesOf([made.before.id]),
      tx.pairs.seq(pair.id),
    ]);
    const lastOn = made.before === null ? null : localDateOf(made.before.start, made.employee.zone);
    const lastTime = (fieldId: string) => {
      const known = earlier.find((one: FormValue) => one.fieldId === fieldId);
      return known === undefined || lastOn === null ? null : { value: known.value, on: lastOn };
    };
    const writes = mayWrite(writer, meeting, made.writeUp, party);
    const today = localDateOf(now, made.employee.zone);
    return {
      meetingId: meeting.id,
      pairId: pair.id,
      seq,
      supervising: roleIn(pair, actor.personId) === 'supervisor',
      rule: made.rule,
      form:
        made.form === null
          ? null
          : {
              ...made.form,
              head: [...made.form.head],
              foot: [...made.form.foot],
              sections: made.form.sections.map((section) => ({
                ...section,
                points: [...section.points],
                actions: section.actions.map((action) => actionView(action, today)),
                duties: [...section.duties],
              })),
            },
      fields: fields.map((field) => ({
        id: field.id,
        source: field.source,
        mayFill:
          isAskedOf(field, party) &&
          knownValue(field.source, made.facts) === null &&
          (meeting.state === 'planned' || writes),
        lastTime: lastTime(field.id),
      })),
      notApplicable: made.notApplicable.map(({ sectionId, by, at }) => ({ sectionId, by, at })),
      empty: made.rule === null || made.form === null ? [] : emptySections(made.rule, made.form),
      writing: {
        state: writeUpState(writer, meeting, made.writeUp),
        writes: writer?.writes ?? 'both',
        confirms: writer?.confirms ?? null,
        clause: writer?.clause ?? null,
        mayWrite: writes,
        mayShare: mayShare(writer, meeting, made.writeUp, party),
        mayConfirm: mayConfirm(writer, meeting, made.writeUp, party),
        shared: made.writeUp?.shared ?? null,
        confirmed: made.writeUp?.confirmed ?? null,
      },
      leave: leaveOf(made),
      absence: absenceOf(made),
      pack: { id: made.pack.id, version: made.pack.version },
    };
  });
}
