import { Router, type Request, type Response } from 'express';
import type { Clock } from '../ports/system.ts';
import { fairShare } from './fair-share.ts';

export interface FeedDoorParts {
  readonly clock: Clock;
  /** The calendar of whoever's link it is; null: nobody's. */
  readonly readFeed: (secret: string) => Promise<string | null>;
  readonly fingerprint: (text: string) => string;
}

// A dozen devices that each ask every five minutes keep within it.
const atOnce = 30;
const everySeconds = 25;

function nothing(response: Response): void {
  response.status(404).type('text').send('There is nothing at this address.');
}

/** Not Express's own `fresh`: that takes `no-cache`, which many calendars send with each request, for a wish to be sent everything. */
function hasAlready(request: Request, tag: string): boolean {
  const tags = (request.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}

/**
 * Where calendars elsewhere read somebody's meetings, without sign-in: whoever has the address may. A wrong address and a dead one are
 * answered alike, and so is one that asks too often, whether it is right or not. The address is never logged.
 */
export function feedDoor({ clock, readFeed, fingerprint }: FeedDoorParts): Router {
  const share = fairShare(atOnce, everySeconds);
  const router = Router({ caseSensitive: true, strict: true });
  router.use('/feeds', (_request, response, next) => {
    response.locals['route'] = 'feed';
    response.set({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow, noarchive' });
    next();
  });
  router.get(/^\/feeds\/([\w-]{43})\.ics$/, async (request: Request, response: Response) => {
    const secret = String(request.params[0]);
    const wait = share(fingerprint(secret), clock.now());
    if (wait !== null) {
      response.status(429).set('Retry-After', String(wait)).type('text').send('Ask again a little later.');
      return;
    }
    const body = await readFeed(secret);
    if (body === null) {
      nothing(response);
      return;
    }
    const tag = `"${fingerprint(body).slice(0, 32)}"`;
    response.set({
      ETag: tag,
      'Content-Disposition': 'attachment; filename="one-to-ones.ics"',
    });
    response.type('text/calendar; charset=utf-8');
    if (hasAlready(request, tag)) response.status(304).end();
    else response.send(body);
  });
  router.use('/feeds', (_request, response) => {
    nothing(response);
  });
  return router;
}
