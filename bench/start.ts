import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { byTurns, median, rowOf, timeOf, type Row } from './measure.ts';
import { runTrial } from './running-trial.ts';

const limit = 5_000;
const bare = `const server = require('node:http').createServer((_, to) => to.end()).listen(0, 'localhost', async () => {
  await fetch('http://localhost:' + server.address().port); process.exit(0); });`;

/** Installed, built and with data, until the first page answers; against Node alone serving its first answer. */
export async function benchStart(data: string): Promise<Row[]> {
  const ours = async (): Promise<number> => {
    const trial = await runTrial(data);
    await trial.stop();
    return trial.startMilliseconds;
  };
  const baseline = (): Promise<number> => timeOf(() => once(spawn(process.execPath, ['-e', bare]), 'close'));
  const times = await byTurns(ours, baseline, { rounds: 3, warmUp: 1 });
  const figures = { ours: median(times.ours), baseline: median(times.baseline) };
  return [
    rowOf('start: npm start, again, to its first page (ms)', figures, `at most ${limit} ms`, (ms) => ms <= limit),
  ];
}
