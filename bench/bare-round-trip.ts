import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { timeOf } from './measure.ts';

/** A server that does nothing, beside ours. */
export interface BareServer {
  /** Milliseconds of one POST and its answer. */
  post(): Promise<number>;
  close(): Promise<unknown>;
}

export async function startBareServer(): Promise<BareServer> {
  const worker = new Worker(new URL('./bare-server.ts', import.meta.url));
  const [port] = (await once(worker, 'message')) as [number];
  const body = JSON.stringify({ text: 'Send the figures', ownerId: 'somebody', dueOn: null });
  const headers = { 'Content-Type': 'application/json' };
  return {
    post: () =>
      timeOf(async () => {
        await (await fetch(`http://localhost:${port}/`, { method: 'POST', headers, body })).json();
      }),
    close: () => worker.terminate(),
  };
}
