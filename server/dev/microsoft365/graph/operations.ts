import { graphAttachments } from '../calendar/attachment-routes.ts';
import { graphCalendars } from '../calendar/calendar-routes.ts';
import { graphCategories } from '../calendar/category-routes.ts';
import { graphDelta } from '../calendar/delta-routes.ts';
import { graphExtensions } from '../calendar/extension-routes.ts';
import { graphRemovals } from '../calendar/event-removal.ts';
import { graphEvents } from '../calendar/event-routes.ts';
import { graphSettings } from '../calendar/mailbox-settings-routes.ts';
import { graphForward } from '../calendar/forward-routes.ts';
import { graphIds } from '../calendar/id-routes.ts';
import { graphOccurrences } from '../calendar/occurrence-routes.ts';
import { graphResponses } from '../calendar/response-routes.ts';
import { graphSchedule } from '../calendar/schedule-routes.ts';
import { graphUploads } from '../calendar/upload-routes.ts';
import { graphPeople } from '../directory/people-routes.ts';
import { graphMail } from '../mail/mail-routes.ts';
import { graphNotifications } from '../teams/activity-routes.ts';
import { graphChatMessages } from '../teams/chat-message-routes.ts';
import { graphChats } from '../teams/chat-routes.ts';
import { graphMeetings } from '../teams/meeting-routes.ts';
import { graphPersonalApps } from '../teams/personal-app-routes.ts';
import { graphTabs } from '../teams/tab-routes.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { graphTodo } from '../todo/todo-routes.ts';
import type { Conformance } from './conformance.ts';
import type { GraphSlice } from './openapi.ts';
import { GraphRouter } from './router.ts';

/** Every operation of Graph that is answered here but the batch and subscriptions, room by room. */
export function graphOperations(tenant: Tenant, slice: GraphSlice, conformance: Conformance | null): GraphRouter {
  const graph = new GraphRouter(tenant, slice, conformance);
  for (const room of [
    graphPeople,
    graphSettings,
    graphCategories,
    graphCalendars,
    graphEvents,
    graphRemovals,
    graphOccurrences,
    graphDelta,
    graphResponses,
    graphAttachments,
    graphUploads,
    graphExtensions,
    graphForward,
    graphIds,
    graphSchedule,
    graphMail,
    graphTodo,
    graphMeetings,
    graphChats,
    graphChatMessages,
    graphTabs,
    graphPersonalApps,
    graphNotifications,
  ]) {
    room(graph, slice);
  }
  return graph;
}
