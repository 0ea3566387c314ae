import { done, empty } from './changes.ts';
import { extraSupportRequest } from './pairs.ts';
import { findingsRequest, findingsResponse, policyProgressResponse } from './policy.ts';
import type { Route } from './route.ts';

/** What is asked on a day of one's own choosing, how far looking at everybody again is, and another interval for a while. */
export const findingRoutes = {
  pairFindings: {
    method: 'GET',
    path: '/api/pairs/:pairId/findings',
    access: 'pair-member',
    request: findingsRequest,
    response: findingsResponse,
  },
  policyProgress: {
    method: 'GET',
    path: '/api/policy/progress',
    access: 'administrator',
    request: empty,
    response: policyProgressResponse,
  },
  setExtraSupport: {
    method: 'PUT',
    path: '/api/pairs/:pairId/extra-support',
    access: 'pair-supervisor',
    request: extraSupportRequest,
    response: done,
  },
} as const satisfies Record<string, Route>;
