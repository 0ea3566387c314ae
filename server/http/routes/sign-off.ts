import { readDocument } from '../../usecases/read-document.ts';
import { addAddendum, checkRecord, readSignOff, signRecord } from '../../usecases/sign-off.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

type SignOffRoutes = 'signOff' | 'signRecord' | 'addAddendum' | 'checkRecord' | 'recordDocument';

export function signOffRoutes(needs: RouteNeeds): Pick<Handlers, SignOffRoutes> {
  return {
    signOff: ({ actor, param }) => readSignOff(needs, actor, { meetingId: param('meetingId') }),
    signRecord: ({ actor, param, request }) => signRecord(needs, actor, { meetingId: param('meetingId'), ...request }),
    addAddendum: ({ actor, param, request }) =>
      addAddendum(needs, actor, { meetingId: param('meetingId'), ...request }),
    recordDocument: async ({ actor, param, request }) => {
      const { name, contentType, bytes } = await readDocument(needs, actor, {
        meetingId: param('meetingId'),
        format: request.format,
      });
      return { name, contentType, base64: Buffer.from(bytes).toString('base64') };
    },
    checkRecord: ({ actor, param }) => checkRecord(needs, actor, { meetingId: param('meetingId') }),
  };
}
