import { createServer, type ServerResponse } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

// The least that keeps what was posted and shows it to whoever listens: one statement to the same embedded database, on disk,
// and the text passed on. Runs as a worker.
const database = await PGlite.create(workerData as string);
await database.exec(`create table line (id int primary key, words text); insert into line values (1, '')`);
const listeners = new Set<ServerResponse>();

async function keep(text: string): Promise<void> {
  await database.query('update line set words = $1 where id = 1', [text]);
  for (const listener of listeners) listener.write(`${text}\n`);
}

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.flushHeaders();
    listeners.add(response);
    return;
  }
  let text = '';
  request
    .setEncoding('utf8')
    .on('data', (part: string) => {
      text += part;
    })
    .on('end', () => void keep(text).then(() => response.setHeader('Content-Type', 'application/json').end('{}')));
});
server.listen(0, 'localhost', () => {
  const address = server.address();
  parentPort?.postMessage(typeof address === 'object' ? address?.port : null);
});
