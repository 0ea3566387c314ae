import type { MeetingResponse } from '#contract/meetings.ts';
import { ActionLine } from '../../features/actions/ActionLine.tsx';
import { ClosedRecord } from '../../features/record/ClosedRecord.tsx';

interface PanelClosedRecordProps {
  readonly view: MeetingResponse;
}

/** The record in the side panel once the meeting is closed, to read. */
export function PanelClosedRecord({ view }: PanelClosedRecordProps) {
  const people = [view.me, view.other];
  return (
    <ClosedRecord
      view={view}
      renderAction={(action) => <ActionLine action={action} people={people} showOwner meetingId={view.meeting.id} />}
    />
  );
}
