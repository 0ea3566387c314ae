import type { Route } from '../control/route.ts';
import { ActivityPage } from '../pages/ActivityPage.tsx';
import { AppointmentPage } from '../pages/AppointmentPage.tsx';
import { CalendarPage } from '../pages/CalendarPage.tsx';
import { ChatPage } from '../pages/ChatPage.tsx';
import { FaultsPage } from '../pages/FaultsPage.tsx';
import { LedgerPage } from '../pages/LedgerPage.tsx';
import { LogPage } from '../pages/LogPage.tsx';
import { MailPage } from '../pages/MailPage.tsx';
import { MeetingPage } from '../pages/MeetingPage.tsx';
import { ToDoPage } from '../pages/ToDoPage.tsx';
import { SameEventPage } from '../pages/SameEventPage.tsx';

/** The page of a route. */
export function Page(props: { readonly route: Exclude<Route, { page: 'duologue' }> }): React.JSX.Element {
  const { route } = props;
  switch (route.page) {
    case 'activity':
      return <ActivityPage />;
    case 'calendar':
      return <CalendarPage date={route.date} view={route.view} />;
    case 'event':
      return <AppointmentPage key={route.id} id={route.id} />;
    case 'meeting':
      return <MeetingPage key={route.id} id={route.id} />;
    case 'same':
      return <SameEventPage route={route} />;
    case 'mail':
      return <MailPage folder={route.folder} id={route.id} />;
    case 'chat':
      return <ChatPage chatId={route.chatId} tab={route.tab} place={route.place} />;
    case 'log':
      return <LogPage />;
    case 'todo':
      return <ToDoPage />;
    case 'faults':
      return <FaultsPage />;
    case 'ledger':
      return <LedgerPage />;
  }
}
