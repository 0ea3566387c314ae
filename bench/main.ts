import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient } from '../scripts/client.mjs';
import { benchBulk } from './bulk.ts';
import { benchSize } from './client-size.ts';
import { benchLiveBrowser } from './live-browser.ts';
import { benchLiveHttp } from './live-http.ts';
import { benchMicrosoft365 } from './microsoft365.ts';
import type { Row } from './measure.ts';
import { benchPanel } from './panel.ts';
import { benchPanelOpen } from './panel-open.ts';
import { runTrial, type RunningTrial } from './running-trial.ts';
import { benchSlots } from './slots.ts';
import { benchStanding } from './standing.ts';
import { benchStart } from './start.ts';

const folder = mkdtempSync(join(tmpdir(), 'duologue-bench-'));

async function onTrial(bench: (trial: RunningTrial) => Promise<Row[]>): Promise<Row[]> {
  const trial = await runTrial(join(folder, 'trial'));
  try {
    return await bench(trial);
  } finally {
    await trial.stop();
  }
}

const benches: Readonly<Record<string, () => Promise<Row[]> | Row[]>> = {
  slots: benchSlots,
  panel: benchPanel,
  size: benchSize,
  start: () => benchStart(join(folder, 'trial')),
  live: () => onTrial(benchLiveHttp),
  panels: () => onTrial(benchLiveBrowser),
  open: () => onTrial(benchPanelOpen),
  microsoft365: benchMicrosoft365,
  standing: benchStanding,
  bulk: () => benchBulk(join(folder, 'bulk')),
};

function print(row: Row): void {
  const verdict = row.holds ? '✓' : '✗';
  console.log(`${verdict} ${row.name}: ${row.ours} against ${row.baseline}, ratio ${row.ratio} (${row.target})`);
}

// npm run bench [-- --json] [-- NAME]
const asJson = process.argv.includes('--json');
const [name] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = Object.entries(benches).filter(([each]) => name === undefined || each === name);
if (chosen.length === 0) {
  console.error(`There is no bench ${name ?? ''}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 1;
}
try {
  // Booking for many shows no page.
  if (chosen.some(([each]) => each !== 'bulk')) await buildClient();
  const rows: Row[] = [];
  for (const [, bench] of chosen) {
    const found = await bench();
    rows.push(...found);
    if (!asJson) found.forEach(print);
  }
  if (asJson && chosen.length > 0) console.log(JSON.stringify(rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
