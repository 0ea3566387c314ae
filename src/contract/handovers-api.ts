import { done, empty } from './changes.ts';
import {
  findPeopleRequest,
  findPeopleResponse,
  handOverForRequest,
  handOverForResponse,
  handOverRequest,
  handoverSlotsRequest,
  handoverSlotsResponse,
  handoversResponse,
  managedPairsRequest,
  managedPairsResponse,
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
  handovers: { method: 'GET', path: '/api/handovers', access: 'hr', request: empty, response: handoversResponse },
  findColleagues: {
    method: 'POST',
    path: '/api/handovers/people',
    access: 'hr',
    request: findPeopleRequest,
    response: findPeopleResponse,
  },
  managedPairs: {
    method: 'POST',
    path: '/api/handovers/pairs',
    access: 'hr',
    request: managedPairsRequest,
    response: managedPairsResponse,
  },
  handOverFor: {
    method: 'POST',
    path: '/api/handovers',
    access: 'hr',
    request: handOverForRequest,
    response: handOverForResponse,
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
