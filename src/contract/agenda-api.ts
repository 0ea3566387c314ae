import { addStandingItemRequest, adjournItemRequest, agreeRequest, preparationTimeRequest } from './agenda.ts';
import { done, empty } from './changes.ts';
import type { Route } from './route.ts';
import { findTimesRequest, findTimesResponse, planMeetingRequest } from './single-meetings.ts';

/** Routes about meetings of other kinds, and about how an agenda comes about. */
export const agendaApi = {
  findTimes: {
    method: 'POST',
    path: '/api/pairs/:pairId/times',
    access: 'pair-member',
    request: findTimesRequest,
    response: findTimesResponse,
  },
  planMeeting: {
    method: 'POST',
    path: '/api/pairs/:pairId/meetings',
    access: 'pair-supervisor',
    request: planMeetingRequest,
    response: done,
  },
  addStandingItem: {
    method: 'POST',
    path: '/api/pairs/:pairId/standing-items',
    access: 'pair-member',
    request: addStandingItemRequest,
    response: done,
  },
  removeStandingItem: {
    method: 'DELETE',
    path: '/api/pairs/:pairId/standing-items/:standingItemId',
    access: 'pair-member',
    request: empty,
    response: done,
  },
  adjournItem: {
    method: 'POST',
    path: '/api/items/:itemId/adjourn',
    access: 'item-member',
    request: adjournItemRequest,
    response: done,
  },
  keepPreparationTime: {
    method: 'PUT',
    path: '/api/meetings/:meetingId/preparation-time',
    access: 'meeting-member',
    request: preparationTimeRequest,
    response: done,
  },
  agreeAgenda: {
    method: 'POST',
    path: '/api/meetings/:meetingId/agreement',
    access: 'meeting-member',
    request: agreeRequest,
    response: done,
  },
} as const satisfies Record<string, Route>;
