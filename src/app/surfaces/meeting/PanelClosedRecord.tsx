import { Suspense } from 'react';
import type { ActionView } from '#contract/actions.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { ActionLine } from '../../features/actions/ActionLine.tsx';
import { ClosedRecord } from '../../features/record/ClosedRecord.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { RecordForm } from './RecordForm.tsx';

const SignOffCards = lazyPart(async () => (await import('../../features/sign-off/SignOffCards.tsx')).SignOffCards);

interface PanelClosedRecordProps {
  readonly view: MeetingResponse;
  readonly now: string;
  readonly isSending: boolean;
}

/** The record in the side panel once the meeting is closed: to read and sign, and to write up for whom the policy says. */
export function PanelClosedRecord({ view, now, isSending }: PanelClosedRecordProps) {
  const people = [view.me, view.other];
  const renderAction = (action: ActionView) => (
    <ActionLine action={action} people={people} showOwner meetingId={view.meeting.id} />
  );
  return (
    <>
      <RecordForm view={view} now={now} isSending={isSending} compact renderAction={renderAction}>
        <ClosedRecord view={view} renderAction={renderAction} />
      </RecordForm>
      <Suspense fallback={null}>
        <SignOffCards view={view} isNarrow />
      </Suspense>
    </>
  );
}
