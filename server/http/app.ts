import { randomUUID } from 'node:crypto';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { changesPath } from '#contract/api.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Identity } from '../ports/identity.ts';
import type { Store } from '../ports/store.ts';
import type { Logger } from '../ports/system.ts';
import { authenticate } from './authenticate.ts';
import type { ChangeStream } from './change-stream.ts';
import type { Handlers } from './handlers.ts';
import { mountRoutes } from './mount.ts';
import { everyHeader } from './page-headers.ts';
import { problemResponse } from './problem-response.ts';

export interface AppParts {
  readonly store: Store;
  readonly identity: Identity;
  readonly log: Logger;
  readonly handlers: Handlers;
  readonly changes: ChangeStream;
  readonly pages: express.Router;
  readonly feeds: express.Router;
  /** What Microsoft Graph tells without being asked. */
  readonly notifications: express.Router;
  readonly onVisit: (actor: Actor) => void;
}

const mostBytes = '256kb';

const headers = Object.entries({
  ...everyHeader,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
});

function labelRequest(_request: Request, response: Response, next: NextFunction): void {
  const requestId = randomUUID();
  response.locals['requestId'] = requestId;
  for (const [name, value] of headers) response.setHeader(name, value);
  response.setHeader('X-Request-Id', requestId);
  next();
}

/** The whole HTTP side: pages, the contract's routes, the live stream. No cookies anywhere, so nothing rides on a browser's goodwill. */
export function buildApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // Answers are never kept, so nobody will ask whether they changed. Files have tags of their own.
  app.set('etag', false);
  app.use(labelRequest);
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  app.use(parts.feeds);
  app.use(parts.notifications);
  app.use('/api', authenticate(parts.identity, parts.onVisit));
  app.get(changesPath, (request, response) => parts.changes.open(request, response));
  app.use(express.json({ limit: mostBytes, strict: true }));
  app.use(mountRoutes(parts.store, parts.handlers));
  app.use('/api', () => {
    throw new Refusal('not-found');
  });
  app.use(parts.pages);
  app.use((_request, response) => void response.status(404).type('text').send('There is nothing at this address.'));
  app.use(problemResponse(parts.log));
  return app;
}
