import {
  bookingJobsResponse,
  changeJobRequest,
  jobItemsRequest,
  jobItemsResponse,
  jobView,
  startJobRequest,
} from './booking-jobs.ts';
import { empty } from './changes.ts';
import type { Route } from './route.ts';

/** The routes of whoever looks after one-to-ones in the organisation: booking for many at once (OUT-3). */
export const bookingJobsApi = {
  bookingJobs: {
    method: 'GET',
    path: '/api/booking-jobs',
    access: 'hr',
    request: empty,
    response: bookingJobsResponse,
  },
  startBookingJob: {
    method: 'POST',
    path: '/api/booking-jobs',
    access: 'hr',
    request: startJobRequest,
    response: jobView,
  },
  changeBookingJob: {
    method: 'POST',
    path: '/api/booking-jobs/:jobId/state',
    access: 'hr',
    request: changeJobRequest,
    response: jobView,
  },
  bookingJobItems: {
    method: 'GET',
    path: '/api/booking-jobs/:jobId/items',
    access: 'hr',
    request: jobItemsRequest,
    response: jobItemsResponse,
  },
} as const satisfies Record<string, Route>;
