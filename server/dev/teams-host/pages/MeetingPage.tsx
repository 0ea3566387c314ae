import { Spinner } from '@fluentui/react-components';
import { useCallback, useEffect } from 'react';
import { useHost } from '../control/host-context.ts';
import { useMeeting } from '../control/queries.ts';
import { go, hashOf } from '../control/route.ts';
import { changeSettings, useSettings } from '../control/settings.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { useEvent } from '../graph/event-queries.ts';
import { dateOf } from '../graph/wall-time.ts';
import { contextMeetingId } from '../protocol/meeting.ts';
import type { MeetingDetails } from '../protocol/meeting.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { MeetingPanel } from './MeetingPanel.tsx';
import { MeetingStage } from './MeetingStage.tsx';
import { MeetingToolbar } from './MeetingToolbar.tsx';
import { useMeetingStyles } from './MeetingPage.styles.ts';
import { useAttendees } from './attendee-people.ts';
import { meetingDetails } from './meeting-details.ts';

/** A Teams meeting: who is there, and the app's side panel when the person opens it. */
export function MeetingPage(props: { readonly id: string }): React.JSX.Element {
  const event = useEvent(props.id);
  if (event.error)
    return (
      <ProblemNotice title="The meeting could not be opened" problem={event.error} again={() => void event.refetch()} />
    );
  if (event.data === undefined) return <Spinner label="Joining" style={{ flexGrow: 1 }} />;
  return <Meeting event={event.data} />;
}

function Meeting(props: { readonly event: CalendarEvent }): React.JSX.Element {
  const { event } = props;
  const styles = useMeetingStyles();
  const { session, offerBeside } = useHost();
  const { isSidePanelOpen } = useSettings();
  const meeting = useMeeting(event.joinUrl);
  const there = useAttendees(event);
  const chatId = meeting.data?.chatId ?? event.chatId;
  const hasApp = meeting.data?.appInstalled === true;
  const other = there.find((person) => person.id !== session.person.id);

  const otherId = other?.id;
  const besideHash = hashOf({ page: 'same', as: 'meeting', iCalUId: event.iCalUId, date: dateOf(event.start) });
  useEffect(() => {
    offerBeside(otherId === undefined ? undefined : { personId: otherId, hash: besideHash });
    return () => {
      offerBeside(undefined);
    };
  }, [offerBeside, otherId, besideHash]);

  const organizerId = meeting.data?.organizerId;
  const details = useCallback(
    async (): Promise<MeetingDetails> => meetingDetails(event, chatId ?? '', organizerId ?? '', session),
    [event, chatId, organizerId, session],
  );

  return (
    <div className={styles.meeting}>
      <MeetingToolbar
        subject={event.subject}
        hasApp={hasApp}
        isPanelOpen={isSidePanelOpen && hasApp}
        togglePanel={() => {
          changeSettings({ isSidePanelOpen: !isSidePanelOpen });
        }}
        openChat={
          chatId === undefined
            ? undefined
            : () => {
                go({ page: 'chat', chatId, tab: 'chat', place: undefined });
              }
        }
        leave={() => {
          go({ page: 'event', id: event.id });
        }}
      />
      {meeting.error && (
        <ProblemNotice title="What belongs to this meeting could not be read" problem={meeting.error} />
      )}
      <div className={styles.room}>
        <MeetingStage people={there} speakerId={other?.id} />
        {isSidePanelOpen && hasApp && chatId !== undefined && (
          <MeetingPanel
            chatId={chatId}
            meetingId={contextMeetingId(chatId)}
            meetingDetails={details}
            close={() => {
              changeSettings({ isSidePanelOpen: false });
            }}
          />
        )}
      </div>
    </div>
  );
}
