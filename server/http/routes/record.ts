import { addReading, saveMeasure } from '../../usecases/keep-measures.ts';
import { addAction, changeAction } from '../../usecases/track-action.ts';
import { addPoint, changePoint, coverTopic, removePoint } from '../../usecases/write-record.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

type RecordRoutes =
  | 'addPoint'
  | 'changePoint'
  | 'removePoint'
  | 'addAction'
  | 'changeAction'
  | 'coverTopic'
  | 'saveMeasure'
  | 'addReading';

export function recordRoutes(needs: RouteNeeds): Pick<Handlers, RecordRoutes> {
  return {
    addPoint: ({ actor, param, request }) => addPoint(needs, actor, { meetingId: param('meetingId'), ...request }),
    changePoint: ({ actor, param, request }) => changePoint(needs, actor, { pointId: param('pointId'), ...request }),
    removePoint: ({ actor, param }) => removePoint(needs, actor, { pointId: param('pointId') }),
    addAction: ({ actor, param, request }) => addAction(needs, actor, { meetingId: param('meetingId'), ...request }),
    changeAction: ({ actor, param, request }) =>
      changeAction(needs, actor, { actionId: param('actionId'), ...request }),
    coverTopic: ({ actor, param, request }) => coverTopic(needs, actor, { meetingId: param('meetingId'), ...request }),
    saveMeasure: ({ actor, param, request }) =>
      saveMeasure(needs, actor, { pairId: param('pairId'), measure: request }),
    addReading: ({ actor, param, request }) =>
      addReading(needs, actor, { measureId: param('measureId'), reading: request }),
  };
}
