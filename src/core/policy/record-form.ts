import type { MeetingKind } from '../meeting/meeting.ts';
import type { Party } from '../people/pair.ts';
import type { RuleBase } from './rule-base.ts';

/** Where a field's value comes from: what Duologue knows by itself, or what one of the two fills in. */
export const fieldSources = [
  'employee-name',
  'employee-job-title',
  'employee-number',
  'supervisor-name',
  'meeting-date',
  'previous-meeting-date',
  'next-meeting-date',
  'leave-remaining',
  'absence-since',
  'text',
  'date',
] as const;
export type FieldSource = (typeof fieldSources)[number];

/** A line of the form's head or foot (FORM-6). */
export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly source: FieldSource;
  readonly filledBy: Party | 'both';
}

/** What stands under a heading: points, last time's actions and what became of them, the new actions, or the person's duties. */
export type SectionContent = 'points' | 'progress' | 'actions' | 'duties';

/** The three steps some policies see a one-to-one in (ESS-2). */
export const stages = ['preparation', 'conversation', 'agreement'] as const;
export type Stage = (typeof stages)[number];

/** A heading of the form. */
export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly hint: string | null;
  readonly holds: SectionContent;
  /** Points about these topics stand here unless they were put elsewhere. */
  readonly topicIds: readonly string[];
  /** Points this party wrote stand here unless they were put elsewhere; null: whoever wrote them. */
  readonly writtenBy: Party | null;
  /** Left empty, it must be said that it does not apply (FORM-6). */
  readonly notApplicable: boolean;
  readonly stage: Stage | null;
}

/** How the printed form looks: lined notes under headings, a boxed form, three columns of stages, or a plain list. */
export type FormLook = 'notes' | 'boxes' | 'stages' | 'list';

/** The form a record is kept on (OD3a-13, FORM-6, ESS-2, CAREER-1, CAREER-2, OUT-2). */
export interface RecordFormRule extends RuleBase {
  readonly kind: 'record-form';
  readonly meetingKinds: readonly MeetingKind[];
  readonly title: string;
  readonly look: FormLook;
  readonly head: readonly FormField[];
  readonly sections: readonly FormSection[];
  readonly foot: readonly FormField[];
  /** What the columns of the actions are called. */
  readonly actionColumns: { readonly what: string; readonly by: string };
}
