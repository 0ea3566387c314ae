import { makeFeed, readFeedLink, revokeFeed } from '../../usecases/keep-feed.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

export function feedRoutes(needs: RouteNeeds): Pick<Handlers, 'feed' | 'makeFeed' | 'revokeFeed'> {
  return {
    feed: ({ actor }) => readFeedLink(needs, actor),
    makeFeed: ({ actor }) => makeFeed(needs, actor),
    revokeFeed: ({ actor }) => revokeFeed(needs, actor),
  };
}
