import { adoptSeries } from '../../usecases/adopt-series.ts';
import { seeNews, takeProposal } from '../../usecases/answer-news.ts';
import { readHomeNews, readNews } from '../../usecases/read-news.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

type FollowingRoutes = 'homeNews' | 'outlookNews' | 'seeNews' | 'takeProposal' | 'adoptSeries';

export function followingRoutes(needs: RouteNeeds): Pick<Handlers, FollowingRoutes> {
  return {
    homeNews: ({ actor }) => readHomeNews(needs, actor),
    outlookNews: ({ actor, param }) => readNews(needs, actor, { pairId: param('pairId') }),
    seeNews: ({ actor, param, request }) => seeNews(needs, actor, { pairId: param('pairId'), ...request }),
    takeProposal: ({ actor, param, request }) => takeProposal(needs, actor, { pairId: param('pairId'), ...request }),
    adoptSeries: ({ actor, param, request }) => adoptSeries(needs, actor, { pairId: param('pairId'), ...request }),
  };
}
