import { Tab, TabList } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { useNow } from '../api/server-clock.ts';
import { useFoundMeeting } from '../features/meeting/use-found-meeting.ts';
import { useMeeting, type MeetingScreen } from '../features/meeting/use-meeting.ts';
import { RefusedLines } from '../features/record/RefusedLines.tsx';
import type { HostPlace } from '../host/host.ts';
import { say } from '../text/say.ts';
import { DeliveryNotice } from '../ui/DeliveryNotice.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { OfflineNotice } from '../ui/OfflineNotice.tsx';
import { lazyPart } from '../ui/lazy-part.ts';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { useMeetingTabStyles } from './MeetingTab.styles.ts';
import { ActionsPart } from './meeting/ActionsPart.tsx';
import { LastRecord } from './meeting/LastRecord.tsx';
import { MeetingTitle } from './meeting/MeetingTitle.tsx';
import { OpenRecord } from './meeting/OpenRecord.tsx';
import { StartButton } from './meeting/StartButton.tsx';
import { PrepareBoard } from './meeting/PrepareBoard.tsx';

const OutlookNews = lazyPart(async () => (await import('../features/following/OutlookNews.tsx')).OutlookNews);

interface MeetingTabProps {
  readonly place: HostPlace;
}

/** The tab of a meeting's chat and details: the shared agenda first, the same for both. */
export function MeetingTab({ place }: MeetingTabProps) {
  const styles = useMeetingTabStyles();
  const found = useFoundMeeting(place);
  const screen = useMeeting(found.meetingId);
  if (screen.view !== null) return <TabOfMeeting key={screen.view.meeting.id} screen={screen} view={screen.view} />;
  const error = found.error ?? screen.error;
  if (error !== null) {
    return (
      <div className={styles.page}>
        <ErrorNotice error={error} onRetry={found.error === null ? screen.tryAgain : found.tryAgain} />
      </div>
    );
  }
  if (found.meetingId !== null || found.isLooking) return <PageSkeleton />;
  return (
    <main className={styles.page}>
      <EmptyState title={say('panel.none.title')}>{say('panel.none.body')}</EmptyState>
    </main>
  );
}

const parts = ['agenda', 'actions', 'lastRecord'] as const;

interface TabOfMeetingProps {
  readonly screen: MeetingScreen;
  readonly view: MeetingResponse;
}

function TabOfMeeting({ screen, view }: TabOfMeetingProps) {
  const styles = useMeetingTabStyles();
  const now = useNow();
  const [part, setPart] = useState<(typeof parts)[number]>('agenda');
  return (
    <>
      <header className={styles.head}>
        <MeetingTitle view={view} tools={<StartButton view={view} now={now} />} />
        <TabList
          className={styles.tabs}
          selectedValue={part}
          onTabSelect={(_, { value }) => {
            const chosen = parts.find((one) => one === value);
            if (chosen !== undefined) setPart(chosen);
          }}
          aria-label={say('meeting.parts')}
        >
          {parts.map((one) => (
            <Tab key={one} value={one} id={`tab-${one}`} aria-controls="meeting-part">
              {say(`meeting.${one}`)}
            </Tab>
          ))}
        </TabList>
      </header>
      <main>
        <div className={styles.page} id="meeting-part" role="tabpanel" aria-labelledby={`tab-${part}`}>
          <OfflineNotice />
          <DeliveryNotice deliveries={view.deliveries} other={view.other} />
          <Suspense fallback={null}>
            <OutlookNews pairId={view.meeting.pairId} meetingId={view.meeting.id} />
          </Suspense>
          <RefusedLines meetingId={view.meeting.id} refused={screen.refused} />
          {part === 'agenda' &&
            (view.meeting.state === 'open' ? (
              <OpenRecord screen={screen} view={view} />
            ) : (
              <PrepareBoard screen={screen} view={view} />
            ))}
          {part === 'actions' && <ActionsPart view={view} />}
          {part === 'lastRecord' && <LastRecord meetingId={view.lastMeeting?.id ?? null} />}
        </div>
      </main>
    </>
  );
}
