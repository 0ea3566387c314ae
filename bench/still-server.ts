import express from 'express';
import { parentPort, workerData } from 'node:worker_threads';
import { tabPolicy } from '#server/http/page-headers.ts';

/** A page without a script, and its styles. Given by whoever starts this worker. */
interface Still {
  readonly html: string;
  readonly css: string;
}

// A page sent as ours are sent, by the same server software: what opening the side panel is held against. Runs as a worker.
const { html, css } = workerData as Still;
const policy = tabPolicy({ frameAncestors: ['*'], officeScriptOrigin: '', connect: [] });
const app = express().disable('x-powered-by');
app.get('/still.html', (_request, response) => {
  response.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' }).type('html').send(html);
});
app.get('/still.css', (_request, response) => {
  response.set('Cache-Control', 'public, max-age=31536000, immutable').type('css').send(css);
});
const server = app.listen(0, 'localhost', () => {
  const address = server.address();
  parentPort?.postMessage(typeof address === 'object' ? address?.port : null);
});
