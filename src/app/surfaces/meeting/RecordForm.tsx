import { Suspense, useState, type ReactNode } from 'react';
import type { ActionView } from '#contract/actions.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { DutyList } from '../../features/form/DutyList.tsx';
import { FormView } from '../../features/form/FormView.tsx';
import { HeadingChoice } from '../../features/form/HeadingChoice.tsx';
import { useForm } from '../../features/form/use-form.ts';
import { WriteUpBar } from '../../features/form/WriteUpBar.tsx';
import { CaptureBox } from '../../features/record/CaptureBox.tsx';
import { ReadPoint } from '../../features/record/ReadPoint.tsx';
import { useRecordFormStyles } from './RecordForm.styles.ts';

interface RecordFormProps {
  readonly view: MeetingResponse;
  readonly now: string;
  readonly isSending?: boolean;
  readonly compact?: boolean;
  /** Nothing is written here, only read. */
  readonly readOnly?: boolean;
  readonly renderAction: (action: ActionView) => ReactNode;
  /** What stands there where the policy has no form. */
  readonly children: ReactNode;
}

/** The record as its form has it; once the meeting is closed, with its writing up (ESS-7). */
export function RecordForm(props: RecordFormProps) {
  const { view, now, isSending = false, compact = false, readOnly = false, renderAction, children } = props;
  const styles = useRecordFormStyles();
  const form = useForm(view);
  const [sectionId, setSection] = useState<string | null>(null);
  if (form === null) return <>{children}</>;
  const { writing } = form.answer;
  const { state } = view.meeting;
  const isWrittenUp = state === 'closed' && writing.mayWrite && !readOnly;
  const keepsDuties = !readOnly && (state === 'open' || state === 'planned');
  return (
    <div className={styles.record}>
      {state === 'closed' && <WriteUpBar view={view} writing={writing} now={now} isSending={isSending} />}
      <FormView
        view={view}
        form={form}
        now={now}
        compact={compact}
        renderPoint={(point) => <ReadPoint view={view} point={point} />}
        renderAction={renderAction}
        {...(keepsDuties ? { duties: <DutyList pairId={view.meeting.pairId} /> } : {})}
      />
      {isWrittenUp && (
        <Suspense fallback={null}>
          <HeadingChoice view={view} sectionId={sectionId} onSection={setSection} />
          <CaptureBox view={view} now={now} place={{ itemId: null, topicId: null, sectionId }} about={null} />
        </Suspense>
      )}
    </div>
  );
}
