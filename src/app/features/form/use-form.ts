import { useMemo } from 'react';
import type { ActionView } from '#contract/actions.ts';
import type { FieldValueView, FormResponse } from '#contract/form.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { PointView } from '#contract/record.ts';
import type { RecordFormRule } from '#core/policy/record-form.ts';
import { fillForm } from '#core/record/fill-form.ts';
import type { FilledDuty, FilledField, FormSectionOf } from './form-shapes.ts';
import type { Unsent } from '../../api/outbox.ts';
import { useRoute } from '../../api/use-route.ts';
import { useSend, useUnsent } from '../../api/use-send.ts';

/** A heading with what stands under it, as the screen has it. */
export type ShownSection = FormSectionOf<PointView, ActionView>;

/** A meeting's form on the screen: what the server said, and on top what was written here since. */
export interface FormScreen {
  readonly answer: FormResponse;
  readonly rule: RecordFormRule;
  readonly sections: readonly ShownSection[];
  readonly head: readonly FilledField[];
  readonly foot: readonly FilledField[];
  readonly fill: (fieldId: string, value: FieldValueView | null) => void;
  readonly sayNotApplicable: (sectionId: string, notApplicable: boolean) => void;
  readonly movePoint: (pointId: string, sectionId: string) => void;
}

function filledSince(unsent: readonly Unsent[], fields: readonly FilledField[]): FilledField[] {
  const typed = unsent.filter(({ name, state }) => name === 'fillField' && state !== 'refused');
  const values = new Map(
    typed.map(({ request }) => {
      const { fieldId, value } = request as { fieldId: string; value: FieldValueView | null };
      return [fieldId, value];
    }),
  );
  return fields.map((field) => {
    const value = values.get(field.id);
    return value === undefined ? field : { ...field, value };
  });
}

function notApplicableSince(unsent: readonly Unsent[], answer: FormResponse): string[] {
  const said = new Set(answer.notApplicable.map(({ sectionId }) => sectionId));
  for (const { name, state, request } of unsent) {
    if (name !== 'sayNotApplicable' || state === 'refused') continue;
    const { sectionId, notApplicable } = request as { sectionId: string; notApplicable: boolean };
    if (notApplicable) said.add(sectionId);
    else said.delete(sectionId);
  }
  return [...said];
}

/** Puts what the meeting's screen shows under the form's headings, by the same rules as the server. */
function sectionsOf(
  view: MeetingResponse,
  answer: FormResponse,
  rule: RecordFormRule,
  notApplicable: string[],
): ShownSection[] {
  const [supervisor, employee] = view.supervising ? [view.me, view.other] : [view.other, view.me];
  const duties: FilledDuty[] = (answer.form?.sections ?? []).flatMap((section) => section.duties);
  const points = new Map(view.points.map((point) => [point.id, point]));
  const actions = new Map([...view.lastActions, ...view.newActions].map((action) => [action.id, action]));
  const filled = fillForm(rule, {
    meeting: view.meeting,
    supervisor,
    employee: { ...employee, employeeNumber: null },
    previousStart: null,
    nextStart: null,
    items: view.items,
    points: view.points.map((point) => ({ ...point, meetingId: view.meeting.id })),
    lastActions: view.lastActions,
    newActions: view.newActions,
    duties,
    values: {},
    notApplicable,
  });
  return filled.sections.map((section) => ({
    ...section,
    points: section.points.flatMap(({ id }) => points.get(id) ?? []),
    actions: section.actions.flatMap(({ id }) => actions.get(id) ?? []),
  }));
}

/** The form of a meeting, live; null: there is none, or it is not read yet. */
export function useForm(view: MeetingResponse): FormScreen | null {
  const meetingId = view.meeting.id;
  const { data } = useRoute('form', { params: { meetingId } });
  const unsent = useUnsent(meetingId);
  const send = useSend(meetingId, view.meeting.pairId);
  return useMemo(() => {
    if (data === undefined || data.rule === null || data.form === null) return null;
    const { rule, form } = data;
    return {
      answer: data,
      rule,
      sections: sectionsOf(view, data, rule, notApplicableSince(unsent, data)),
      head: filledSince(unsent, form.head),
      foot: filledSince(unsent, form.foot),
      // What the server says no to stays in the outbox, where the surface shows it.
      fill(fieldId, value) {
        send('fillField', crypto.randomUUID(), { params: { meetingId }, request: { fieldId, value } }).catch(
          () => undefined,
        );
      },
      sayNotApplicable(sectionId, notApplicable) {
        send('sayNotApplicable', crypto.randomUUID(), {
          params: { meetingId },
          request: { sectionId, notApplicable },
        }).catch(() => undefined);
      },
      movePoint(pointId, sectionId) {
        send('changePoint', crypto.randomUUID(), { params: { pointId }, request: { sectionId } }).catch(
          () => undefined,
        );
      },
    };
  }, [data, view, unsent, send, meetingId]);
}
