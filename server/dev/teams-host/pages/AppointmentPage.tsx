import { Spinner } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { useHost } from '../control/host-context.ts';
import { hashOf } from '../control/route.ts';
import { changeSettings, useSettings } from '../control/settings.ts';
import { PaneFrame } from '../frames/PaneFrame.tsx';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { useEvent } from '../graph/event-queries.ts';
import { dateOf, instantOf } from '../graph/wall-time.ts';
import type { OfficeAppointment } from '../protocol/office-messages.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { AppointmentCommands } from './AppointmentCommands.tsx';
import { useAppointmentStyles } from './AppointmentPage.styles.ts';
import { AppointmentTabs } from './AppointmentTabs.tsx';
import { PaneHead } from './PaneHead.tsx';
import { useAttendees } from './attendee-people.ts';

/** An appointment as Outlook opens it, with the app's pane beside it when wanted. */
export function AppointmentPage(props: { readonly id: string }): React.JSX.Element {
  const event = useEvent(props.id);
  if (event.error) {
    return (
      <ProblemNotice
        title="The appointment could not be opened"
        problem={event.error}
        again={() => void event.refetch()}
      />
    );
  }
  if (event.data === undefined) return <Spinner label="Opening the appointment" style={{ flexGrow: 1 }} />;
  return <Appointment event={event.data} />;
}

function Appointment(props: { readonly event: CalendarEvent }): React.JSX.Element {
  const { event } = props;
  const styles = useAppointmentStyles();
  const { session, offerBeside } = useHost();
  const { isPaneOpen } = useSettings();
  const otherId = useAttendees(event).find((person) => person.id !== session.person.id)?.id;
  const hash = hashOf({ page: 'same', as: 'event', iCalUId: event.iCalUId, date: dateOf(event.start) });
  useEffect(() => {
    offerBeside(otherId === undefined ? undefined : { personId: otherId, hash });
    return () => {
      offerBeside(undefined);
    };
  }, [offerBeside, otherId, hash]);
  const closePane = (): void => {
    changeSettings({ isPaneOpen: false });
  };
  const { timeZone } = session.person;
  const appointment = useMemo(() => officeAppointment(event, timeZone), [event, timeZone]);
  return (
    <div className={styles.page}>
      <article className={styles.appointment} aria-label={event.subject}>
        <AppointmentCommands event={event} />
        <AppointmentTabs event={event} />
      </article>
      {isPaneOpen && (
        <aside className={styles.pane} aria-label="Duologue, Outlook pane">
          <PaneHead close={closePane} />
          <PaneFrame appointment={appointment} close={closePane} className={styles.paneFrame} />
        </aside>
      )}
    </div>
  );
}

function officeAppointment(event: CalendarEvent, timeZone: string): OfficeAppointment {
  return {
    itemId: event.id,
    subject: event.subject,
    start: instantOf(event.start, timeZone),
    end: instantOf(event.end, timeZone),
    location: event.location,
    seriesId: event.seriesMasterId ?? null,
    organizer: { displayName: event.organizer.name, emailAddress: event.organizer.address },
    requiredAttendees: event.attendees.map((one) => ({ displayName: one.name, emailAddress: one.address })),
    mode: event.isOrganizer ? 'compose' : 'read',
  };
}
