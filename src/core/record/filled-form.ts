import type { Action } from '../actions/action.ts';
import type { DutyStanding } from '../duties/duty.ts';
import type { FormLook, Stage } from '../policy/record-form.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import type { Point } from './point.ts';

/** What stands in a line of the form's head or foot. Null: nothing yet. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'moment'; readonly at: Instant }
  | { readonly kind: 'day'; readonly on: LocalDate }
  | { readonly kind: 'days'; readonly days: number };

export interface FilledField {
  readonly id: string;
  readonly label: string;
  readonly value: FieldValue | null;
}

/** One of the employee's duties, as it stands on the day of the meeting (FORM-10, ESS-6). */
export interface FilledDuty {
  readonly title: string;
  readonly validUntil: LocalDate | null;
  readonly standing: DutyStanding;
}

/** A heading with what stands under it. */
export interface FilledSection {
  readonly id: string;
  readonly title: string;
  readonly stage: Stage | null;
  /** Said to be so by one of the two, where the form wants it said (FORM-6). */
  readonly notApplicable: boolean;
  readonly points: readonly Point[];
  /** Last time's under progress, the new ones under the action plan. */
  readonly actions: readonly Action[];
  readonly duties: readonly FilledDuty[];
}

/** A record as its form has it: what screens show and documents print (OD3a-13, FORM-6, ESS-2). */
export interface FilledForm {
  readonly title: string;
  readonly look: FormLook;
  readonly head: readonly FilledField[];
  readonly sections: readonly FilledSection[];
  readonly foot: readonly FilledField[];
  readonly actionColumns: { readonly what: string; readonly by: string };
}
