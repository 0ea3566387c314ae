import { Button } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up';
import { useId, useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { ActionLine } from '../../features/actions/ActionLine.tsx';
import { useForm } from '../../features/form/use-form.ts';
import { useRecordFormStyles } from './RecordForm.styles.ts';
import { RecordForm } from './RecordForm.tsx';

interface PanelFormProps {
  readonly view: MeetingResponse;
  readonly now: string;
}

/** The form in the side panel while the meeting lasts: folded until it is wanted. */
export function PanelForm({ view, now }: PanelFormProps) {
  const styles = useRecordFormStyles();
  const form = useForm(view);
  const partId = useId();
  const [isOpen, setOpen] = useState(false);
  if (form === null) return null;
  return (
    <div className={styles.folded}>
      <Button
        className={styles.fold}
        size="small"
        appearance="subtle"
        icon={isOpen ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? partId : undefined}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {form.rule.title}
      </Button>
      {isOpen && (
        <div id={partId}>
          <RecordForm
            view={view}
            now={now}
            compact
            renderAction={(action) => (
              <ActionLine action={action} people={[view.me, view.other]} showOwner meetingId={view.meeting.id} />
            )}
          >
            {null}
          </RecordForm>
        </div>
      )}
    </div>
  );
}
