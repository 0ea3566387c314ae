import pg from 'pg';
import { pinoLog } from '#server/adapters/system/log.ts';
import { startTrial } from '#server/dev/trial.ts';
import { freePort } from '#tests/support/free-port.ts';

/** A statement as it went to the database. */
export interface Asked {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
}

/** What the process that serves can be asked, and answers. */
export interface Served {
  readonly origin: string;
  readonly microsoft365: string;
}

// Duologue on a PostgreSQL, in a process of its own, which tells how much processor time it has used (a message `cpu`), and
// what it asked the database since it was last asked that (`asked`).
const [url = ''] = process.argv.slice(2);
const asked: Asked[] = [];
const client = pg.Client.prototype as unknown as { query: (question: string | Asked, ...rest: unknown[]) => unknown };
const query = client.query;
client.query = function (question, ...rest) {
  asked.push(typeof question === 'string' ? { text: question } : question);
  return query.call(this, question, ...rest);
};
const [port, microsoft365Port] = [await freePort(), await freePort()];
const trial = await startTrial({
  port,
  microsoft365Port,
  directory: null,
  fresh: true,
  now: () => Date.now(),
  log: pinoLog({ level: 'warn' }),
  database: { kind: 'postgres', url },
});
process.on('message', (question) => {
  if (question === 'cpu') process.send?.(process.cpuUsage());
  if (question === 'asked') process.send?.(asked.splice(0));
});
process.on('disconnect', () => {
  void trial.close().then(() => process.exit());
});
process.send?.({ origin: trial.origin, microsoft365: trial.microsoft365.origin } satisfies Served);
