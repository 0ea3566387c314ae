import { isChosen, jobIn, type BookingJob, type JobChoice, type JobItem } from '#core/booking-job/booking-job.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { addDays, localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { BookingJobQueue } from '../ports/booking-jobs.ts';
import type { Needs } from './needs.ts';
import { candidatesOf } from './job-candidates.ts';
import { jobViewOf } from './read-booking-jobs.ts';

/** A first day further away than a year is a slip of the hand, and would be thousands of invitations. */
const mostDaysAhead = 366;

type JobNeeds = Pick<Needs, 'store' | 'clock' | 'ids'> & { readonly jobQueue: Pick<BookingJobQueue, 'pairs'> };

/**
 * Starts booking for everybody chosen who has nothing booked. The same job again changes nothing.
 * @throws Refusal `job-running` while another one is open; `job-empty`; `bad-request` for a first day that is over or more than a year away; `not-allowed`
 */
export async function startBookingJob(
  needs: JobNeeds,
  actor: Actor,
  input: {
    readonly id: string;
    readonly choice: JobChoice;
    readonly from: LocalDate;
    readonly breathingMinutes: number;
  },
) {
  if (actor.isHr !== true) throw new Refusal('not-allowed');
  const now = needs.clock.now();
  const today = localDateOf(now, 'UTC');
  if (input.from < today || input.from > addDays(today, mostDaysAhead))
    throw new Refusal('bad-request', { what: 'from' });
  const candidates = await candidatesOf(needs, actor.tenantId);
  return needs.store.asPerson(actor, async (tx) => {
    await tx.jobs.lock();
    const known = await tx.jobs.find(input.id);
    if (known !== null) return jobViewOf(tx, known);
    const open = (await tx.jobs.all()).find(({ state }) => state === 'running' || state === 'paused');
    if (open !== undefined) throw new Refusal('job-running', { jobId: open.id });
    const items = candidates
      .filter((one) => isChosen(input.choice, one))
      .map(({ pairId, supervisorId, employeeId }): JobItem => {
        const bookingId = needs.ids.next();
        return { pairId, supervisorId, employeeId, bookingId, state: 'waiting', reason: null };
      });
    if (items.length === 0) throw new Refusal('job-empty');
    const { id, choice, from, breathingMinutes } = input;
    const begun = { startedBy: actor.personId, startedAt: now, settledAt: null };
    const job: BookingJob = { id, choice, from, breathingMinutes, state: 'running', ...begun };
    await tx.jobs.save(job);
    await tx.jobs.addItems(id, items);
    return jobViewOf(tx, job);
  });
}

/**
 * Pauses, resumes or ends a job. What is booked stays booked. @throws Refusal `job-over`, `not-found`, `not-allowed`
 */
export async function changeBookingJob(
  needs: Pick<Needs, 'store' | 'clock'>,
  actor: Actor,
  input: { readonly jobId: string; readonly state: 'running' | 'paused' | 'ended' },
) {
  if (actor.isHr !== true) throw new Refusal('not-allowed');
  return needs.store.asPerson(actor, async (tx) => {
    await tx.jobs.lock();
    const job = await tx.jobs.find(input.jobId);
    if (job === null) throw new Refusal('not-found');
    const changed = jobIn(job, input.state, needs.clock.now());
    if (changed !== job) await tx.jobs.save(changed);
    return jobViewOf(tx, changed);
  });
}
