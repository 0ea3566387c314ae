import { Suspense, useEffect, useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { useNow } from '../../api/server-clock.ts';
import { useChange } from '../../api/use-change.ts';
import { useLive } from '../../api/use-live.ts';
import type { MeetingScreen } from '../../features/meeting/use-meeting.ts';
import { meetingClock } from '../../features/panel/meeting-clock.ts';
import { PanelFrame } from '../../features/panel/PanelFrame.tsx';
import type { PanelPart } from '../../features/panel/PartTabs.tsx';
import { RefusedLines } from '../../features/record/RefusedLines.tsx';
import { sayTime } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { OfflineNotice } from '../../ui/OfflineNotice.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useMeetingPanelStyles } from '../MeetingPanel.styles.ts';
import { PanelFoot, loadFoot } from './PanelFoot.tsx';
import { PanelRecord, loadRecordParts } from './PanelRecord.tsx';
import { firstItem, type CapturePlace } from './capture-place.ts';

const PanelAgenda = lazyPart(async () => (await import('./PanelAgenda.tsx')).PanelAgenda);
const LastActions = lazyPart(async () => (await import('../../features/actions/LastActions.tsx')).LastActions);
const MeetingObjectives = lazyPart(
  async () => (await import('../../features/objectives/MeetingObjectives.tsx')).MeetingObjectives,
);
const PanelClose = lazyPart(async () => (await import('./PanelClose.tsx')).PanelClose);
const DeliveryNotice = lazyPart(async () => (await import('../../ui/DeliveryNotice.tsx')).DeliveryNotice);
const OutlookNews = lazyPart(async () => (await import('../../features/following/OutlookNews.tsx')).OutlookNews);

const idleMilliseconds = 1000;

interface PanelMeetingProps {
  readonly screen: MeetingScreen;
  readonly view: MeetingResponse;
  readonly onOtherMeeting: (meetingId: string) => void;
}

/** A one-to-one in the side panel: before, last time's actions, the record, closing. What an open meeting begins with comes with it. */
export function PanelMeeting({ screen, view, onOtherMeeting }: PanelMeetingProps) {
  const styles = useMeetingPanelStyles();
  const now = useNow();
  const live = useLive();
  const { meeting } = view;
  const [part, setPart] = useState<PanelPart>(() => firstPart(view));
  const [place, setPlace] = useState<CapturePlace>(() => firstItem(view));
  const open = useChange('openMeeting');
  const start = (): void => {
    open.mutate({ params: { meetingId: meeting.id } });
    setPart(view.lastActions.length > 0 ? 'last' : 'record');
  };

  // The other parts come while nobody waits for them.
  useEffect(() => {
    const timer = setTimeout(() => {
      const parts = [PanelAgenda, LastActions, PanelClose, DeliveryNotice];
      void Promise.allSettled([...parts.map((part) => part.fetch()), loadRecordParts(), loadFoot()]);
    }, idleMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, []);

  return (
    <PanelFrame
      other={view.other}
      clock={meetingClock(view, now)}
      state={meeting.state}
      part={part}
      onPart={setPart}
      foot={
        <PanelFoot
          view={view}
          now={now}
          part={part}
          place={place}
          isSending={screen.isSending}
          isStarting={open.isPending}
          onStart={start}
          onPart={setPart}
          onPlace={setPlace}
          onOtherMeeting={onOtherMeeting}
        />
      }
    >
      <OfflineNotice />
      {open.error !== null && <ErrorNotice error={open.error} onRetry={start} />}
      <RefusedLines meetingId={meeting.id} refused={screen.refused} />
      <Suspense fallback={<PageSkeleton rows={4} />}>
        {(part === 'agenda' || part === 'close') && <DeliveryNotice deliveries={view.deliveries} other={view.other} />}
        {part === 'agenda' && <OutlookNews pairId={meeting.pairId} meetingId={meeting.id} />}
        {part === 'last' && <LastActions view={view} now={now} />}
        {part === 'last' && <MeetingObjectives pairId={meeting.pairId} />}
        {part === 'agenda' && <PanelAgenda view={view} now={now} waiting={screen.waiting} />}
        {part === 'record' && (
          <PanelRecord
            view={view}
            now={now}
            waiting={screen.waiting}
            place={place}
            onPlace={setPlace}
            onLastActions={() => {
              setPart('last');
            }}
          />
        )}
        {part === 'close' && (
          <PanelClose
            view={view}
            now={now}
            onAddLine={(topicId) => {
              setPlace({ itemId: null, topicId });
              setPart('record');
            }}
            onItem={(itemId) => {
              setPlace({ itemId, topicId: null });
              setPart('record');
            }}
          />
        )}
      </Suspense>
      {live.state === 'away' && live.heardAt !== null && (
        <p className={styles.quiet}>
          {say('panel.lastHeard', { time: sayTime(new Date(live.heardAt).toISOString(), view.zone) })}
        </p>
      )}
    </PanelFrame>
  );
}

function firstPart({ meeting }: MeetingResponse): PanelPart {
  if (meeting.state === 'open') return 'record';
  if (meeting.state === 'closed') return 'close';
  return 'agenda';
}
