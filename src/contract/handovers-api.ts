import { done, empty } from './changes.ts';
import {
  findPeopleRequest,
  findPeopleResponse,
  handOverRequest,
  handoverSlotsRequest,
  handoverSlotsResponse,
  takeAlongRequest,
  takeAlongResponse,
} from './handovers.ts';
import type { Route } from './route.ts';

/** Routes by which somebody else takes over one-to-ones (OD3a-8). */
export const handoversApi = {
  findPeople: {
    method: 'POST',
    path: '/api/pairs/:pairId/people',
    access: 'pair-supervisor',
    request: findPeopleRequest,
    response: findPeopleResponse,
  },
  handoverSlots: {
    method: 'POST',
    path: '/api/pairs/:pairId/handover/slots',
    access: 'pair-supervisor',
    request: handoverSlotsRequest,
    response: handoverSlotsResponse,
  },
  handOver: {
    method: 'POST',
    path: '/api/pairs/:pairId/handover',
    access: 'pair-supervisor',
    request: handOverRequest,
    response: done,
  },
  toTakeAlong: {
    method: 'GET',
    path: '/api/pairs/:pairId/take-along',
    access: 'pair-member',
    request: empty,
    response: takeAlongResponse,
  },
  takeAlong: {
    method: 'POST',
    path: '/api/pairs/:pairId/take-along',
    access: 'pair-member',
    request: takeAlongRequest,
    response: done,
  },
} as const satisfies Record<string, Route>;
