import type { ReactNode } from 'react';
import type { ActionView } from '#contract/actions.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { PointView } from '#contract/record.ts';
import type { FormScreen } from './use-form.ts';

/** What a form is shown from, and how what stands on it is drawn. */
export interface FormViewProps {
  readonly view: MeetingResponse;
  readonly form: FormScreen;
  readonly now: string;
  /** For the side panel: one column. */
  readonly compact?: boolean;
  readonly renderPoint: (point: PointView) => ReactNode;
  readonly renderAction: (action: ActionView) => ReactNode;
  /** What stands under the heading of the employee's duties, to look after them. */
  readonly duties?: ReactNode;
}
