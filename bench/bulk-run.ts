import { randomUUID } from 'node:crypto';
import { setTimeout as pauseReally } from 'node:timers/promises';
import { addDays } from '#core/time.ts';
import { pinoLog } from '#server/adapters/system/log.ts';
import { startTrial, type Trial } from '#server/dev/trial.ts';
import { virtualTime, type VirtualTime } from '#server/dev/virtual-time.ts';
import { freePort } from '#tests/support/free-port.ts';
import { personClient } from '#tests/support/person-client.ts';
import { bulkOrganisation, lastSupervisor, seedPairs } from './bulk-organisation.ts';
import { alreadyBooked, followedSupervisor, type Followed } from './bulk-following.ts';
import { inWords, nothingSeen, watchedFetch, type Seen } from './bulk-watch.ts';

/** Which of Microsoft's two texts about Outlook's four at once is taken for true. */
export type Reading = 'mailbox' | 'application';

export interface BulkTerms {
  readonly pairs: number;
  readonly reading: Reading;
  /** How long each request takes, virtual milliseconds. */
  readonly latencyMs: number;
  readonly clientDirectory: string;
  /** Where all is kept, so that Duologue can end and start again meanwhile; left out, nowhere. */
  readonly directory?: string;
  /** What goes wrong meanwhile, as `POST /_local/faults` takes it. */
  readonly faults?: readonly Readonly<Record<string, unknown>>[];
  /** Asked again and again while it runs. */
  readonly meanwhile?: (trial: Trial, booked: number) => Promise<void>;
  /** Half-way somebody moves one of their one-to-ones in Outlook, in a calendar that is followed already. */
  readonly isOneMoved?: boolean;
  /** Nobody is told of changes, and calendars are looked at so often; the move comes sooner, just after a look. */
  readonly untoldMinutes?: number;
  readonly say?: (words: string) => void;
}

export interface BulkOutcome {
  /** Virtual seconds from the press of the button to the last series, single meeting or install. */
  readonly seconds: number;
  readonly calls: number;
  readonly throttled: number;
  /** Single meetings moved or left out because somebody cannot make them, and of how many series. */
  readonly exceptions: number;
  readonly seriesWithExceptions: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Events made, invitations received and installs, as the mailboxes and chats have them. */
  readonly created: number;
  readonly invited: ReadonlyMap<string, number>;
  readonly installed: number;
  /** Virtual seconds after which Duologue had followed the move; null: none was made. */
  readonly followedAfter: number | null;
  /** Whether that was before the last booking. */
  readonly isFollowedMeanwhile: boolean;
}

const began = Date.parse('2026-11-26T09:40:00.000Z');
async function ask(trial: Trial, path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${trial.microsoft365.origin}/_local/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

async function untilDone(
  trial: Trial,
  time: VirtualTime,
  hr: Awaited<ReturnType<typeof personClient>>,
  terms: BulkTerms,
  seen: Seen,
  followed: Followed | null,
) {
  const isUntold = terms.untoldMinutes !== undefined;
  let following: Promise<{ readonly after: number; readonly at: number }> | null = null;
  const move = async (one: Followed) => ({ after: await one.moveOne(isUntold), at: time.now() });
  for (;;) {
    await time.timing.pause(5_000);
    const [job] = (await hr.call('bookingJobs')).jobs;
    if (job === undefined) throw new Error('The job is gone');
    terms.say?.(`${Math.round((time.now() - began) / 1000)} s: ${JSON.stringify(job.counts)} ${inWords(seen)}`);
    await terms.meanwhile?.(trial, job.counts.booked);
    if (followed !== null && job.counts.booked >= terms.pairs / (isUntold ? 8 : 2)) following ??= move(followed);
    if (job.state !== 'finished' || (await trial.duologue.effectQueue.nextAt()) !== null) continue;
    const found = await following;
    return {
      counts: job.counts,
      followedAfter: found?.after ?? null,
      isFollowedMeanwhile: found !== null && found.at < seen.lastAt,
    };
  }
}

/** What stands in mailboxes and chats beyond the first so many entries. */
function outcomeOf(trial: Trial, before: number): Pick<BulkOutcome, 'created' | 'invited' | 'installed'> {
  const entries = trial.microsoft365.ledger().slice(before);
  const invited = new Map<string, number>();
  for (const { kind, mailbox } of entries)
    if (kind === 'invitation') invited.set(mailbox ?? '', (invited.get(mailbox ?? '') ?? 0) + 1);
  const count = (kind: string): number => entries.filter((one) => one.kind === kind).length;
  return { created: count('event-created'), invited, installed: count('app-installed') };
}

/** Books one-to-ones for a whole organisation through everything Duologue has, against a Microsoft 365 that counts, on virtual time. */
export async function bookInBulk(terms: BulkTerms): Promise<BulkOutcome> {
  const time = virtualTime(began);
  const seen = nothingSeen(began);
  const organisation = bulkOrganisation(terms.pairs + (terms.isOneMoved === true ? alreadyBooked : 0));
  const { fetch: real } = globalThis;
  let graph = 'nowhere';
  globalThis.fetch = watchedFetch(time, real, () => graph, seen);
  const log = pinoLog({ level: 'error', destination: process.stderr });
  let trial: Trial | null = null;
  try {
    trial = await startTrial({
      port: await freePort(),
      microsoft365Port: await freePort(),
      directory: terms.directory ?? null,
      fresh: true,
      now: time.now,
      timing: time.timing,
      pause: time.pauseWithin,
      log,
      background: true,
      pollMinutes: terms.untoldMinutes ?? 10,
      organisation,
      clientDirectory: terms.clientDirectory,
    });
    const { duologue, microsoft365 } = trial;
    await ask(trial, 'limits', { on: false });
    await seedPairs(duologue.store, organisation, '2026-11-26');
    const first = organisation.people[0]?.id ?? '';
    const hr = await personClient(trial, first);
    const from = addDays('2026-11-26', 4);
    const outside = real.bind(globalThis);
    const followed =
      terms.isOneMoved === true
        ? await followedSupervisor(trial, time, lastSupervisor(organisation), from, outside)
        : null;
    const before = microsoft365.ledger().length;
    await ask(trial, 'limits', { on: true, latencyMs: terms.latencyMs, concurrency: { reading: terms.reading } });
    const untold = { path: '/notifications/*', copies: 0, times: 'always' };
    const faults = [...(terms.faults ?? []), ...(terms.untoldMinutes === undefined ? [] : [untold])];
    for (const fault of faults) await ask(trial, 'faults', fault);
    graph = `${microsoft365.origin}/v1.0`;
    const startedAt = time.now();
    await hr.call('startBookingJob', {
      request: {
        id: randomUUID(),
        choice: { units: null, grades: null },
        from,
        breathingMinutes: 10,
      },
    });
    const { counts, ...following } = await untilDone(trial, time, hr, terms, seen, followed);
    return {
      seconds: (seen.lastAt - startedAt) / 1000,
      calls: seen.calls,
      throttled: seen.throttled,
      exceptions: seen.total.get('change') ?? 0,
      seriesWithExceptions: seen.searched.size,
      counts,
      ...following,
      ...outcomeOf(trial, before),
    };
  } finally {
    const closing = trial?.close();
    // Whoever rests while it ends is woken.
    time.stop();
    await closing;
    globalThis.fetch = real;
    await pauseReally(0);
  }
}
