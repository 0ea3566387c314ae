import { cancel, miss, move, moveOptions } from '../../usecases/change-meeting.ts';
import { closeAndSend } from '../../usecases/close-meeting.ts';
import { findMeeting } from '../../usecases/find-meeting.ts';
import { beginMeeting } from '../../usecases/open-meeting.ts';
import { readMeeting } from '../../usecases/read-meeting.ts';
import { retryDelivery } from '../../usecases/retry-delivery.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

type MeetingRoutes =
  | 'findMeeting'
  | 'meeting'
  | 'openMeeting'
  | 'closeMeeting'
  | 'moveOptions'
  | 'moveMeeting'
  | 'cancelMeeting'
  | 'missMeeting'
  | 'retryDelivery'
  | 'sayWriting';

export function meetingRoutes(needs: RouteNeeds): Pick<Handlers, MeetingRoutes> {
  return {
    findMeeting: ({ actor, request }) => findMeeting(needs, actor, request),
    meeting: async ({ actor, param }) => {
      const read = await readMeeting(needs, actor, { meetingId: param('meetingId') });
      needs.changes.noteShown(actor, { meetingId: read.meeting.id, pairId: read.meeting.pairId });
      return read;
    },
    openMeeting: ({ actor, param }) => beginMeeting(needs, actor, { meetingId: param('meetingId') }),
    closeMeeting: ({ actor, param, request }) =>
      closeAndSend(needs, actor, { meetingId: param('meetingId'), seq: request.seq }),
    moveOptions: ({ actor, param }) => moveOptions(needs, actor, { meetingId: param('meetingId') }),
    moveMeeting: ({ actor, param, request }) => move(needs, actor, { meetingId: param('meetingId'), ...request }),
    cancelMeeting: ({ actor, param, request }) =>
      cancel(needs, actor, { meetingId: param('meetingId'), reason: request.reason }),
    missMeeting: ({ actor, param, request }) =>
      miss(needs, actor, { meetingId: param('meetingId'), reason: request.reason }),
    retryDelivery: ({ actor, param, request }) =>
      retryDelivery(needs, actor, { effectId: param('effectId'), again: request.again }),
    sayWriting: async ({ actor, param }) => {
      const meetingId = param('meetingId');
      const owners = await needs.store.ownersOf(actor, 'meeting', meetingId);
      if (owners !== null)
        needs.changes.sayWriting(actor.tenantId, [owners.supervisorId, owners.employeeId], {
          kind: 'writing',
          pairId: owners.pairId,
          meetingId,
          personId: actor.personId,
        });
      return {};
    },
  };
}
