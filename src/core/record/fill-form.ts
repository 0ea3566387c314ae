import type { Action } from '../actions/action.ts';
import type { AgendaItem } from '../agenda/agenda-item.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { Person } from '../people/person.ts';
import type { FieldSource, FormField, FormSection, RecordFormRule } from '../policy/record-form.ts';
import type { Instant } from '../time-types.ts';
import type { FieldValue, FilledDuty, FilledField, FilledForm, FilledSection } from './filled-form.ts';
import type { Point } from './point.ts';
import { sectionOf } from './section-of.ts';

/** All a form is filled from. Facts of one meeting, none made up. */
export interface FormFacts {
  readonly meeting: Pick<Meeting, 'start'>;
  readonly supervisor: Pick<Person, 'id' | 'displayName'>;
  readonly employee: Pick<Person, 'id' | 'displayName' | 'jobTitle'> & {
    readonly employeeNumber: string | null;
  };
  readonly previousStart: Instant | null;
  readonly nextStart: Instant | null;
  readonly items: readonly Pick<AgendaItem, 'id' | 'topicId'>[];
  readonly points: readonly Point[];
  /** On the table from before (FORM-3). */
  readonly lastActions: readonly Action[];
  /** Agreed in this meeting. */
  readonly newActions: readonly Action[];
  readonly duties: readonly FilledDuty[];
  /** What was typed, by the field's id. */
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Headings said not to apply (FORM-6). */
  readonly notApplicable: readonly string[];
}

function words(text: string | null): FieldValue | null {
  return text === null ? null : { kind: 'text', text };
}

function moment(at: Instant | null): FieldValue | null {
  return at === null ? null : { kind: 'moment', at };
}

/** What Duologue knows by itself for a field; null: nothing, so somebody has to fill it in. */
export function knownValue(source: FieldSource, facts: Omit<FormFacts, 'points' | 'items'>): FieldValue | null {
  switch (source) {
    case 'employee-name':
      return words(facts.employee.displayName);
    case 'employee-job-title':
      return words(facts.employee.jobTitle);
    case 'employee-number':
      return words(facts.employee.employeeNumber);
    case 'supervisor-name':
      return words(facts.supervisor.displayName);
    case 'meeting-date':
      return moment(facts.meeting.start);
    case 'previous-meeting-date':
      return moment(facts.previousStart);
    case 'next-meeting-date':
      return moment(facts.nextStart);
    case 'leave-remaining':
    case 'absence-since':
    case 'text':
    case 'date':
      return null;
    default:
      return source satisfies never;
  }
}

/** The heading that holds something. Where the form has none for it, agreed actions still stand somewhere: at the end. */
function holderOf(sections: readonly FormSection[], holds: 'progress' | 'actions' | 'duties'): string | null {
  const own = sections.find((section) => section.holds === holds)?.id ?? null;
  return own ?? (holds === 'actions' ? (sections.at(-1)?.id ?? null) : null);
}

/** A meeting's record on the form its policy asks for: every point stands under exactly one heading (OD3a-13, FORM-6, ESS-2). */
export function fillForm(rule: RecordFormRule, facts: FormFacts): FilledForm {
  const { sections } = rule;
  const topicOfItem = new Map(facts.items.map(({ id, topicId }) => [id, topicId]));
  const placeOf = ({ sectionId, topicId, itemId, authorId }: Point): string | null =>
    sectionOf(sections, {
      sectionId,
      topicId: topicId ?? (itemId === null ? null : (topicOfItem.get(itemId) ?? null)),
      writtenBy: authorId === facts.supervisor.id ? 'supervisor' : 'employee',
    });
  const placed = facts.points.map((point) => ({ point, at: placeOf(point) }));
  const [progress, actions, duties] = [
    holderOf(sections, 'progress'),
    holderOf(sections, 'actions'),
    holderOf(sections, 'duties'),
  ];
  const field = ({ id, label, source }: FormField): FilledField => ({
    id,
    label,
    // Only what was typed: a policy may call a line what every object has a property of.
    value: knownValue(source, facts) ?? (Object.hasOwn(facts.values, id) ? facts.values[id] : null) ?? null,
  });
  const section = ({ id, title, stage, notApplicable }: FormSection): FilledSection => {
    const points = placed.filter(({ at }) => at === id).map(({ point }) => point);
    const own = [...(id === progress ? facts.lastActions : []), ...(id === actions ? facts.newActions : [])];
    const held = id === duties ? facts.duties : [];
    const isEmpty = points.length + own.length + held.length === 0;
    return {
      id,
      title,
      stage,
      // Whatever stands under a heading says that it applies after all.
      notApplicable: notApplicable && isEmpty && facts.notApplicable.includes(id),
      points,
      actions: own,
      duties: held,
    };
  };
  return {
    title: rule.title,
    look: rule.look,
    head: rule.head.map(field),
    sections: sections.map(section),
    foot: rule.foot.map(field),
    actionColumns: rule.actionColumns,
  };
}

/** Headings that are empty, in the form's order. Nobody has to fill them (ESS-2); where the form wants it said, it can be said that one does not apply (FORM-6). */
export function emptySections(
  rule: RecordFormRule,
  form: FilledForm,
): { readonly id: string; readonly title: string; readonly mayNotApply: boolean }[] {
  return form.sections.flatMap((section) => {
    const isEmpty = section.points.length + section.actions.length + section.duties.length === 0;
    if (!isEmpty || section.notApplicable) return [];
    const asked = rule.sections.find(({ id }) => id === section.id);
    return [{ id: section.id, title: section.title, mayNotApply: asked?.notApplicable ?? false }];
  });
}
