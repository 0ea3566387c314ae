import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pinoLog } from '#server/adapters/system/log.ts';
import { startTrial } from '#server/dev/trial.ts';
import { bulkOrganisation, seedPairs } from '../../bench/bulk-organisation.ts';
import { emptyPages } from '../../bench/bulk.ts';

// node booking-process.ts DIRECTORY PORT MICROSOFT365-PORT MINUTES-LATER PAIRS: an organisation nobody has booked for, in a process to be killed.
const [directory = '', port, microsoft365Port, minutesLater, pairs] = process.argv.slice(2);
const later = Number(minutesLater) * 60_000;
mkdirSync(directory, { recursive: true });
const organisation = bulkOrganisation(Number(pairs));
const trial = await startTrial({
  port: Number(port),
  microsoft365Port: Number(microsoft365Port),
  directory: join(directory, 'data'),
  fresh: false,
  now: () => Date.now() + later,
  log: pinoLog({ level: 'error', destination: process.stderr }),
  background: true,
  organisation,
  clientDirectory: emptyPages(directory),
});
if (later === 0) await seedPairs(trial.duologue.store, organisation, new Date().toISOString().slice(0, 10));
console.log('ready');
