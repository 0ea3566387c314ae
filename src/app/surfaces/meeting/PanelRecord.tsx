import { Suspense } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { AgendaMark } from '../../features/agenda/AgendaMark.tsx';
import { MeasureList } from '../../features/record/MeasureList.tsx';
import { RecordList } from '../../features/record/RecordList.tsx';
import { say } from '../../text/say.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useMeetingPanelStyles } from '../MeetingPanel.styles.ts';
import type { CapturePlace } from './capture-place.ts';

const PanelClosedRecord = lazyPart(async () => (await import('./PanelClosedRecord.tsx')).PanelClosedRecord);
const NewAction = lazyPart(async () => (await import('../../features/actions/NewAction.tsx')).NewAction);

const NotesAgreed = lazyPart(async () => (await import('../../features/agreement/NotesAgreed.tsx')).NotesAgreed);
const PanelForm = lazyPart(async () => (await import('./PanelForm.tsx')).PanelForm);
const HintList = lazyPart(async () => (await import('../../features/hints/HintList.tsx')).HintList);

/** Fetches the code of what the record of an open meeting does not begin with, before it is wanted. */
export function loadRecordParts(): Promise<unknown> {
  return Promise.allSettled([HintList.fetch(), PanelForm.fetch(), NewAction.fetch(), PanelClosedRecord.fetch()]);
}

interface PanelRecordProps {
  readonly view: MeetingResponse;
  readonly now: string;
  readonly waiting: ReadonlySet<string>;
  readonly place: CapturePlace;
  readonly onPlace: (place: CapturePlace) => void;
  readonly onLastActions: () => void;
  /** On a wide page, where the form stands beside the record. */
  readonly isWide?: boolean;
}

/** The record while it is written, and to read once closed. */
export function PanelRecord({ view, now, waiting, place, onPlace, onLastActions, isWide = false }: PanelRecordProps) {
  const styles = useMeetingPanelStyles();
  const people = [view.me, view.other];
  const { state } = view.meeting;
  if (state === 'closed') {
    return <PanelClosedRecord view={view} now={now} isSending={waiting.size > 0} />;
  }
  if (state !== 'open') return <p className={styles.quiet}>{say('panel.notStarted')}</p>;
  return (
    <>
      <Suspense fallback={null}>
        <NotesAgreed view={view} />
      </Suspense>
      <RecordList
        view={view}
        waiting={waiting}
        openItemId={place.itemId}
        onOpenItem={(itemId) => {
          onPlace({ itemId, topicId: null });
        }}
        onLastActions={onLastActions}
        renderAction={(action) => (
          <Suspense fallback={action.text}>
            <NewAction action={action} view={view} />
          </Suspense>
        )}
        renderMark={(item) => <AgendaMark item={item} people={people} size={20} />}
        measures={<MeasureList view={view} now={now} />}
      />
      <Suspense fallback={null}>
        {!isWide && <PanelForm view={view} now={now} />}
        <HintList view={view} />
      </Suspense>
    </>
  );
}
