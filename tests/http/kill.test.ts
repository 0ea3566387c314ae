import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadOrganisation, personByKey } from '#server/dev/organisation/organisation.ts';
import { eventually } from '#tests/support/eventually.ts';
import { freePort } from '#tests/support/free-port.ts';
import { personClient, type PersonClient } from '#tests/support/person-client.ts';
import { bulkOrganisation } from '../../bench/bulk-organisation.ts';

const root = resolve(import.meta.dirname, '../..');
let directory = '';
let child: ChildProcess | null = null;
let ports = { duologue: 0, microsoft365: 0 };

/** The two origins of a Duologue in a process of its own, as `personClient` asks for them. */
function origins() {
  return {
    origin: `http://localhost:${ports.duologue}`,
    microsoft365: { origin: `http://localhost:${ports.microsoft365}` },
  };
}

async function start(minutesLater = 0): Promise<void> {
  const args = [
    'server/dev/main.ts',
    '--validate',
    '--data',
    directory,
    '--port',
    String(ports.duologue),
    '--microsoft365-port',
    String(ports.microsoft365),
    '--later',
    String(minutesLater),
  ];
  const starting = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  child = starting;
  const said: string[] = [];
  starting.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  await eventually(() => Promise.resolve(said.join('').includes('Ctrl-C')), 50_000);
}

async function kill(): Promise<void> {
  if (child === null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  child = null;
}

function as(key: string): Promise<PersonClient> {
  return personClient(origins(), personByKey(loadOrganisation(), key).id);
}

beforeAll(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'duologue-kill-')), 'data');
  ports = { duologue: await freePort(), microsoft365: await freePort() };
});
afterAll(async () => {
  await kill();
  await rm(join(directory, '..'), { recursive: true, force: true });
});

test('[C3] [OD3a-12] what was answered is there after the process is killed, and its promises are kept once: the summary, and the follow-up', async () => {
  await start();
  let priya = await as('priya');
  const home = await priya.call('home');
  const line = home.people.find((one) => one.series !== null && one.next !== null);
  const meetingId = line?.next?.id ?? '';
  await priya.call('openMeeting', { params: { meetingId } });
  const ids = Array.from({ length: 12 }, () => randomUUID());
  const adding = ids.map(async (id, index) => {
    const request = { id, text: `Action ${index}`, ownerId: priya.personId, dueOn: null, itemId: null, topicId: null };
    await priya.call('addAction', { params: { meetingId }, request });
    return id;
  });
  const settling = Promise.allSettled(adding);
  await Promise.race(adding.slice(5));
  await kill();
  const answered = (await settling).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(answered.length).toBeGreaterThan(0);

  await start();
  priya = await as('priya');
  const after = await priya.call('meeting', { params: { meetingId } });
  const kept = after.newActions.map((action) => action.id);
  for (const id of answered) expect(kept).toContain(id);
  expect(new Set(kept).size).toBe(kept.length);

  const params = { pairId: line?.pairId ?? '' };
  const wanted = { kind: 'follow-up' as const, minutes: 30, days: 14, perDay: 1, near: null };
  const from = after.meeting.start.slice(0, 10);
  const [time] = (await priya.call('findTimes', { params, request: { ...wanted, from } })).times;
  if (time === undefined) throw new Error('no time');
  await priya.call('closeMeeting', { params: { meetingId }, request: { seq: after.seq } });
  const followUp = { id: randomUUID(), kind: 'follow-up' as const, ...time, note: '' };
  await priya.call('planMeeting', { params, request: followUp });
  await kill();
  // Killed with the promise in hand, nobody else takes it up for a minute.
  await start(2);
  priya = await as('priya');
  await priya.call('planMeeting', { params, request: followUp });
  const employeeId = line?.other.id ?? '';
  const settled = await eventually(async () => {
    const { deliveries } = await priya.call('meeting', { params: { meetingId } });
    const mail = deliveries.find((one) => one.kind === 'send-summary');
    return mail !== undefined && mail.state !== 'promised' && mail.parkedFor !== 'sign-in-needed' ? mail : null;
  }, 100_000);
  const answer = await fetch(`${origins().microsoft365.origin}/_local/ledger?kind=mail-received&mailbox=${employeeId}`);
  const { value } = (await answer.json()) as { value: unknown[] };
  // Sent, or in doubt and said so: never twice.
  expect(value.length).toBeLessThanOrEqual(1);
  if (settled.state === 'done') expect(value).toHaveLength(1);
  else expect(settled.parkedFor).toBe('unconfirmed');
  await eventually(async () => {
    const { meeting } = await priya.call('meeting', { params: { meetingId: followUp.id } });
    return meeting.joinUrl !== null;
  }, 100_000);
  for (const [kind, mailbox] of [
    ['invitation', employeeId],
    ['event-created', priya.personId],
  ] as const) {
    const ledger = await fetch(`${origins().microsoft365.origin}/_local/ledger?kind=${kind}&mailbox=${mailbox}`);
    const entries = (await ledger.json()) as { value: { subject: string | null }[] };
    expect(entries.value.filter(({ subject }) => subject?.startsWith('Follow-up'))).toHaveLength(1);
  }
  const misfits = await fetch(`${origins().microsoft365.origin}/_local/misfits`);
  expect(await misfits.json()).toEqual({ value: [] });
}, 300_000);

test('[OUT-3] [C3] a job that is killed half-way invites everybody once, and loses nobody', async () => {
  const pairs = 12;
  const place = join(directory, '..', 'job');
  const script = resolve(root, 'tests/support/booking-process.ts');
  const begin = async (later: number): Promise<PersonClient> => {
    ports = { duologue: await freePort(), microsoft365: ports.microsoft365 };
    const args = [script, place, ports.duologue, ports.microsoft365, later, pairs].map(String);
    const starting = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    child = starting;
    const said: string[] = [];
    starting.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    await eventually(() => Promise.resolve(said.join('').includes('ready')), 50_000);
    return personClient(origins(), bulkOrganisation(pairs).people[0]?.id ?? '');
  };
  const entriesOf = async (kind: string): Promise<{ mailbox: string }[]> => {
    const answer = await fetch(`${origins().microsoft365.origin}/_local/ledger?kind=${kind}`);
    return ((await answer.json()) as { value: { mailbox: string }[] }).value;
  };
  await kill();
  ports = { duologue: 0, microsoft365: await freePort() };
  let hr = await begin(0);
  await fetch(`${origins().microsoft365.origin}/_local/limits`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on: true, latencyMs: 150 }),
  });
  const from = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);
  const request = { id: randomUUID(), choice: { units: null, grades: null }, from, breathingMinutes: 10 };
  await hr.call('startBookingJob', { request });
  const made = () => entriesOf('event-created').then(({ length }) => length);
  const before = await eventually(async () => ((await made()) >= 3 ? made() : null), 50_000);
  await kill();
  expect(before).toBeLessThan(pairs);

  // What the killed process had in hand, nobody else takes up for five minutes.
  hr = await begin(6);
  await eventually(async () => {
    const [job] = (await hr.call('bookingJobs')).jobs;
    return (
      job?.state === 'finished' && job.counts.booked === pairs && (await entriesOf('app-installed')).length === pairs
    );
  }, 100_000);
  const invited = (await entriesOf('invitation')).map(({ mailbox }) => mailbox);
  expect([invited.length, new Set(invited).size, await made()]).toEqual([pairs, pairs, pairs]);
}, 200_000);
