import { hasNoSeries, type JobCandidate } from '#core/booking-job/booking-job.ts';
import { localDateOf } from '#core/time.ts';
import type { BookingJobQueue } from '../ports/booking-jobs.ts';
import type { Needs } from './needs.ts';

/** Pairs of the tenant that meet with nothing booked. */
export async function candidatesOf(
  needs: Pick<Needs, 'clock'> & { readonly jobQueue: Pick<BookingJobQueue, 'pairs'> },
  tenantId: string,
): Promise<readonly JobCandidate[]> {
  const now = needs.clock.now();
  return (await needs.jobQueue.pairs(tenantId)).flatMap(({ facts, ...pair }) => {
    const { unit, grade, zone } = facts.person;
    return hasNoSeries(facts, localDateOf(now, zone)) ? [{ ...pair, unit, grade }] : [];
  });
}
