import { itemRefused, type JobItem, type JobReason } from '#core/booking-job/booking-job.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import type { BookingJobQueue, PromisedItem, RunningJob } from '../ports/booking-jobs.ts';
import { Failure } from '../ports/failures.ts';
import type { Logger } from '../ports/system.ts';
import { bookSeries } from './book-series.ts';
import type { Needs } from './needs.ts';
import { proposeForAll } from './propose-all.ts';
import { readAhead, type ReadAhead, type Team } from './read-ahead.ts';

export interface BookingNeeds extends Pick<
  Needs,
  'store' | 'clock' | 'ids' | 'calendar' | 'policies' | 'packs' | 'identity'
> {
  readonly jobQueue: BookingJobQueue;
  readonly log: Logger;
}

const leaseSeconds = 300;

/** Not for the job to put right; it waits until the person is here again. */
const waitsForPerson: ReadonlySet<string | null> = new Set(['sign-in-needed', 'consent-needed', 'claims-needed']);

type Offer = NonNullable<Awaited<ReturnType<typeof proposeForAll>>['proposals'][number]['offer']>;

/** A clashing meeting goes to the nearest time both can make, or is left out where there is none: as a supervisor's own "book all" does. */
function bookingOf(id: string, { plan, occurrences }: Offer) {
  const clashing = occurrences.filter(({ clashes }) => clashes.length > 0);
  return {
    id,
    plan,
    moves: clashing.flatMap(({ originalDate, alternative }) =>
      alternative === null ? [] : [{ originalDate, ...alternative }],
    ),
    skips: clashing.filter(({ alternative }) => alternative === null).map(({ originalDate }) => originalDate),
    note: '',
  };
}

function settled(item: JobItem, state: JobItem['state'], reason: JobReason | null = null): JobItem {
  return { ...item, state, reason };
}

/** What became of an item whose pair was not offered a time: booked before, by this job or by somebody else. */
async function alreadyBooked(needs: BookingNeeds, actor: Actor, item: JobItem): Promise<JobItem> {
  const current = await needs.store.asPerson(actor, (tx) => tx.series.current(item.pairId));
  if (current?.id === item.bookingId) return settled(item, 'promised');
  return settled(item, 'left-out', current === null ? 'pair-ended' : 'series-exists');
}

async function bookOne(needs: BookingNeeds, actor: Actor, item: JobItem, offer: Offer): Promise<JobItem> {
  try {
    await bookSeries({ ...needs, forMany: true }, actor, {
      pairId: item.pairId,
      booking: bookingOf(item.bookingId, offer),
    });
    return settled(item, 'promised');
  } catch (cause) {
    if (cause instanceof Refusal) return itemRefused(item, cause.code);
    throw cause;
  }
}

/** Finds times for everybody of one supervisor's the job is for, no two together, and books them on their behalf. */
async function bookTeam(
  needs: BookingNeeds,
  job: RunningJob,
  actor: Actor,
  items: readonly JobItem[],
  ahead: ReadAhead,
): Promise<JobItem[]> {
  const reading = { ...needs, calendar: ahead.calendar };
  const { from, breathingMinutes } = job;
  const today = localDateOf(needs.clock.now(), 'UTC');
  const first = from > today ? from : today;
  const { proposals } = await proposeForAll(reading, actor, { from: first, breathingMinutes });
  const done: JobItem[] = [];
  for (const item of items) {
    const proposal = proposals.find(({ pairId }) => pairId === item.pairId);
    if (proposal === undefined) done.push(await alreadyBooked(needs, actor, item));
    else if (proposal.offer !== null) done.push(await bookOne(reading, actor, item, proposal.offer));
    else if (ahead.unread.has(item.employeeId) || ahead.unread.has(item.supervisorId))
      done.push(settled(item, 'failed', 'calendar-unread'));
    else done.push(settled(item, 'no-time'));
  }
  return done;
}

/** What Outlook has taken, and what it will not take without somebody's help. */
function followed(item: PromisedItem): JobItem {
  const { effect, ...rest } = item;
  if (effect?.state === 'done') return settled(rest, 'booked');
  if (effect?.state === 'withdrawn') return settled(rest, 'left-out', 'withdrawn');
  if (effect?.state !== 'parked') return settled(rest, 'promised');
  return settled(rest, waitsForPerson.has(effect.parkedFor) ? 'promised' : 'failed', effect.parkedFor);
}

/** Brings items whose promises have been kept, or cannot be, up to date. */
export async function followPromises(needs: Pick<BookingNeeds, 'jobQueue'>, job: RunningJob): Promise<void> {
  const promised = await needs.jobQueue.promised(job);
  const changed = promised.flatMap((item) => {
    const now = followed(item);
    return now.state === item.state && now.reason === item.reason ? [] : [now];
  });
  await needs.jobQueue.settle(job, changed);
}

async function teamsOf(needs: BookingNeeds, job: RunningJob, items: ReadonlyMap<string, readonly JobItem[]>) {
  return Promise.all(
    [...items].map(async ([personId, theirs]): Promise<Team> => {
      const actor = { tenantId: job.tenantId, personId };
      const ids = [personId, ...theirs.map(({ employeeId }) => employeeId)];
      return { actor, people: await needs.store.asPerson(actor, (tx) => tx.people.find(ids)) };
    }),
  );
}

/** In whose name something can be done just now, until there are enough of them, and in whose not. */
async function sorted(needs: BookingNeeds, { tenantId }: RunningJob, supervisorIds: readonly string[], enough: number) {
  const [here, away]: [string[], string[]] = [[], []];
  for (const personId of supervisorIds) {
    if (here.length === enough) break;
    ((await needs.identity.holds({ tenantId, personId })) ? here : away).push(personId);
  }
  return { here, away };
}

/** Whether a failure is about the one supervisor: they must come themselves. */
function isTheirs(cause: unknown): boolean {
  return cause instanceof Failure && waitsForPerson.has(cause.code);
}

/**
 * Takes for this process what waits for so many of a job's supervisors: those in whose name something can be done just now. The others'
 * items say that they wait for them. None: nobody waits who can be booked for.
 */
export async function takeTeams(
  needs: BookingNeeds,
  job: RunningJob,
  supervisors: number,
): Promise<readonly JobItem[]> {
  const waiting = await needs.jobQueue.supervisors(job, needs.clock.now());
  const { here, away } = await sorted(needs, job, waiting, supervisors);
  await needs.jobQueue.away(job, away);
  return here.length === 0 ? [] : needs.jobQueue.take(job, here, needs.clock.now(), leaseSeconds);
}

/**
 * Books what was taken. Pausing is heard between one supervisor and the next; then the rest is let go of.
 * @throws Failure where calendars cannot be read just now; what was taken is let go of
 */
export async function bookTaken(needs: BookingNeeds, job: RunningJob, taken: readonly JobItem[]): Promise<void> {
  const { jobQueue } = needs;
  const items = Map.groupBy(taken, ({ supervisorId }) => supervisorId);
  const left = new Map(items);
  try {
    const teams = await teamsOf(needs, job, items);
    const ahead = await readAhead(needs, teams, job.from);
    for (const { actor } of teams) {
      if (!(await jobQueue.running()).some(({ id, tenantId }) => id === job.id && tenantId === job.tenantId)) break;
      const theirs = items.get(actor.personId) ?? [];
      const done = await bookTeam(needs, job, actor, theirs, ahead).catch((cause: unknown) => {
        if (!isTheirs(cause)) throw cause;
        return theirs.map((item) => settled(item, 'waiting', 'supervisor-away'));
      });
      await jobQueue.settle(job, done);
      left.delete(actor.personId);
    }
  } finally {
    await jobQueue.settle(job, [...left.values()].flat());
  }
}
