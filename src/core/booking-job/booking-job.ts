import type { FailureReason } from './failure-reason.ts';
import type { RefusalCode } from '../refusal.ts';
import { Refusal } from '../refusal.ts';
import type { StandingFacts } from '../policy/standing.ts';
import type { Instant, LocalDate } from '../time-types.ts';

/** `running` looks for times and books; `paused` keeps what is booked and begins nothing; `ended` left some out; `finished` left none. */
export type JobState = 'running' | 'paused' | 'ended' | 'finished';

/** Whom a job is for: everybody without a running series, of these units and grades; null: of any. */
export interface JobChoice {
  readonly units: readonly (string | null)[] | null;
  readonly grades: readonly (string | null)[] | null;
}

/** Booking series for many pairs at once, for whoever looks after one-to-ones in the organisation (OUT-3). */
export interface BookingJob {
  readonly id: string;
  readonly state: JobState;
  readonly choice: JobChoice;
  /** The first day a series may begin. */
  readonly from: LocalDate;
  /** Kept free between two one-to-ones of one supervisor. */
  readonly breathingMinutes: number;
  readonly startedBy: string;
  readonly startedAt: Instant;
  readonly settledAt: Instant | null;
}

/**
 * `waiting` for its turn or, with the reason `supervisor-away`, for the supervisor to open Duologue; `promised`: kept here and on its way
 * to Outlook; `booked`: in Outlook; `no-time`: none was left; `left-out`: nothing needed or allowed any more; `failed`.
 */
export type JobItemState = 'waiting' | 'promised' | 'booked' | 'no-time' | 'left-out' | 'failed';

/** Why an item stands as it does: a code, never anybody's words. */
export type JobReason = 'supervisor-away' | 'calendar-unread' | RefusalCode | FailureReason;

/** What a job does for one pair. */
export interface JobItem {
  readonly pairId: string;
  readonly supervisorId: string;
  readonly employeeId: string;
  /** Made before anything is booked and used for it, so that however often it is begun, it is booked once. */
  readonly bookingId: string;
  readonly state: JobItemState;
  readonly reason: JobReason | null;
}

/** A pair as a choice looks at it. */
export interface JobCandidate {
  readonly pairId: string;
  readonly supervisorId: string;
  readonly employeeId: string;
  readonly unit: string | null;
  readonly grade: string | null;
}

/** Whether a pair meets with nothing booked, as its standing says (C2). */
export function hasNoSeries(
  { pair, series, seriesUntil }: Pick<StandingFacts, 'pair' | 'series' | 'seriesUntil'>,
  today: LocalDate,
): boolean {
  if (pair.to !== null || pair.pause !== null) return false;
  return series === 'none' || (seriesUntil !== null && seriesUntil < today);
}

/** Whether a job is for this pair. */
export function isChosen(choice: JobChoice, { unit, grade }: Pick<JobCandidate, 'unit' | 'grade'>): boolean {
  return (choice.units?.includes(unit) ?? true) && (choice.grades?.includes(grade) ?? true);
}

const next: Readonly<Record<JobState, readonly JobState[]>> = {
  running: ['paused', 'ended'],
  paused: ['running', 'ended'],
  ended: [],
  finished: [],
};

/** The job paused, resumed or ended. In that state already, it is as it was. @throws Refusal `job-over` */
export function jobIn(job: BookingJob, state: JobState, now: Instant): BookingJob {
  if (job.state === state) return job;
  if (!next[job.state].includes(state)) throw new Refusal('job-over', { state: job.state });
  return { ...job, state, settledAt: state === 'ended' ? now : null };
}

const refusedForGood: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['series-exists', 'pair-ended', 'not-found']);

/** The item after our own rules said no. */
export function itemRefused(item: JobItem, code: RefusalCode): JobItem {
  return { ...item, state: refusedForGood.has(code) ? 'left-out' : 'failed', reason: code };
}
