import { useState } from 'react';
import { useMeeting } from '../features/meeting/use-meeting.ts';
import { useFoundMeeting } from '../features/meeting/use-found-meeting.ts';
import type { HostPlace } from '../host/host.ts';
import { say } from '../text/say.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { useMeetingPanelStyles } from './MeetingPanel.styles.ts';
import { PanelMeeting } from './meeting/PanelMeeting.tsx';

interface MeetingPanelProps {
  readonly place: HostPlace;
}

/** The side panel of a Teams meeting: it finds its one-to-one by the meeting's chat. */
export function MeetingPanel({ place }: MeetingPanelProps) {
  return <PanelOfChat key={place.chatId} place={place} />;
}

function PanelOfChat({ place }: MeetingPanelProps) {
  const styles = useMeetingPanelStyles();
  // A closed meeting stays until the reader goes on: the chat's next one would hide what closing did.
  const [chosen, choose] = useState<string | null>(null);
  const found = useFoundMeeting(place, chosen === null);
  const meetingId = chosen ?? found.meetingId;
  if (chosen === null && found.meetingId !== null) choose(found.meetingId);
  const screen = useMeeting(meetingId);

  if (screen.view !== null)
    return <PanelMeeting key={screen.view.meeting.id} screen={screen} view={screen.view} onOtherMeeting={choose} />;
  const error = found.error ?? screen.error;
  if (error !== null) {
    return (
      <div className={styles.page}>
        <ErrorNotice error={error} onRetry={found.error === null ? screen.tryAgain : found.tryAgain} />
      </div>
    );
  }
  if (meetingId !== null || found.isLooking) return <PageSkeleton rows={5} />;
  return (
    <main className={styles.page}>
      <EmptyState title={say('panel.none.title')}>{say('panel.none.body')}</EmptyState>
    </main>
  );
}
