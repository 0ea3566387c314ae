import { agreementResponse, changeAgreementRequest, signAgreementRequest } from './agreement.ts';
import { done, empty } from './changes.ts';
import type { Route } from './route.ts';

/** The routes of what a pair agrees about how they meet. */
export const agreementApi = {
  agreement: {
    method: 'GET',
    path: '/api/pairs/:pairId/agreement',
    access: 'pair-member',
    request: empty,
    response: agreementResponse,
  },
  changeAgreement: {
    method: 'PATCH',
    path: '/api/pairs/:pairId/agreement',
    access: 'pair-member',
    request: changeAgreementRequest,
    response: done,
  },
  signAgreement: {
    method: 'POST',
    path: '/api/pairs/:pairId/agreement/signature',
    access: 'pair-member',
    request: signAgreementRequest,
    response: done,
  },
  dropAgreementDraft: {
    method: 'DELETE',
    path: '/api/pairs/:pairId/agreement/draft',
    access: 'pair-member',
    request: empty,
    response: done,
  },
} as const satisfies Record<string, Route>;
