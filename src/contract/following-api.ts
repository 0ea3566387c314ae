import { done, empty } from './changes.ts';
import { homeNewsResponse, newsStepRequest, outlookNewsResponse, seeNewsRequest } from './following.ts';
import type { Route } from './route.ts';

/** The routes of what happened in Outlook. */
export const followingApi = {
  homeNews: {
    method: 'GET',
    path: '/api/outlook',
    access: 'anyone-signed-in',
    request: empty,
    response: homeNewsResponse,
  },
  outlookNews: {
    method: 'GET',
    path: '/api/pairs/:pairId/outlook',
    access: 'pair-member',
    request: empty,
    response: outlookNewsResponse,
  },
  seeNews: {
    method: 'POST',
    path: '/api/pairs/:pairId/outlook/seen',
    access: 'pair-member',
    request: seeNewsRequest,
    response: done,
  },
  takeProposal: {
    method: 'POST',
    path: '/api/pairs/:pairId/outlook/take',
    access: 'pair-supervisor',
    request: newsStepRequest,
    response: done,
  },
  adoptSeries: {
    method: 'POST',
    path: '/api/pairs/:pairId/outlook/adopt',
    access: 'pair-supervisor',
    request: newsStepRequest,
    response: done,
  },
} as const satisfies Record<string, Route>;
