import type * as z from 'zod/mini';
import { addActionRequest, actionView, changeActionRequest } from './actions.ts';
import { agreementApi } from './agreement-api.ts';
import { agendaApi } from './agenda-api.ts';
import { bookingJobsApi } from './booking-jobs-api.ts';
import {
  addItemRequest,
  addJottingRequest,
  changeItemRequest,
  changeJottingRequest,
  orderItemsRequest,
  shareJottingRequest,
} from './agenda.ts';
import { done, empty } from './changes.ts';
import { feedApi } from './feed-api.ts';
import { handoversApi } from './handovers-api.ts';
import { measuresApi } from './measures-api.ts';
import { followingApi } from './following-api.ts';
import { formApi } from './form-api.ts';
import { findingRoutes } from './finding-routes.ts';
import {
  cancelMeetingRequest,
  closeMeetingRequest,
  findMeetingRequest,
  findMeetingResponse,
  meetingResponse,
  missMeetingRequest,
  moveMeetingRequest,
  moveOptionsResponse,
  retryDeliveryRequest,
} from './meetings.ts';
import { objectiveApi } from './objective-api.ts';
import { homeResponse, pairResponse } from './pairs.ts';
import { meResponse } from './people.ts';
import { pairPolicyResponse, policyRequest, policyResponse } from './policy.ts';
import { addPointRequest, changePointRequest, coverTopicRequest } from './record.ts';
import { policiesApi } from './policies-api.ts';
import { protectedHoursApi } from './protected-hours-api.ts';
import { reschedulingApi } from './rescheduling-api.ts';
import type { Route } from './route.ts';
import { signOffRoutes } from './sign-off.ts';
import { seriesChangesApi } from './series-changes-api.ts';
import {
  bookAllRequest,
  bookAllResponse,
  bookSeriesRequest,
  proposeAllRequest,
  proposeAllResponse,
  seriesView,
  slotsRequest,
  slotsResponse,
} from './series.ts';

/** Every route there is. Requests of GET are read from the query, others from a JSON body. */
export const api = {
  ...agendaApi,
  me: { method: 'GET', path: '/api/me', access: 'anyone-signed-in', request: empty, response: meResponse },
  home: { method: 'GET', path: '/api/home', access: 'anyone-signed-in', request: empty, response: homeResponse },
  policy: {
    method: 'GET',
    path: '/api/policy',
    access: 'anyone-signed-in',
    request: policyRequest,
    response: policyResponse,
  },

  ...policiesApi,
  ...bookingJobsApi,
  ...protectedHoursApi,

  pair: { method: 'GET', path: '/api/pairs/:pairId', access: 'pair-member', request: empty, response: pairResponse },
  pairPolicy: {
    method: 'GET',
    path: '/api/pairs/:pairId/policy',
    access: 'pair-member',
    request: policyRequest,
    response: pairPolicyResponse,
  },
  ...findingRoutes,
  ...followingApi,
  findSlots: {
    method: 'POST',
    path: '/api/pairs/:pairId/slots',
    access: 'pair-supervisor',
    request: slotsRequest,
    response: slotsResponse,
  },
  bookSeries: {
    method: 'POST',
    path: '/api/pairs/:pairId/series',
    access: 'pair-supervisor',
    request: bookSeriesRequest,
    response: seriesView,
  },
  ...seriesChangesApi,
  ...handoversApi,
  endSeries: {
    method: 'POST',
    path: '/api/pairs/:pairId/series/end',
    access: 'pair-supervisor',
    request: cancelMeetingRequest,
    response: done,
  },
  proposeAll: {
    method: 'POST',
    path: '/api/proposals',
    access: 'anyone-signed-in',
    request: proposeAllRequest,
    response: proposeAllResponse,
  },
  bookAll: {
    method: 'POST',
    path: '/api/bookings',
    access: 'anyone-signed-in',
    request: bookAllRequest,
    response: bookAllResponse,
  },
  ...measuresApi,
  ...objectiveApi,
  ...agreementApi,
  ...feedApi,
  ...reschedulingApi,

  findMeeting: {
    method: 'GET',
    path: '/api/meetings',
    access: 'anyone-signed-in',
    request: findMeetingRequest,
    response: findMeetingResponse,
  },
  meeting: {
    method: 'GET',
    path: '/api/meetings/:meetingId',
    access: 'meeting-member',
    request: empty,
    response: meetingResponse,
  },
  addItem: {
    method: 'POST',
    path: '/api/meetings/:meetingId/items',
    access: 'meeting-member',
    request: addItemRequest,
    response: done,
  },
  orderItems: {
    method: 'PUT',
    path: '/api/meetings/:meetingId/items',
    access: 'meeting-member',
    request: orderItemsRequest,
    response: done,
  },
  changeItem: {
    method: 'PATCH',
    path: '/api/items/:itemId',
    access: 'item-member',
    request: changeItemRequest,
    response: done,
  },
  removeItem: { method: 'DELETE', path: '/api/items/:itemId', access: 'item-member', request: empty, response: done },
  addJotting: {
    method: 'POST',
    path: '/api/meetings/:meetingId/jottings',
    access: 'meeting-member',
    request: addJottingRequest,
    response: done,
  },
  changeJotting: {
    method: 'PATCH',
    path: '/api/jottings/:jottingId',
    access: 'jotting-author',
    request: changeJottingRequest,
    response: done,
  },
  removeJotting: {
    method: 'DELETE',
    path: '/api/jottings/:jottingId',
    access: 'jotting-author',
    request: empty,
    response: done,
  },
  shareJotting: {
    method: 'POST',
    path: '/api/jottings/:jottingId/share',
    access: 'jotting-author',
    request: shareJottingRequest,
    response: done,
  },

  ...formApi,

  openMeeting: {
    method: 'POST',
    path: '/api/meetings/:meetingId/open',
    access: 'meeting-member',
    request: empty,
    response: done,
  },
  addPoint: {
    method: 'POST',
    path: '/api/meetings/:meetingId/points',
    access: 'meeting-member',
    request: addPointRequest,
    response: done,
  },
  changePoint: {
    method: 'PATCH',
    path: '/api/points/:pointId',
    access: 'point-author',
    request: changePointRequest,
    response: done,
  },
  removePoint: {
    method: 'DELETE',
    path: '/api/points/:pointId',
    access: 'point-author',
    request: empty,
    response: done,
  },
  addAction: {
    method: 'POST',
    path: '/api/meetings/:meetingId/actions',
    access: 'meeting-member',
    request: addActionRequest,
    response: actionView,
  },
  changeAction: {
    method: 'PATCH',
    path: '/api/actions/:actionId',
    access: 'action-member',
    request: changeActionRequest,
    response: actionView,
  },
  coverTopic: {
    method: 'POST',
    path: '/api/meetings/:meetingId/coverage',
    access: 'meeting-member',
    request: coverTopicRequest,
    response: done,
  },
  sayWriting: {
    method: 'POST',
    path: '/api/meetings/:meetingId/writing',
    access: 'meeting-member',
    request: empty,
    response: empty,
  },
  closeMeeting: {
    method: 'POST',
    path: '/api/meetings/:meetingId/close',
    access: 'meeting-supervisor',
    request: closeMeetingRequest,
    response: done,
  },
  moveOptions: {
    method: 'GET',
    path: '/api/meetings/:meetingId/move-options',
    access: 'meeting-member',
    request: empty,
    response: moveOptionsResponse,
  },
  moveMeeting: {
    method: 'POST',
    path: '/api/meetings/:meetingId/move',
    access: 'meeting-supervisor',
    request: moveMeetingRequest,
    response: done,
  },
  cancelMeeting: {
    method: 'POST',
    path: '/api/meetings/:meetingId/cancel',
    access: 'meeting-supervisor',
    request: cancelMeetingRequest,
    response: done,
  },
  missMeeting: {
    method: 'POST',
    path: '/api/meetings/:meetingId/miss',
    access: 'meeting-member',
    request: missMeetingRequest,
    response: done,
  },
  retryDelivery: {
    method: 'POST',
    path: '/api/effects/:effectId/retry',
    access: 'effect-member',
    request: retryDeliveryRequest,
    response: done,
  },

  ...signOffRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof api;
export type RequestOf<Name extends RouteName> = z.infer<(typeof api)[Name]['request']>;
export type ResponseOf<Name extends RouteName> = z.infer<(typeof api)[Name]['response']>;

/** The live stream: newline-delimited JSON of `changeEvent`, one per line, with a bearer token like any other call. */
export const changesPath = '/api/changes';
