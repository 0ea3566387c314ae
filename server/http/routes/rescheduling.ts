import { keepMeeting, putInMeeting, readRescheduling, wishRescheduling } from '../../usecases/keep-rescheduling.ts';
import { readBetterTimes } from '../../usecases/read-better-times.ts';
import { suggestTime } from '../../usecases/suggest-time.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

export function reschedulingRoutes(
  needs: RouteNeeds,
): Pick<
  Handlers,
  'betterTimes' | 'rescheduling' | 'wishRescheduling' | 'keepMeeting' | 'suggestTime' | 'putInMeeting'
> {
  return {
    betterTimes: ({ actor }) => readBetterTimes(needs, actor),
    rescheduling: ({ actor, param }) => readRescheduling(needs, actor, { pairId: param('pairId') }),
    wishRescheduling: ({ actor, param, request }) =>
      wishRescheduling(needs, actor, { pairId: param('pairId'), ...request }),
    keepMeeting: ({ actor, param }) => keepMeeting(needs, actor, { meetingId: param('meetingId') }),
    suggestTime: ({ actor, param, request }) =>
      suggestTime(needs, actor, { meetingId: param('meetingId'), ...request }),
    putInMeeting: ({ actor, param, request }) => putInMeeting(needs, actor, { pairId: param('pairId'), ...request }),
  };
}
