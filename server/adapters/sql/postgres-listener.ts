import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '#server/ports/system.ts';
import { changeChannel, lookChannel, policyChannel, promiseChannel, type Notices } from './notices.ts';

const firstPause = 100;
const longestPause = 5_000;

async function connect(config: pg.ClientConfig, notices: Notices): Promise<pg.Client> {
  const client = new pg.Client({ ...config, application_name: 'duologue listener' });
  client.on('notification', ({ channel, payload }) => {
    notices.heard(channel, payload ?? '');
  });
  // A broken connection also ends, and that is what is acted on.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(
      `listen ${changeChannel}; listen ${promiseChannel}; listen ${policyChannel}; listen ${lookChannel}`,
    );
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/**
 * Hears what every process tells, on a connection of its own that is made again whenever it breaks.
 * Returns what ends it. @throws when the first connection cannot be made
 */
export async function listen(config: pg.ClientConfig, notices: Notices, log: Logger): Promise<() => Promise<void>> {
  const stopped = new AbortController();

  async function connectAgain(): Promise<pg.Client | null> {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      try {
        await wait(pause, undefined, { signal: stopped.signal });
      } catch {
        return null;
      }
      const client = await connect(config, notices).catch(() => null);
      if (client !== null) return client;
    }
  }

  async function stay(first: pg.Client): Promise<void> {
    for (let client: pg.Client | null = first; client !== null; client = await connectAgain()) {
      const connected = client;
      // What was told while nobody listened was told to nobody here.
      if (connected !== first)
        for (const channel of [promiseChannel, policyChannel, lookChannel]) notices.heard(channel, '');
      await new Promise<void>((resolve) => {
        const end = () => void connected.end();
        connected.once('end', () => {
          stopped.signal.removeEventListener('abort', end);
          resolve();
        });
        if (stopped.signal.aborted) end();
        else stopped.signal.addEventListener('abort', end);
      });
      if (!stopped.signal.aborted) log.warn('listener-lost');
    }
  }

  const staying = stay(await connect(config, notices));
  return async () => {
    stopped.abort();
    await staying;
  };
}
