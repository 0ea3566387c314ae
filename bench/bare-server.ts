import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';

// The least an HTTP server can do with a POST: what every figure of ours is held against. Runs as a worker.
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.setHeader('Content-Type', 'application/json').end('{}');
  });
});
server.listen(0, 'localhost', () => {
  const address = server.address();
  parentPort?.postMessage(typeof address === 'object' ? address?.port : null);
});
