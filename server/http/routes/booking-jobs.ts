import type { bookingJobsApi } from '#contract/booking-jobs-api.ts';
import { readBookingJobs, readJobItems } from '../../usecases/read-booking-jobs.ts';
import { changeBookingJob, startBookingJob } from '../../usecases/start-booking-job.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

export function bookingJobRoutes(needs: RouteNeeds): Pick<Handlers, keyof typeof bookingJobsApi> {
  return {
    bookingJobs: ({ actor }) => readBookingJobs(needs, actor),
    startBookingJob: ({ actor, request }) => startBookingJob(needs, actor, request),
    changeBookingJob: ({ actor, param, request }) =>
      changeBookingJob(needs, actor, { jobId: param('jobId'), ...request }),
    bookingJobItems: ({ actor, param, request }) => readJobItems(needs, actor, { jobId: param('jobId'), ...request }),
  };
}
