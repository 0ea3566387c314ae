import { adjournItem } from '../../usecases/adjourn-item.ts';
import { agreeToAgenda } from '../../usecases/agree-agenda.ts';
import { addItem, changeItem, orderItems, removeItem } from '../../usecases/edit-agenda.ts';
import { keepPreparationTime } from '../../usecases/keep-preparation-time.ts';
import { addJotting, changeJotting, removeJotting, shareJotting } from '../../usecases/prepare-meeting.ts';
import { addStandingItem, removeStandingItem } from '../../usecases/set-standing-item.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

type AgendaRoutes =
  | 'addItem'
  | 'orderItems'
  | 'changeItem'
  | 'removeItem'
  | 'addJotting'
  | 'changeJotting'
  | 'removeJotting'
  | 'shareJotting'
  | 'agreeAgenda'
  | 'adjournItem'
  | 'addStandingItem'
  | 'removeStandingItem'
  | 'keepPreparationTime';

export function agendaRoutes(needs: RouteNeeds): Pick<Handlers, AgendaRoutes> {
  return {
    addItem: ({ actor, param, request }) => addItem(needs, actor, { meetingId: param('meetingId'), item: request }),
    orderItems: ({ actor, param, request }) =>
      orderItems(needs, actor, { meetingId: param('meetingId'), itemIds: request.itemIds }),
    changeItem: ({ actor, param, request }) => changeItem(needs, actor, { itemId: param('itemId'), change: request }),
    removeItem: ({ actor, param }) => removeItem(needs, actor, { itemId: param('itemId') }),
    addJotting: ({ actor, param, request }) => addJotting(needs, actor, { meetingId: param('meetingId'), ...request }),
    changeJotting: ({ actor, param, request }) =>
      changeJotting(needs, actor, { jottingId: param('jottingId'), ...request }),
    removeJotting: ({ actor, param }) => removeJotting(needs, actor, { jottingId: param('jottingId') }),
    shareJotting: ({ actor, param, request }) =>
      shareJotting(needs, actor, { jottingId: param('jottingId'), ...request }),
    adjournItem: ({ actor, param, request }) => adjournItem(needs, actor, { itemId: param('itemId'), ...request }),
    addStandingItem: ({ actor, param, request }) =>
      addStandingItem(needs, actor, { pairId: param('pairId'), ...request }),
    removeStandingItem: ({ actor, param }) =>
      removeStandingItem(needs, actor, { pairId: param('pairId'), standingItemId: param('standingItemId') }),
    keepPreparationTime: ({ actor, param, request }) =>
      keepPreparationTime(needs, actor, { meetingId: param('meetingId'), keep: request.keep }),
    agreeAgenda: ({ actor, param, request }) =>
      agreeToAgenda(needs, actor, { meetingId: param('meetingId'), agendaVersion: request.agendaVersion }),
  };
}
