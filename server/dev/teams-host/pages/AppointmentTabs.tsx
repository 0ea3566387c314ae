import { Tab, TabList } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { useMeeting } from '../control/queries.ts';
import { TeamsFrame } from '../frames/TeamsFrame.tsx';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { contextMeetingId } from '../protocol/meeting.ts';
import type { MeetingDetails } from '../protocol/meeting.ts';
import type { Surface } from '../protocol/surface.ts';
import { AppointmentDetails } from './AppointmentDetails.tsx';
import { useAppointmentStyles } from './AppointmentPage.styles.ts';
import { meetingDetails } from './meeting-details.ts';

/** What a meeting's details hold in Teams: the invitation, and the app's tab where the app is installed in its chat. */
export function AppointmentTabs(props: { readonly event: CalendarEvent }): React.JSX.Element {
  const { event } = props;
  const styles = useAppointmentStyles();
  const { app, session } = useHost();
  const [tab, setTab] = useState<'details' | 'app'>('details');
  const meeting = useMeeting(event.joinUrl);
  const chatId = meeting.data?.chatId;
  const organizerId = meeting.data?.organizerId ?? '';
  const hasApp = meeting.data?.appInstalled === true && chatId !== undefined;
  const surface = useMemo<Surface>(
    () => ({
      frameContext: 'content',
      pageId: 'meeting',
      subPageId: undefined,
      chatId: chatId ?? '',
      meetingId: contextMeetingId(chatId ?? ''),
    }),
    [chatId],
  );
  const details = useCallback(
    async (): Promise<MeetingDetails> => meetingDetails(event, chatId ?? '', organizerId, session),
    [event, chatId, organizerId, session],
  );
  return (
    <>
      {hasApp && (
        <TabList
          selectedValue={tab}
          onTabSelect={(_event, { value }) => {
            setTab(value === 'app' ? 'app' : 'details');
          }}
          aria-label="Tabs of this meeting"
        >
          <Tab value="details">Details</Tab>
          <Tab value="app">{app.name}</Tab>
        </TabList>
      )}
      {tab === 'app' && hasApp ? (
        <TeamsFrame surface={surface} name="Duologue, meeting details tab" meetingDetails={details} />
      ) : (
        <div className={styles.scroller}>
          <AppointmentDetails event={event} />
        </div>
      )}
    </>
  );
}
