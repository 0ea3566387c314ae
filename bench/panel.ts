import pg from 'pg';
import { startPostgres } from '../scripts/postgres.mjs';
import { startCountingProxy } from '#tests/support/counting-proxy.ts';
import { addPairs } from './many-pairs.ts';
import { median, rowOf, timeOf, type Row } from './measure.ts';
import { openMeeting } from './open-meeting.ts';
import type { Asked, Served } from './panel-server.ts';
import { serve, type Serving } from './serving.ts';

const rounds = 15;
const warmUp = 150;
const requestsARound = 20;

/** Something that answers what the panel asks for, and what answering has cost it. */
interface Panel {
  read(): Promise<void>;
  cpu(): Promise<number>;
}

interface Costs {
  /** Milliseconds a request takes. */
  readonly times: number[];
  /** Milliseconds of the serving process's processor time a request. */
  readonly cpus: number[];
}

async function oneRound(panel: Panel): Promise<{ time: number; cpu: number }> {
  const [before, times] = [await panel.cpu(), [] as number[]];
  for (let one = 0; one < requestsARound; one += 1) times.push(await timeOf(() => panel.read()));
  return { time: median(times), cpu: ((await panel.cpu()) - before) / requestsARound };
}

/** Rounds of requests to each by turns. */
async function takeTurns(panels: readonly Panel[]): Promise<Costs[]> {
  const costs = panels.map((): Costs => ({ times: [], cpus: [] }));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [index, panel] of panels.entries()) {
      const { time, cpu } = await oneRound(panel);
      if (round < warmUp) continue;
      costs[index]?.times.push(time);
      costs[index]?.cpus.push(cpu);
    }
  }
  return costs;
}

/** The statements of each round trip: a transaction's are sent together. */
function batchesOf(asked: readonly Asked[]): Asked[][] {
  const batches: Asked[][] = [];
  for (const one of asked) {
    if (one.text.startsWith('begin')) batches.push([]);
    batches.at(-1)?.push(one);
  }
  return batches;
}

interface Setting {
  readonly ours: Panel;
  readonly bare: Panel;
  stop(): Promise<void>;
}

function panelAt(address: string, headers: Record<string, string>, serving: Serving<unknown>): Panel {
  return {
    read: async () => {
      const answer = await fetch(address, { headers });
      if (!answer.ok) throw new Error(`The panel got ${answer.status}`);
      await answer.json();
    },
    cpu: () => serving.cpu(),
  };
}

/** Duologue on this empty database, with so many pairs beside the demo organisation's, and a bare server that asks it the same. */
async function settle(url: string, pairs: number): Promise<Setting> {
  const duologue = await serve<Served>('./panel-server.ts', url);
  const { origin, microsoft365 } = duologue.first;
  const { report, meetingId } = await openMeeting({ origin, microsoft365: { origin: microsoft365 } });
  if (pairs > 0) await addPairs(url, pairs);
  const headers = { Authorization: `Bearer ${report.token()}` };
  const ours = panelAt(`${origin}/api/meetings/${meetingId}`, headers, duologue);
  await ours.read();
  await duologue.ask('asked');
  await ours.read();
  const asked = (await duologue.ask('asked')) as Asked[];
  const bareServer = await serve<number>('./bare-panel-server.ts', url);
  bareServer.tell(batchesOf(asked));
  return {
    ours,
    bare: panelAt(`http://localhost:${bareServer.first}/`, {}, bareServer),
    stop: async () => {
      await bareServer.stop();
      await duologue.stop();
    },
  };
}

async function emptyDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** How often one request waits for the database. */
async function countRoundTrips(server: string): Promise<Row> {
  const proxy = await startCountingProxy(await emptyDatabase(server, 'counted'));
  const setting = await settle(proxy.url, 0);
  const countOf = async (panel: Panel): Promise<number> => {
    await panel.read();
    proxy.taken();
    await panel.read();
    return proxy.taken();
  };
  const figures = { ours: await countOf(setting.ours), baseline: await countOf(setting.bare) };
  await setting.stop();
  await proxy.close();
  return rowOf('panel data: round trips to the database', figures, 'at most 4', (count) => count <= 4);
}

function rowsAt(pairs: string, ours: Costs, bare: Costs): Row[] {
  const times = { ours: median(ours.times), baseline: median(bare.times) };
  const cpus = { ours: median(ours.cpus), baseline: median(bare.cpus) };
  return [
    rowOf(`panel data among ${pairs} pairs: a request (ms)`, times, 'ratio at most 2', (_, ratio) => ratio <= 2),
    rowOf(
      `panel data among ${pairs} pairs: processor time of a request (ms)`,
      cpus,
      'at most 0.8 ms',
      (ms) => ms <= 0.8,
    ),
  ];
}

/** What the side panel asks for when it opens, against bare Express with the same SQL on the same PostgreSQL. */
export async function benchPanel(): Promise<Row[]> {
  const postgres = await startPostgres();
  try {
    const roundTrips = await countRoundTrips(postgres.url);
    // The demo organisation has eleven pairs of its own.
    const few = await settle(await emptyDatabase(postgres.url, 'few'), 0);
    const many = await settle(await emptyDatabase(postgres.url, 'many'), 10_000);
    const panels = [few.ours, few.bare, many.ours, many.bare];
    const [fewOurs, fewBare, manyOurs, manyBare] = await takeTurns(panels);
    await few.stop();
    await many.stop();
    if (fewOurs === undefined || fewBare === undefined || manyOurs === undefined || manyBare === undefined) return [];
    const growth = { ours: median(manyOurs.times), baseline: median(fewOurs.times) };
    return [
      roundTrips,
      ...rowsAt('10', fewOurs, fewBare),
      ...rowsAt('10,000', manyOurs, manyBare),
      rowOf(
        'panel data among 10,000 pairs against among 10 (ms)',
        growth,
        'ratio at most 1.2',
        (_, ratio) => ratio <= 1.2,
      ),
    ];
  } finally {
    await postgres.stop();
  }
}
