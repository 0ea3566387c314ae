import type { FilledFormView } from '#contract/form.ts';
import type { Stage } from '#core/policy/record-form.ts';

export type FilledField = FilledFormView['head'][number];
export type FilledDuty = FilledFormView['sections'][number]['duties'][number];

/** A heading with what stands under it. */
export interface FormSectionOf<Point, Action> {
  readonly id: string;
  readonly title: string;
  readonly stage: Stage | null;
  readonly notApplicable: boolean;
  readonly points: readonly Point[];
  readonly actions: readonly Action[];
  readonly duties: readonly FilledDuty[];
}
