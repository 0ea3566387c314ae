import { addAddendum, checkRecord, readSignOff, signRecord } from '../../usecases/sign-off.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

type SignOffRoutes = 'signOff' | 'signRecord' | 'addAddendum' | 'checkRecord';

export function signOffRoutes(needs: RouteNeeds): Pick<Handlers, SignOffRoutes> {
  return {
    signOff: ({ actor, param }) => readSignOff(needs, actor, { meetingId: param('meetingId') }),
    signRecord: ({ actor, param, request }) => signRecord(needs, actor, { meetingId: param('meetingId'), ...request }),
    addAddendum: ({ actor, param, request }) =>
      addAddendum(needs, actor, { meetingId: param('meetingId'), ...request }),
    checkRecord: ({ actor, param }) => checkRecord(needs, actor, { meetingId: param('meetingId') }),
  };
}
