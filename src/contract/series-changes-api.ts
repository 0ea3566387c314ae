import { done } from './changes.ts';
import type { Route } from './route.ts';
import { changeSeriesRequest, extendSeriesRequest } from './series.ts';

/** Routes that change a series as a whole. */
export const seriesChangesApi = {
  changeSeries: {
    method: 'POST',
    path: '/api/pairs/:pairId/series/change',
    access: 'pair-supervisor',
    request: changeSeriesRequest,
    response: done,
  },
  extendSeries: {
    method: 'POST',
    path: '/api/pairs/:pairId/series/extend',
    access: 'pair-supervisor',
    request: extendSeriesRequest,
    response: done,
  },
} as const satisfies Record<string, Route>;
