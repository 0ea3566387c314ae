import * as z from 'zod/mini';
import { count, id, instant, localDate } from './scalars.ts';

export const jobState = z.enum(['running', 'paused', 'ended', 'finished']);
export const jobItemState = z.enum(['waiting', 'promised', 'booked', 'no-time', 'left-out', 'failed']);
export type JobItemStateView = z.infer<typeof jobItemState>;

/** Of these units and grades; null: of any. A null among them: those the directory says none of. */
export const jobChoice = z.strictObject({
  units: z.nullable(z.array(z.nullable(z.string().check(z.maxLength(256)))).check(z.minLength(1), z.maxLength(500))),
  grades: z.nullable(z.array(z.nullable(z.string().check(z.maxLength(256)))).check(z.minLength(1), z.maxLength(500))),
});

const counts = z.object({
  waiting: count,
  promised: count,
  booked: count,
  'no-time': count,
  'left-out': count,
  failed: count,
});

const shortPerson = z.object({ id: z.string(), displayName: z.string(), givenName: z.string() });

export const jobView = z.object({
  id,
  state: jobState,
  choice: jobChoice,
  from: localDate,
  breathingMinutes: count,
  startedBy: shortPerson,
  startedAt: instant,
  settledAt: z.nullable(instant),
  counts,
  /** Supervisors whose visit somebody waits for, those most waited for first; not more than a screen can show. */
  awaited: z.array(z.object({ person: shortPerson, count })),
  awaitedCount: count,
});
export type JobView = z.infer<typeof jobView>;

export const bookingJobsResponse = z.object({
  /** Newest first. */
  jobs: z.array(jobView),
  /** Pairs with nothing booked, so many of each unit and grade. */
  withoutSeries: z.array(z.object({ unit: z.nullable(z.string()), grade: z.nullable(z.string()), count })),
});
export type BookingJobsResponse = z.infer<typeof bookingJobsResponse>;

export const startJobRequest = z.strictObject({
  id,
  choice: jobChoice,
  from: localDate,
  breathingMinutes: z.int().check(z.gte(0), z.lte(60)),
});
export const changeJobRequest = z.strictObject({ state: z.enum(['running', 'paused', 'ended']) });

export const jobItemsRequest = z.strictObject({
  /** Left out: in any way. */
  state: z.optional(jobItemState),
  /** Continues after this pair. */
  after: z.optional(z.string().check(z.maxLength(64))),
});
export const jobItemsResponse = z.object({
  items: z.array(
    z.object({
      pairId: z.string(),
      supervisor: shortPerson,
      employee: z.extend(shortPerson, { unit: z.nullable(z.string()) }),
      state: jobItemState,
      /** A code of ours or of Outlook's; never anybody's words. */
      reason: z.nullable(z.string()),
    }),
  ),
  /** Null: that was the last. */
  next: z.nullable(z.string()),
});
export type JobItemsResponse = z.infer<typeof jobItemsResponse>;
export type JobItemView = JobItemsResponse['items'][number];
