import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leastSeconds } from './bulk-least.ts';
import { bookInBulk, type Reading } from './bulk-run.ts';
import { rowOf, type Row } from './measure.ts';

const mostRatio = 1.1;
const mostThrottled = 0.01;
/** Where notifications come. Seconds. */
const mostFollowing = 10;
const usualPairs = 10_000;
const latencyMs = 500;

/** How many pairs: `--pairs=200`; ten thousand where nothing is said. */
function pairsAsked(): number {
  const asked = process.argv.find((word) => word.startsWith('--pairs='));
  return asked === undefined ? usualPairs : Number(asked.slice('--pairs='.length));
}

/** `--reading=mailbox` or `--reading=application`; both where nothing is said. */
function readingsAsked(): readonly Reading[] {
  const all: readonly Reading[] = ['mailbox', 'application'];
  const asked = process.argv.find((word) => word.startsWith('--reading='))?.slice('--reading='.length);
  return all.filter((one) => asked === undefined || one === asked);
}

/** Duologue serves pages; booking needs none of them. */
export function emptyPages(folder: string): string {
  const directory = join(folder, 'pages');
  mkdirSync(join(directory, 'assets'), { recursive: true });
  writeFileSync(join(directory, 'tab.html'), '<meta name="duologue-config" content="{}" />');
  writeFileSync(join(directory, 'outlook.html'), '<script src="https://cdn.example/office.js"></script>');
  return directory;
}

async function benchReading(folder: string, pairs: number, reading: Reading): Promise<Row[]> {
  const terms = { pairs, reading, latencyMs };
  const clientDirectory = emptyPages(folder);
  const outcome = await bookInBulk({ ...terms, clientDirectory, isOneMoved: true, say: console.error });
  const twice = [...outcome.invited.values()].filter((count) => count !== 1).length;
  if (outcome.created !== pairs || outcome.installed !== pairs || outcome.invited.size !== pairs || twice > 0)
    throw new Error(
      `Not everybody was booked once: ${JSON.stringify({ ...outcome, invited: outcome.invited.size, twice })}`,
    );
  const name = `bulk: ${pairs} pairs, four at once for each ${reading}`;
  const share = outcome.throttled / outcome.calls;
  return [
    rowOf(
      `${name}, against the least Microsoft’s limits allow (virtual s)`,
      { ours: outcome.seconds, baseline: leastSeconds(terms, outcome) },
      `ratio at most ${mostRatio}`,
      (_, ratio) => ratio <= mostRatio,
    ),
    rowOf(
      `${name}, calls refused as too many, of all`,
      { ours: outcome.throttled, baseline: outcome.calls },
      `at most ${mostThrottled * 100} %`,
      () => share <= mostThrottled,
    ),
    rowOf(
      `${name}, a move made in Outlook meanwhile followed (virtual s)`,
      { ours: outcome.followedAfter ?? Infinity, baseline: mostFollowing },
      `at most ${mostFollowing} s`,
      (ours) => ours <= mostFollowing,
    ),
  ];
}

/** Nobody is told of changes: calendars are looked at so often, and a call takes so long, that several looks fall into the job. */
const untold = { pairs: 300, reading: 'application', untoldMinutes: 1, latencyMs: 2_000 } as const;

async function benchUntold(folder: string): Promise<Row> {
  const outcome = await bookInBulk({ ...untold, clientDirectory: emptyPages(folder), isOneMoved: true });
  const poll = untold.untoldMinutes * 60;
  // Followed once the job was over, it was not followed while it ran.
  const after = outcome.isFollowedMeanwhile ? outcome.followedAfter : null;
  return rowOf(
    `bulk: ${untold.pairs} pairs, no notifications, a move made in Outlook just after a look followed (virtual s)`,
    { ours: after ?? Infinity, baseline: poll },
    `at most the poll, ${poll} s, while the job runs`,
    (ours) => ours <= poll,
  );
}

/** Booking for an organisation at once, under both readings of what Microsoft writes about Outlook. */
export async function benchBulk(folder: string): Promise<Row[]> {
  const pairs = pairsAsked();
  const rows: Row[] = [];
  for (const reading of readingsAsked()) rows.push(...(await benchReading(folder, pairs, reading)));
  rows.push(await benchUntold(folder));
  return rows;
}
