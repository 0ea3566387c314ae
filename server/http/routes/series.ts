import { bookAll, bookSeries } from '../../usecases/book-series.ts';
import { changeSeries, extendSeries } from '../../usecases/change-series.ts';
import { endSeries } from '../../usecases/end-series.ts';
import { findHandoverSlots, findPeople } from '../../usecases/find-handover-slots.ts';
import { findSlotsForPair } from '../../usecases/find-slots.ts';
import { findTimes } from '../../usecases/find-times.ts';
import { findColleagues, handOverFor, readHandovers, readManagedPairs } from '../../usecases/hand-over-for.ts';
import { handOver } from '../../usecases/hand-over.ts';
import { planMeeting } from '../../usecases/plan-meeting.ts';
import { proposeForAll } from '../../usecases/propose-all.ts';
import { skip, skipAhead, takeBack } from '../../usecases/skip-meeting.ts';
import { endPause, setPause } from '../../usecases/set-pause.ts';
import { takeAlong, toTakeAlong } from '../../usecases/take-along.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

export function seriesRoutes(
  needs: RouteNeeds,
): Pick<
  Handlers,
  | 'findTimes'
  | 'planMeeting'
  | 'findSlots'
  | 'bookSeries'
  | 'changeSeries'
  | 'extendSeries'
  | 'skipAhead'
  | 'skipMeeting'
  | 'takeBackSkip'
  | 'setPause'
  | 'endPause'
  | 'findPeople'
  | 'handoverSlots'
  | 'handOver'
  | 'handovers'
  | 'findColleagues'
  | 'managedPairs'
  | 'handOverFor'
  | 'toTakeAlong'
  | 'takeAlong'
  | 'endSeries'
  | 'proposeAll'
  | 'bookAll'
> {
  return {
    findTimes: ({ actor, param, request }) => findTimes(needs, actor, { pairId: param('pairId'), ...request }),
    planMeeting: ({ actor, param, request }) => planMeeting(needs, actor, { pairId: param('pairId'), plan: request }),
    findSlots: ({ actor, param, request }) => findSlotsForPair(needs, actor, { pairId: param('pairId'), ...request }),
    bookSeries: ({ actor, param, request }) => bookSeries(needs, actor, { pairId: param('pairId'), booking: request }),
    changeSeries: ({ actor, param, request: { reason, ...rule } }) =>
      changeSeries(needs, actor, { pairId: param('pairId'), rule, reason }),
    extendSeries: ({ actor, param, request }) => extendSeries(needs, actor, { pairId: param('pairId'), ...request }),
    skipAhead: ({ actor, param }) => skipAhead(needs, actor, { meetingId: param('meetingId') }),
    skipMeeting: ({ actor, param, request }) => skip(needs, actor, { meetingId: param('meetingId'), ...request }),
    takeBackSkip: ({ actor, param }) => takeBack(needs, actor, { meetingId: param('meetingId') }),
    setPause: ({ actor, param, request }) => setPause(needs, actor, { pairId: param('pairId'), pause: request }),
    endPause: ({ actor, param, request }) => endPause(needs, actor, { pairId: param('pairId'), ...request }),
    findPeople: ({ actor, param, request }) => findPeople(needs, actor, { pairId: param('pairId'), ...request }),
    handoverSlots: ({ actor, param, request }) =>
      findHandoverSlots(needs, actor, { pairId: param('pairId'), ...request }),
    handOver: ({ actor, param, request }) => handOver(needs, actor, { pairId: param('pairId'), wanted: request }),
    handovers: ({ actor }) => readHandovers(needs, actor),
    findColleagues: ({ actor, request }) => findColleagues(needs, actor, request),
    managedPairs: ({ actor, request }) => readManagedPairs(needs, actor, request),
    handOverFor: ({ actor, request }) => handOverFor(needs, actor, request),
    toTakeAlong: ({ actor, param }) => toTakeAlong(needs, actor, { pairId: param('pairId') }),
    takeAlong: ({ actor, param, request }) => takeAlong(needs, actor, { pairId: param('pairId'), ...request }),
    endSeries: ({ actor, param, request }) =>
      endSeries(needs, actor, { pairId: param('pairId'), reason: request.reason }),
    proposeAll: ({ actor, request }) => proposeForAll(needs, actor, request),
    bookAll: ({ actor, request }) => bookAll(needs, actor, request),
  };
}
