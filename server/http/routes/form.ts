import { fillField, sayNotApplicable } from '../../usecases/fill-form.ts';
import { findPoints } from '../../usecases/find-points.ts';
import { confirmDuty, readDuties, saveDuty } from '../../usecases/keep-duties.ts';
import { readForm } from '../../usecases/read-form.ts';
import { confirmRecord, shareRecord } from '../../usecases/write-up.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

type FormRoutes =
  | 'form'
  | 'fillField'
  | 'sayNotApplicable'
  | 'shareRecord'
  | 'confirmRecord'
  | 'findPoints'
  | 'duties'
  | 'saveDuty'
  | 'confirmDuty';

export function formRoutes(needs: RouteNeeds): Pick<Handlers, FormRoutes> {
  return {
    form: ({ actor, param }) => readForm(needs, actor, { meetingId: param('meetingId') }),
    fillField: ({ actor, param, request }) => fillField(needs, actor, { meetingId: param('meetingId'), ...request }),
    sayNotApplicable: ({ actor, param, request }) =>
      sayNotApplicable(needs, actor, { meetingId: param('meetingId'), ...request }),
    shareRecord: ({ actor, param }) => shareRecord(needs, actor, { meetingId: param('meetingId') }),
    confirmRecord: ({ actor, param }) => confirmRecord(needs, actor, { meetingId: param('meetingId') }),
    findPoints: ({ actor, param, request }) => findPoints(needs, actor, { pairId: param('pairId'), ...request }),
    duties: ({ actor, param }) => readDuties(needs, actor, { pairId: param('pairId') }),
    saveDuty: ({ actor, param, request }) => saveDuty(needs, actor, { pairId: param('pairId'), duty: request }),
    confirmDuty: ({ actor, param, request }) => confirmDuty(needs, actor, { pairId: param('pairId'), ...request }),
  };
}
