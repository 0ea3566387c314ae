import type { BookingJob, JobItem, JobItemState } from '#core/booking-job/booking-job.ts';
import type { StandingFacts } from '#core/policy/standing.ts';
import type { Instant } from '#core/time-types.ts';
import type { EffectState, ParkedFor } from './effect.ts';

/** How many items of a job stand in each way. */
export type JobCounts = Readonly<Record<JobItemState, number>>;

/** The jobs of a tenant, for whoever may start them. */
export interface BookingJobs {
  find(jobId: string): Promise<BookingJob | null>;
  /** Newest first. */
  all(): Promise<readonly BookingJob[]>;
  /** Waits for others who would begin or change one. */
  lock(): Promise<void>;
  save(job: BookingJob): Promise<void>;
  addItems(jobId: string, items: readonly JobItem[]): Promise<void>;
  counts(jobId: string): Promise<JobCounts>;
  /** Supervisors somebody waits for, with how many do. */
  awaited(jobId: string): Promise<readonly { readonly supervisorId: string; readonly count: number }[]>;
  /** By pair, after that pair. */
  items(
    jobId: string,
    states: readonly JobItemState[],
    afterPairId: string | null,
    most: number,
  ): Promise<readonly JobItem[]>;
}

/** A pair of the tenant with the facts its standing is made of; nothing anybody wrote. */
export interface PairStanding {
  readonly pairId: string;
  readonly supervisorId: string;
  readonly employeeId: string;
  readonly facts: StandingFacts;
}

/** A running job as its worker knows it. */
export interface RunningJob extends BookingJob {
  readonly tenantId: string;
}

/** What became of a promised booking. */
export interface PromisedItem extends JobItem {
  readonly effect: { readonly state: EffectState; readonly parkedFor: ParkedFor | null } | null;
}

/** The view of the worker that books: jobs and their items, across tenants. */
export interface BookingJobQueue {
  pairs(tenantId: string): Promise<readonly PairStanding[]>;
  running(): Promise<readonly RunningJob[]>;
  /** Pairs with promises of its bookings that are still to be kept. */
  underWay(job: RunningJob): Promise<number>;
  /** Promised and not yet known to be in Outlook, with what became of it. */
  promised(job: RunningJob): Promise<readonly PromisedItem[]>;
  /** Supervisors with items that wait and nobody has taken, in a lasting order. */
  supervisors(job: RunningJob, now: Instant): Promise<readonly string[]>;
  /** Takes what waits for these supervisors for this process; what another has is passed over. */
  take(
    job: RunningJob,
    supervisorIds: readonly string[],
    now: Instant,
    leaseSeconds: number,
  ): Promise<readonly JobItem[]>;
  /** Says of those who cannot be acted for that their items wait for them. */
  away(job: RunningJob, supervisorIds: readonly string[]): Promise<void>;
  /** Keeps how items stand and lets go of them. */
  settle(job: RunningJob, items: readonly JobItem[]): Promise<void>;
  /** Finishes the job when nothing of it waits or is on its way. */
  finish(job: RunningJob, now: Instant): Promise<void>;
}
