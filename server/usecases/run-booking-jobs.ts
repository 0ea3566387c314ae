import { Failure } from '../ports/failures.ts';
import type { EffectQueue } from '../ports/store.ts';
import type { Timing } from '../ports/system.ts';
import { bookForSome, type BookingNeeds } from './book-for-many.ts';

export interface JobWorkerNeeds extends BookingNeeds {
  readonly effectQueue: Pick<EffectQueue, 'onPromise'>;
  readonly timing: Timing;
}

export interface JobWorker {
  /** Looks for work now instead of at the next turn. */
  readonly wake: () => void;
  /** Ends after the supervisors under way. */
  readonly stop: () => Promise<void>;
}

/** With a job running; without one; and after Outlook could not be read. */
const busyRestMilliseconds = 1_000;
const idleRestMilliseconds = 5_000;
const troubledRestMilliseconds = 15_000;

/** One turn over all running jobs. Returns how long to rest. */
async function turn(needs: JobWorkerNeeds): Promise<number> {
  const jobs = await needs.jobQueue.running();
  let rest = jobs.length === 0 ? idleRestMilliseconds : busyRestMilliseconds;
  for (const job of jobs) {
    try {
      if ((await bookForSome(needs, job)) > 0) rest = 0;
    } catch (cause) {
      if (cause instanceof Failure) {
        needs.log.warn('booking-job-waits', {
          jobId: job.id,
          code: cause.code,
          outsideCode: cause.details.outsideCode,
        });
        rest = Math.max(rest, (cause.details.retryAfterSeconds ?? 0) * 1000, busyRestMilliseconds);
      } else {
        needs.log.error('booking-job', { jobId: job.id }, cause);
        rest = troubledRestMilliseconds;
      }
    }
  }
  return rest;
}

/** Books for many pairs, job by job, until stopped. Any number of processes may do so over one database. */
export function startJobWorker(needs: JobWorkerNeeds): JobWorker {
  let stopping = false;
  let rest = new AbortController();
  let isIdle = true;
  const stir = (): void => {
    rest.abort();
  };
  const unsubscribe = needs.effectQueue.onPromise(() => {
    if (isIdle) stir();
  });
  async function run(): Promise<void> {
    while (!stopping) {
      rest = new AbortController();
      let wait = troubledRestMilliseconds;
      try {
        wait = await turn(needs);
        isIdle = wait === idleRestMilliseconds;
      } catch (cause) {
        needs.log.error('booking-job-turn', {}, cause);
      }
      if (!rest.signal.aborted && wait > 0) await needs.timing.pause(wait, rest.signal);
    }
  }
  const running = run();
  return {
    wake: stir,
    stop: async () => {
      stopping = true;
      unsubscribe();
      stir();
      await running;
    },
  };
}
