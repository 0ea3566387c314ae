import { millisecondsOf } from '#core/time.ts';
import type { RunningJob } from '../ports/booking-jobs.ts';
import { Failure } from '../ports/failures.ts';
import type { EffectQueue } from '../ports/store.ts';
import type { Timing } from '../ports/system.ts';
import { bookTaken, followPromises, takeTeams, type BookingNeeds } from './book-for-many.ts';

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
const busyRestMilliseconds = 500;
/** What was just promised is on its way before more is looked for. */
const breathMilliseconds = 20;
const idleRestMilliseconds = 5_000;
const troubledRestMilliseconds = 15_000;

/** Eleven usual teams are 99 people: five full calls for their calendars. */
const mostTeams = 11;
/** The first group is small, and the next waits for it, so that the first promises are soon on their way. */
const firstTeams = 2;
/**
 * Pairs of a job being looked at or on their way to Outlook, beyond which nothing more is begun. Enough for Teams' thirty a second with
 * the three seconds each takes; not more, so that pausing is quick.
 */
const enoughPairs = 128;
const mostGroups = 4;

/** What of one job this process is finding times for. */
interface Groups {
  readonly underWay: Set<Promise<void>>;
  pairs: number;
  begun: number;
  atOnce: number;
  /** Epoch milliseconds; nothing is begun before. */
  notBefore: number;
}

function keyOf({ tenantId, id }: RunningJob): string {
  return `${tenantId}/${id}`;
}

/** Books for many pairs, job by job, until stopped. Any number of processes may do so over one database. */
export function startJobWorker(needs: JobWorkerNeeds): JobWorker {
  const groupsOf = new Map<string, Groups>();
  let stopping = false;
  let rest = new AbortController();
  let isIdle = true;
  const stir = (): void => {
    rest.abort();
  };
  const unsubscribe = needs.effectQueue.onPromise(() => {
    if (isIdle) stir();
  });
  const now = (): number => millisecondsOf(needs.clock.now());

  /** Finds times for some teams and promises them, while others before them are on their way. */
  async function book(job: RunningJob, groups: Groups, taken: Awaited<ReturnType<typeof takeTeams>>): Promise<void> {
    try {
      await bookTaken(needs, job, taken);
    } catch (cause) {
      if (cause instanceof Failure) {
        const { code, details } = cause;
        needs.log.warn('booking-job-waits', { jobId: job.id, code, outsideCode: details.outsideCode });
        groups.notBefore = now() + Math.max((details.retryAfterSeconds ?? 0) * 1000, busyRestMilliseconds);
      } else {
        needs.log.error('booking-job', { jobId: job.id }, cause);
        groups.notBefore = now() + troubledRestMilliseconds;
      }
    }
  }

  function begin(job: RunningJob, groups: Groups, taken: Awaited<ReturnType<typeof takeTeams>>): void {
    groups.pairs += taken.length;
    groups.begun += 1;
    const booking = book(job, groups, taken).finally(() => {
      groups.pairs -= taken.length;
      groups.atOnce = mostGroups;
      groups.underWay.delete(booking);
      stir();
    });
    groups.underWay.add(booking);
  }

  async function goOn(job: RunningJob): Promise<void> {
    const groups = groupsOf.get(keyOf(job)) ?? { underWay: new Set(), pairs: 0, begun: 0, atOnce: 1, notBefore: 0 };
    groupsOf.set(keyOf(job), groups);
    await followPromises(needs, job);
    while (!stopping && groups.notBefore <= now() && groups.underWay.size < groups.atOnce) {
      if (groups.pairs + (await needs.jobQueue.underWay(job)) >= enoughPairs) return;
      const taken = await takeTeams(needs, job, Math.min(mostTeams, firstTeams * 2 ** groups.begun));
      if (taken.length > 0) begin(job, groups, taken);
      else {
        if (groups.underWay.size === 0) await needs.jobQueue.finish(job, needs.clock.now());
        return;
      }
    }
  }

  /** One turn over all running jobs. Returns how long to rest. */
  async function turn(): Promise<number> {
    const jobs = await needs.jobQueue.running();
    const running = new Set(jobs.map(keyOf));
    for (const [key, { underWay }] of groupsOf) if (!running.has(key) && underWay.size === 0) groupsOf.delete(key);
    isIdle = jobs.length === 0;
    for (const job of jobs) await goOn(job);
    return isIdle ? idleRestMilliseconds : busyRestMilliseconds;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      rest = new AbortController();
      let wait = troubledRestMilliseconds;
      try {
        wait = await turn();
      } catch (cause) {
        needs.log.error('booking-job-turn', {}, cause);
      }
      await needs.timing.pause(breathMilliseconds);
      if (!rest.signal.aborted) await needs.timing.pause(wait - breathMilliseconds, rest.signal);
    }
    await Promise.all([...groupsOf.values()].flatMap(({ underWay }) => [...underWay]));
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
