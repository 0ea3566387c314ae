import * as z from 'zod/mini';
import { empty } from './changes.ts';
import type { Route } from './route.ts';
import { instant } from './scalars.ts';

/** A person's calendar link, as they may see it again: not the link itself. */
export const feedResponse = z.object({
  /** Null: there is none. */
  link: z.nullable(z.object({ madeAt: instant, lastReadAt: z.nullable(instant) })),
});
export type FeedResponse = z.infer<typeof feedResponse>;

/** The link, said this once. */
export const madeFeedResponse = z.object({ address: z.string() });

export const feedApi = {
  feed: { method: 'GET', path: '/api/feed', access: 'anyone-signed-in', request: empty, response: feedResponse },
  makeFeed: {
    method: 'POST',
    path: '/api/feed',
    access: 'anyone-signed-in',
    request: empty,
    response: madeFeedResponse,
  },
  revokeFeed: { method: 'DELETE', path: '/api/feed', access: 'anyone-signed-in', request: empty, response: empty },
} as const satisfies Record<string, Route>;
