import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { median, byTurns, percentile, rowOf, timeOf, type Row } from './measure.ts';

const mailboxes = 10_000;
const mebibyte = 1024 * 1024;
const memoryLimit = 1024;
const startLimit = 1_000;
const readLimit = 10;

const started = z.object({ origin: z.url(), people: z.array(z.string()).min(1) });
const memory = z.object({ rss: z.number(), heapUsed: z.number() });
const signedIn = z.object({ graphToken: z.string() });
type Started = z.infer<typeof started> & { readonly child: ChildProcess };

async function heard(child: ChildProcess): Promise<unknown> {
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'close').then(() => {
      throw new Error('The local Microsoft 365 did not start.');
    }),
  ])) as [unknown];
  return message;
}

async function start(count: number): Promise<Started> {
  const child = fork(new URL('microsoft365-process.ts', import.meta.url), [String(count)], {
    execArgv: ['--expose-gc', '--max-old-space-size=768'],
  });
  return { ...started.parse(await heard(child)), child };
}

async function stop({ child }: Started): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'close');
}

const bare = `const server = require('node:http').createServer((_, to) => to.end()).listen(0, 'localhost', async () => {
  await fetch('http://localhost:' + server.address().port); process.exit(0); });`;

/** From nothing to the first answer of the demo's local Microsoft 365; against Node alone serving its first answer. */
async function benchFirstAnswer(): Promise<Row> {
  const ours = (): Promise<number> => {
    return timeOf(async () => {
      const running = await start(0);
      await fetch(`${running.origin}/_local/clock`);
      await stop(running);
    });
  };
  const baseline = (): Promise<number> => timeOf(() => once(spawn(process.execPath, ['-e', bare]), 'close'));
  const times = await byTurns(ours, baseline, { rounds: 5, warmUp: 1 });
  const figures = { ours: median(times.ours), baseline: median(times.baseline) };
  return rowOf(
    'microsoft365: process to first answer (ms)',
    figures,
    `at most ${startLimit} ms`,
    (ms) => ms <= startLimit,
  );
}

async function tokenOf({ origin }: Started, personId: string): Promise<string> {
  const response = await fetch(`${origin}/_local/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  return signedIn.parse(await response.json()).graphToken;
}

const week = 'startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-30T00:00:00Z';
const reads: Readonly<Record<string, string>> = {
  'who I am': '/me',
  'my reports': '/me/directReports',
  'a week of my calendar': `/me/calendarView?${week}&$top=100`,
  'a page of my events': '/me/events?$top=25&$select=subject,start,end',
  'my newest mail': '/me/messages?$top=25',
  'my mailbox’s settings': '/me/mailboxSettings',
};

async function readTimes(running: Started, path: string): Promise<number[]> {
  const times: number[] = [];
  for (const person of running.people.slice(0, 60)) {
    const token = await tokenOf(running, person);
    times.push(
      await timeOf(async () => {
        const response = await fetch(`${running.origin}/v1.0${path}`, {
          headers: { authorization: `Bearer ${token}` },
        });
        if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
        await response.arrayBuffer();
      }),
    );
  }
  return times.slice(10);
}

/** How much 10,000 mailboxes take, and how long common reads take among them; against the dozen of the demo. */
async function benchCrowd(): Promise<Row[]> {
  const [large, small] = [await start(mailboxes), await start(0)];
  try {
    const reading: Row[] = [];
    for (const [what, path] of Object.entries(reads)) {
      const [ours, baseline] = [await readTimes(large, path), await readTimes(small, path)];
      reading.push(
        rowOf(
          `microsoft365: ${what}, of ${mailboxes} mailboxes, p95 (ms)`,
          { ours: percentile(ours, 0.95), baseline: percentile(baseline, 0.95) },
          `below ${readLimit} ms`,
          (ms) => ms < readLimit,
        ),
      );
    }
    large.child.send('memory?');
    const { rss } = memory.parse(await heard(large.child));
    small.child.send('memory?');
    const least = memory.parse(await heard(small.child));
    const figures = { ours: rss / mebibyte, baseline: least.rss / mebibyte };
    const held = rowOf(
      `microsoft365: memory with ${mailboxes} mailboxes and half a year of events (MiB)`,
      figures,
      `below ${memoryLimit} MiB`,
      (mib) => mib < memoryLimit,
    );
    return [held, ...reading];
  } finally {
    await Promise.all([stop(large), stop(small)]);
  }
}

export async function benchMicrosoft365(): Promise<Row[]> {
  return [await benchFirstAnswer(), ...(await benchCrowd())];
}
