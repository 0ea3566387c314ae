import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinoLog } from '#server/adapters/system/log.ts';
import { machineTiming } from '#server/adapters/system/machine-timing.ts';
import { startTrial, type Trial, type TrialOptions } from '#server/dev/trial.ts';
import { loadOrganisation, personByKey } from '#server/dev/organisation/organisation.ts';
import type { Timing } from '#server/ports/system.ts';
import { freePort } from './free-port.ts';
import { personClient, type PersonClient } from './person-client.ts';
import { testClock, type TestClock } from './test-clock.ts';

/** Duologue and the local Microsoft 365, for one test file. */
export interface Started {
  readonly trial: Trial;
  readonly clock: TestClock;
  /** What was logged, line by line. */
  readonly logged: readonly string[];
  /** Somebody of the demo organisation, signed in through the local Microsoft 365. */
  as(key: string): Promise<PersonClient>;
  idOf(key: string): string;
  close(): Promise<void>;
}

/** Pages without a client build: HTTP tests look at the API, browser tests at the pages. */
async function emptyClient(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'duologue-client-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'tab.html'), '<meta name="duologue-config" content="{}" />');
  await writeFile(join(directory, 'outlook.html'), '<script src="https://cdn.example/office.js"></script>');
  return directory;
}

/** Time passes as on the machine, and as the test's clock is moved. */
function timingOf(clock: TestClock): Timing {
  const { now, pause } = machineTiming();
  const began = clock.now();
  return { pause, now: () => now() + clock.now() - began };
}

/** Starts both on free ports, with nothing kept, at a fixed time. Every answer of the local Microsoft 365 is checked against Graph's description. */
export async function startDuologue(options: Partial<TrialOptions> = {}): Promise<Started> {
  const clock = testClock();
  const logged: string[] = [];
  const trial = await startTrial({
    port: await freePort(),
    microsoft365Port: await freePort(),
    directory: null,
    fresh: true,
    now: clock.now,
    timing: timingOf(clock),
    log: pinoLog({ level: 'info', destination: { write: (line) => void logged.push(line) } }),
    validate: true,
    clientDirectory: await emptyClient(),
    ...options,
  });
  const organisation = options.organisation ?? loadOrganisation();
  const idOf = (key: string): string => personByKey(organisation, key).id;
  return {
    trial,
    clock,
    logged,
    idOf,
    as: (key) => personClient(trial, idOf(key)),
    close: () => trial.close(),
  };
}
