import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { inTime, timeOf } from './measure.ts';

/** A server that keeps a line and shows it to a listener, and does nothing else. */
export interface BareLive {
  /** Milliseconds from posting a line until it has been answered and heard. */
  edit(text: string): Promise<number>;
  close(): Promise<void>;
}

export async function startBareLive(): Promise<BareLive> {
  const folder = mkdtempSync(join(tmpdir(), 'duologue-bare-'));
  const worker = new Worker(new URL('./bare-live-server.ts', import.meta.url), {
    workerData: join(folder, 'database'),
  });
  const [port] = (await inTime(once(worker, 'message'), 'the bare server')) as [number];
  const address = `http://localhost:${port}/`;
  const stream = await fetch(address);
  const lines = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  const heard = async (text: string): Promise<void> => {
    for (let said = ''; !said.includes(text);) said += (await lines?.read())?.value ?? '';
  };
  return {
    edit: (text) =>
      timeOf(async () => {
        const posted = fetch(address, { method: 'POST', body: text }).then((answer) => answer.json());
        await inTime(Promise.all([posted, heard(text)]), 'the line, heard');
      }),
    close: async () => {
      await lines?.cancel();
      await worker.terminate();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
