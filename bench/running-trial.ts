import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '#tests/support/free-port.ts';
import type { Origins } from '#tests/support/person-client.ts';

/** `npm start` in a process of its own. */
export interface RunningTrial extends Origins {
  /** Milliseconds from the command to the first page's answer. */
  readonly startMilliseconds: number;
  stop(): Promise<void>;
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/** Starts Duologue as npm start does, on free ports, with its data in this folder. @throws when it ends or is silent for a minute */
export async function runTrial(data: string): Promise<RunningTrial> {
  const [port, microsoft365Port] = [await freePort(), await freePort()];
  const options = ['--data', data, '--port', String(port), '--microsoft365-port', String(microsoft365Port)];
  const start = new URL('../scripts/start.mjs', import.meta.url).pathname;
  const began = performance.now();
  const child = spawn(process.execPath, [start, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const ended = once(child, 'close');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
  };
  const origins = {
    origin: `http://localhost:${port}`,
    microsoft365: { origin: `http://localhost:${microsoft365Port}` },
  };
  while (!((await answers(`${origins.microsoft365.origin}/`)) && (await answers(`${origins.origin}/tab.html`)))) {
    if (child.exitCode !== null || performance.now() - began > 60_000) {
      await stop();
      throw new Error(`npm start did not answer.\n${said.join('')}`);
    }
    await wait(10);
  }
  return { ...origins, startMilliseconds: performance.now() - began, stop };
}
