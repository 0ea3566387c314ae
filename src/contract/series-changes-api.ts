import { done, empty } from './changes.ts';
import { skipAheadResponse, skipMeetingRequest } from './meetings.ts';
import type { Route } from './route.ts';
import { endPauseRequest, pauseRequest } from './pauses.ts';
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
  skipAhead: {
    method: 'GET',
    path: '/api/meetings/:meetingId/skip',
    access: 'meeting-supervisor',
    request: empty,
    response: skipAheadResponse,
  },
  skipMeeting: {
    method: 'POST',
    path: '/api/meetings/:meetingId/skip',
    access: 'meeting-supervisor',
    request: skipMeetingRequest,
    response: done,
  },
  takeBackSkip: {
    method: 'DELETE',
    path: '/api/meetings/:meetingId/skip',
    access: 'meeting-supervisor',
    request: empty,
    response: done,
  },
  setPause: {
    method: 'PUT',
    path: '/api/pairs/:pairId/pause',
    access: 'pair-supervisor',
    request: pauseRequest,
    response: done,
  },
  endPause: {
    method: 'POST',
    path: '/api/pairs/:pairId/pause/end',
    access: 'pair-supervisor',
    request: endPauseRequest,
    response: done,
  },
} as const satisfies Record<string, Route>;
