import { done, empty } from './changes.ts';
import {
  confirmDutyRequest,
  dutiesResponse,
  fillFieldRequest,
  formResponse,
  notApplicableRequest,
  saveDutyRequest,
} from './form.ts';
import { findPointsRequest, findPointsResponse } from './record.ts';
import type { Route } from './route.ts';

/** Routes of a record's form, of what it keeps between meetings, and of finding what was said. */
export const formApi = {
  form: {
    method: 'GET',
    path: '/api/meetings/:meetingId/form',
    access: 'meeting-member',
    request: empty,
    response: formResponse,
  },
  fillField: {
    method: 'PUT',
    path: '/api/meetings/:meetingId/form',
    access: 'meeting-member',
    request: fillFieldRequest,
    response: done,
  },
  sayNotApplicable: {
    method: 'POST',
    path: '/api/meetings/:meetingId/not-applicable',
    access: 'meeting-member',
    request: notApplicableRequest,
    response: done,
  },
  shareRecord: {
    method: 'POST',
    path: '/api/meetings/:meetingId/share',
    access: 'meeting-member',
    request: empty,
    response: done,
  },
  confirmRecord: {
    method: 'POST',
    path: '/api/meetings/:meetingId/confirm',
    access: 'meeting-member',
    request: empty,
    response: done,
  },
  findPoints: {
    method: 'GET',
    path: '/api/pairs/:pairId/points',
    access: 'pair-member',
    request: findPointsRequest,
    response: findPointsResponse,
  },
  duties: {
    method: 'GET',
    path: '/api/pairs/:pairId/duties',
    access: 'pair-member',
    request: empty,
    response: dutiesResponse,
  },
  saveDuty: {
    method: 'POST',
    path: '/api/pairs/:pairId/duties',
    access: 'pair-member',
    request: saveDutyRequest,
    response: done,
  },
  confirmDuty: {
    method: 'POST',
    path: '/api/pairs/:pairId/duties/confirm',
    access: 'pair-member',
    request: confirmDutyRequest,
    response: done,
  },
} as const satisfies Record<string, Route>;
