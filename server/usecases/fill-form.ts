import type { Actor } from '#core/people/person.ts';
import { knownValue } from '#core/record/fill-form.ts';
import type { FieldValue } from '#core/record/filled-form.ts';
import { isAskedOf, valueKindOf } from '#core/record/form-field.ts';
import { partyOf } from '#core/record/write-up.ts';
import { Refusal } from '#core/refusal.ts';
import { formOfMeeting } from './form-of-meeting.ts';
import type { Needs } from './needs.ts';
import { meetingForWriting } from './write-up.ts';

type FormNeeds = Pick<Needs, 'store' | 'clock' | 'policies'>;

/** Fills in a line of the form's head or foot, or empties it with null (FORM-4 to FORM-6). What Duologue knows by itself cannot be typed over. @throws Refusal `not-found`, `not-allowed`, `bad-request`, `meeting-closed` */
export async function fillField(
  needs: FormNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly fieldId: string; readonly value: FieldValue | null },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForWriting(tx, needs, actor, input.meetingId, 'fill-form');
    const { meeting, pair } = scope;
    const { rule, facts } = await formOfMeeting(tx, needs, actor, scope);
    const field = [...(rule?.head ?? []), ...(rule?.foot ?? [])].find(({ id }) => id === input.fieldId);
    if (field === undefined) throw new Refusal('not-found', { what: 'field' });
    if (!isAskedOf(field, partyOf(pair, actor.personId)) || knownValue(field.source, facts) !== null)
      throw new Refusal('not-allowed', { field: field.id });
    const { value } = input;
    if (value === null) await tx.forms.removeValue(meeting.id, field.id);
    else {
      if (value.kind !== valueKindOf(field.source)) throw new Refusal('bad-request', { field: 'value' });
      const filled = { meetingId: meeting.id, fieldId: field.id, value, by: actor.personId, at: needs.clock.now() };
      await tx.forms.saveValue(filled, pair.id);
    }
    return { seq: await tx.changed(pair.id, 'form-filled') };
  });
}

/** Says that a heading does not apply, or takes that back (FORM-6). @throws Refusal `not-found` where the form does not ask that of the heading; `meeting-not-open`, `meeting-closed` */
export async function sayNotApplicable(
  needs: FormNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly sectionId: string; readonly notApplicable: boolean },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForWriting(tx, needs, actor, input.meetingId, 'say-not-applicable');
    const { meeting, pair } = scope;
    const { rule } = await formOfMeeting(tx, needs, actor, scope);
    const section = rule?.sections.find(({ id }) => id === input.sectionId);
    if (section?.notApplicable !== true) throw new Refusal('not-found', { what: 'section' });
    if (input.notApplicable) {
      const said = { meetingId: meeting.id, sectionId: section.id, by: actor.personId, at: needs.clock.now() };
      await tx.forms.saveNotApplicable(said, pair.id);
    } else await tx.forms.removeNotApplicable(meeting.id, section.id);
    return { seq: await tx.changed(pair.id, 'not-applicable') };
  });
}
