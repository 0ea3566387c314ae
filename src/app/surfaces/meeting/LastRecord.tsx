import type { ActionView } from '#contract/actions.ts';
import { ActionLine } from '../../features/actions/ActionLine.tsx';
import { useMeeting } from '../../features/meeting/use-meeting.ts';
import { ClosedRecord } from '../../features/record/ClosedRecord.tsx';
import { say } from '../../text/say.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useNow } from '../../api/server-clock.ts';
import { localDateOf } from '#core/time.ts';
import { sayDate } from '../../text/dates.ts';
import { RecordForm } from './RecordForm.tsx';

interface LastRecordProps {
  readonly meetingId: string | null;
}

/** The record of the meeting before this one, to read. */
export function LastRecord({ meetingId }: LastRecordProps) {
  const { view, error, tryAgain } = useMeeting(meetingId);
  const now = useNow();
  if (meetingId === null) return <EmptyState title={say('meeting.noLastRecord')} />;
  if (view === null) return error === null ? <PageSkeleton /> : <ErrorNotice error={error} onRetry={tryAgain} />;
  const renderAction = (action: ActionView) => (
    <ActionLine action={action} people={[view.me, view.other]} showOwner readOnly />
  );
  return (
    <Panel
      title={say('meeting.recordOf', {
        day: sayDate(localDateOf(view.meeting.start, view.zone), localDateOf(now, view.zone)),
      })}
    >
      <RecordForm view={view} now={now} readOnly renderAction={renderAction}>
        <ClosedRecord view={view} renderAction={renderAction} />
      </RecordForm>
    </Panel>
  );
}
