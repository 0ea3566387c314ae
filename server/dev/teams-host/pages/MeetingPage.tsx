import { Persona, Spinner } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { personColour } from '../control/person-colour.ts';
import { useChats, useMeeting } from '../control/queries.ts';
import { go, hashOf } from '../control/route.ts';
import { changeSettings, useSettings } from '../control/settings.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { useEvent } from '../graph/event-queries.ts';
import { dateOf } from '../graph/wall-time.ts';
import { contextMeetingId } from '../protocol/meeting.ts';
import type { MeetingDetails } from '../protocol/meeting.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { ChatMessages } from './ChatMessages.tsx';
import { MeetingPanel, MeetingSide } from './MeetingPanel.tsx';
import { MeetingStage } from './MeetingStage.tsx';
import { MeetingToolbar } from './MeetingToolbar.tsx';
import { useMeetingStyles } from './MeetingPage.styles.ts';
import { useAttendees } from './attendee-people.ts';
import { meetingDetails } from './meeting-details.ts';
import { quietSignals } from './meeting-signals.ts';

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

  const [beside, setBeside] = useState<'chat' | 'people'>();
  const [signals, setSignals] = useState(quietSignals);
  const chats = useChats(session.person.id);
  const chat = chats.data?.find((one) => one.id === chatId);
  const open = beside ?? (isSidePanelOpen && hasApp && chatId !== undefined ? 'app' : undefined);
  const show = (what: 'app' | 'chat' | 'people'): void => {
    const next = open === what ? undefined : what;
    setBeside(next === 'app' ? undefined : next);
    if (what === 'app' || next === undefined) changeSettings({ isSidePanelOpen: next === 'app' });
  };
  const close = (): void => {
    if (open !== undefined) show(open);
  };

  return (
    <div className={styles.meeting}>
      <MeetingToolbar
        subject={event.subject}
        hasApp={hasApp}
        open={open}
        show={show}
        canChat={chat !== undefined}
        signals={signals}
        signal={(change) => {
          setSignals((now) => ({ ...now, ...change }));
        }}
        leave={() => {
          go({ page: 'event', id: event.id });
        }}
      />
      {meeting.error && (
        <ProblemNotice title="What belongs to this meeting could not be read" problem={meeting.error} />
      )}
      <div className={styles.room}>
        <MeetingStage
          people={there}
          speakerId={other?.id}
          self={{ id: session.person.id, signals }}
          isBesidePanel={open !== undefined}
        />
        {open === 'app' && chatId !== undefined && (
          <MeetingPanel
            chatId={chatId}
            meetingId={contextMeetingId(chatId)}
            meetingDetails={details}
            signals={signals}
            close={close}
          />
        )}
        {open === 'chat' && chat !== undefined && (
          <MeetingSide name="Meeting chat" label="Meeting chat" close={close}>
            <ChatMessages chat={chat} hasApp={hasApp} />
          </MeetingSide>
        )}
        {open === 'people' && (
          <MeetingSide name="People" label="People in this meeting" close={close}>
            <ul className={styles.roster}>
              {there.map((person) => (
                <li key={person.id}>
                  <Persona
                    name={person.name}
                    secondaryText={person.id === organizerId ? 'Organiser' : 'In the meeting'}
                    avatar={{ color: personColour(person.id), 'aria-hidden': true }}
                  />
                </li>
              ))}
            </ul>
          </MeetingSide>
        )}
      </div>
    </div>
  );
}
