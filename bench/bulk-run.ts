import { randomUUID } from 'node:crypto';
import { setTimeout as pauseReally } from 'node:timers/promises';
import { addDays } from '#core/time.ts';
import { pinoLog } from '#server/adapters/system/log.ts';
import { startTrial, type Trial } from '#server/dev/trial.ts';
import { virtualTime, type VirtualTime } from '#server/dev/virtual-time.ts';
import { freePort } from '#tests/support/free-port.ts';
import { personClient } from '#tests/support/person-client.ts';
import { bulkOrganisation, seedPairs } from './bulk-organisation.ts';

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
  readonly say?: (words: string) => void;
}

export interface BulkOutcome {
  /** Virtual seconds from the press of the button to the last install. */
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
}

interface Seen {
  calls: number;
  throttled: number;
  lastAt: number;
  exceptions: number;
  readonly looked: Set<string>;
}

const began = Date.parse('2026-11-26T09:40:00.000Z');
const bodiless = new Set([204, 205, 304]);

/** A booking is done with its install. A single meeting is moved by a PATCH and left out by a cancel, each after a look at its series. */
function noteCall(seen: Seen, method: string, url: string, now: number): void {
  if (method === 'POST' && url.endsWith('/installedApps')) seen.lastAt = now;
  const [, event, below] = /\/v1\.0\/(?:me|users\/[^/]+)\/events\/([^/?]+)(?:\/(\w+))?/.exec(url) ?? [];
  if (event === undefined) return;
  if (method === 'GET' && below === 'instances') seen.looked.add(event);
  if (method === 'PATCH' || below === 'cancel') seen.exceptions += 1;
}

/** Every call of this process stops time while it is on its way, and those to Graph are counted. */
function watchedFetch(time: VirtualTime, real: typeof fetch, graph: () => string, seen: Seen): typeof fetch {
  return (input, init) =>
    time.during(async () => {
      // How long anybody would wait on this machine says nothing where time stands still.
      const answer = await real(input, { ...init, signal: null });
      const body = await answer.arrayBuffer();
      const url = input instanceof Request ? input.url : String(input);
      if (url.startsWith(graph())) {
        seen.calls += 1;
        if (answer.status === 429) seen.throttled += 1;
        noteCall(seen, init?.method ?? 'GET', url, time.now());
      }
      const { status, headers } = answer;
      return new Response(bodiless.has(status) ? null : body, { status, headers });
    });
}

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
) {
  for (;;) {
    await time.timing.pause(5_000);
    const [job] = (await hr.call('bookingJobs')).jobs;
    if (job === undefined) throw new Error('The job is gone');
    terms.say?.(`${Math.round((time.now() - began) / 1000)} s: ${JSON.stringify(job.counts)}`);
    await terms.meanwhile?.(trial, job.counts.booked);
    if (job.state !== 'finished') continue;
    if ((await trial.duologue.effectQueue.nextAt()) === null) return job.counts;
  }
}

function outcomeOf(trial: Trial): Pick<BulkOutcome, 'created' | 'invited' | 'installed'> {
  const entries = trial.microsoft365.ledger();
  const invited = new Map<string, number>();
  for (const { kind, mailbox } of entries)
    if (kind === 'invitation') invited.set(mailbox ?? '', (invited.get(mailbox ?? '') ?? 0) + 1);
  const count = (kind: string): number => entries.filter((one) => one.kind === kind).length;
  return { created: count('event-created'), invited, installed: count('app-installed') };
}

/** Books one-to-ones for a whole organisation through everything Duologue has, against a Microsoft 365 that counts, on virtual time. */
export async function bookInBulk(terms: BulkTerms): Promise<BulkOutcome> {
  const time = virtualTime(began);
  const seen: Seen = { calls: 0, throttled: 0, lastAt: began, exceptions: 0, looked: new Set() };
  const organisation = bulkOrganisation(terms.pairs);
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
      organisation,
      clientDirectory: terms.clientDirectory,
    });
    const { duologue, microsoft365 } = trial;
    await ask(trial, 'limits', { on: false });
    await seedPairs(duologue.store, organisation, '2026-11-26');
    const hr = await personClient(trial, organisation.people[0]?.id ?? '');
    const before = outcomeOf(trial);
    await ask(trial, 'limits', { on: true, latencyMs: terms.latencyMs, concurrency: { reading: terms.reading } });
    for (const fault of terms.faults ?? []) await ask(trial, 'faults', fault);
    graph = `${microsoft365.origin}/v1.0`;
    const startedAt = time.now();
    await hr.call('startBookingJob', {
      request: {
        id: randomUUID(),
        choice: { units: null, grades: null },
        from: addDays('2026-11-26', 4),
        breathingMinutes: 10,
      },
    });
    const counts = await untilDone(trial, time, hr, terms);
    const after = outcomeOf(trial);
    return {
      seconds: (seen.lastAt - startedAt) / 1000,
      calls: seen.calls,
      throttled: seen.throttled,
      exceptions: seen.exceptions,
      // Following Outlook looks at series as well, and is no part of booking.
      seriesWithExceptions: Math.min(seen.looked.size, seen.exceptions),
      counts,
      created: after.created - before.created,
      invited: after.invited,
      installed: after.installed - before.installed,
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
