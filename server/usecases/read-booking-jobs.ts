import type { BookingJob, JobItemState } from '#core/booking-job/booking-job.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { BookingJobQueue } from '../ports/booking-jobs.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { candidatesOf } from './job-candidates.ts';

const mostAwaited = 20;
const mostItems = 200;
const anyState: readonly JobItemState[] = ['waiting', 'promised', 'booked', 'no-time', 'left-out', 'failed'];

function nameOf(people: ReadonlyMap<string, Person>, id: string) {
  const person = people.get(id);
  return { id, displayName: person?.displayName ?? '', givenName: person?.givenName ?? '' };
}

async function peopleById(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  return new Map((await tx.people.find([...new Set(ids)])).map((person) => [person.id, person]));
}

/** A job as its page shows it: numbers, and whom it waits for. */
export async function jobViewOf(tx: Transaction, job: BookingJob) {
  const [counts, awaited] = await Promise.all([tx.jobs.counts(job.id), tx.jobs.awaited(job.id)]);
  const shown = awaited.slice(0, mostAwaited);
  const people = await peopleById(tx, [job.startedBy, ...shown.map(({ supervisorId }) => supervisorId)]);
  const { units, grades } = job.choice;
  return {
    ...job,
    choice: { units: units === null ? null : [...units], grades: grades === null ? null : [...grades] },
    startedBy: nameOf(people, job.startedBy),
    counts,
    awaited: shown.map(({ supervisorId, count }) => ({ person: nameOf(people, supervisorId), count })),
    awaitedCount: awaited.length,
  };
}

/**
 * The jobs there were, and how many meet with nothing booked, by unit and grade. That a meeting is booked is all there is to see.
 * @throws Refusal `not-allowed`
 */
export async function readBookingJobs(
  needs: Pick<Needs, 'store' | 'clock'> & { readonly jobQueue: Pick<BookingJobQueue, 'pairs'> },
  actor: Actor,
) {
  if (actor.isHr !== true) throw new Refusal('not-allowed');
  const candidates = await candidatesOf(needs, actor.tenantId);
  const groups = Map.groupBy(candidates, ({ unit, grade }) => JSON.stringify([unit, grade]));
  const withoutSeries = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ unit: first.unit, grade: first.grade, count: group.length }];
  });
  return needs.store.asPerson(actor, async (tx) => {
    const jobs = [];
    for (const job of await tx.jobs.all()) jobs.push(await jobViewOf(tx, job));
    return { jobs, withoutSeries };
  });
}

/** What a job did for each pair, some at a time. @throws Refusal `not-found`, `not-allowed` */
export async function readJobItems(
  needs: Pick<Needs, 'store'>,
  actor: Actor,
  input: { readonly jobId: string; readonly state?: JobItemState | undefined; readonly after?: string | undefined },
) {
  if (actor.isHr !== true) throw new Refusal('not-allowed');
  return needs.store.asPerson(actor, async (tx) => {
    if ((await tx.jobs.find(input.jobId)) === null) throw new Refusal('not-found');
    const states = input.state === undefined ? anyState : [input.state];
    const items = await tx.jobs.items(input.jobId, states, input.after ?? null, mostItems);
    const people = await peopleById(
      tx,
      items.flatMap(({ supervisorId, employeeId }) => [supervisorId, employeeId]),
    );
    return {
      items: items.map(({ pairId, supervisorId, employeeId, state, reason }) => ({
        pairId,
        supervisor: nameOf(people, supervisorId),
        employee: { ...nameOf(people, employeeId), unit: people.get(employeeId)?.unit ?? null },
        state,
        reason,
      })),
      next: items.length < mostItems ? null : (items.at(-1)?.pairId ?? null),
    };
  });
}
