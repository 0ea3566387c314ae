import { bookingJobsText } from './booking-jobs.ts';
import { policiesText } from './policies.ts';

/** The sentences of whoever looks after the organisation's policies, or its one-to-ones, which nobody else's pages carry. */
export const policiesMessages = { ...policiesText, ...bookingJobsText } as const;

export type PoliciesMessages = typeof policiesMessages;
