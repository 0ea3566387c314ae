import { empty } from './changes.ts';
import {
  activateRequest,
  comparisonResponse,
  impactResponse,
  loadPolicyRequest,
  loadPolicyResponse,
  loadStandardRequest,
  loadStandardResponse,
  policiesResponse,
  revised,
  withdrawRequest,
} from './policies.ts';
import type { Route } from './route.ts';

/** The routes of whoever looks after the organisation's policies. */
export const policiesApi = {
  policies: {
    method: 'GET',
    path: '/api/policies',
    access: 'administrator',
    request: empty,
    response: policiesResponse,
  },
  loadPolicy: {
    method: 'POST',
    path: '/api/policies',
    access: 'administrator',
    request: loadPolicyRequest,
    response: loadPolicyResponse,
  },
  comparePolicies: {
    method: 'GET',
    path: '/api/policies/:versionId/comparison',
    access: 'administrator',
    request: empty,
    response: comparisonResponse,
  },
  policyImpact: {
    method: 'GET',
    path: '/api/policies/:versionId/impact',
    access: 'administrator',
    request: empty,
    response: impactResponse,
  },
  activatePolicy: {
    method: 'POST',
    path: '/api/policies/:versionId/activations',
    access: 'administrator',
    request: activateRequest,
    response: revised,
  },
  withdrawActivation: {
    method: 'POST',
    path: '/api/activations/:activationId/withdrawal',
    access: 'administrator',
    request: withdrawRequest,
    response: revised,
  },
  loadStandard: {
    method: 'POST',
    path: '/api/standards',
    access: 'administrator',
    request: loadStandardRequest,
    response: loadStandardResponse,
  },
  withdrawStandard: {
    method: 'POST',
    path: '/api/standards/:standardId/withdrawal',
    access: 'administrator',
    request: withdrawRequest,
    response: revised,
  },
} as const satisfies Record<string, Route>;
