import { graphAttachments } from '../calendar/attachment-routes.ts';
import { graphEvents } from '../calendar/event-routes.ts';
import { graphOccurrences } from '../calendar/occurrence-routes.ts';
import { graphSchedule } from '../calendar/schedule-routes.ts';
import { graphPeople } from '../directory/people-routes.ts';
import { graphSettings } from '../directory/settings-routes.ts';
import { graphMail } from '../mail/mail-routes.ts';
import { graphSubscriptions } from '../subscriptions/subscription-routes.ts';
import { graphNotifications } from '../teams/activity-routes.ts';
import { graphChats } from '../teams/chat-routes.ts';
import { graphMeetings } from '../teams/meeting-routes.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Conformance } from './conformance.ts';
import type { GraphSlice } from './openapi.ts';
import { graphResponses } from './responses.ts';
import { GraphRouter } from './router.ts';

/** Every operation of Graph that is answered here but the batch, room by room. */
export function graphOperations(tenant: Tenant, slice: GraphSlice, conformance: Conformance | null): GraphRouter {
  const graph = new GraphRouter(tenant, slice, conformance);
  for (const room of [
    graphPeople,
    graphSettings,
    graphEvents,
    graphOccurrences,
    graphResponses,
    graphAttachments,
    graphSchedule,
    graphMail,
    graphMeetings,
    graphChats,
    graphNotifications,
    graphSubscriptions,
  ]) {
    room(graph, slice);
  }
  return graph;
}
