import { Failure } from '#server/ports/failures.ts';
import type { MeetingChat } from '#server/ports/meeting-chat.ts';
import type { GraphConfig } from './graph-config.ts';
import type { GraphHttp } from './graph-http.ts';
import { odataText } from './graph-marks.ts';
import { installedAppAnswer, onlineMeetingAnswer } from './graph-schemas.ts';

const meetings = ['OnlineMeetings.Read'];
const installing = ['TeamsAppInstallation.ReadWriteSelfForChat'];

/** The chat of an online meeting, and Duologue in it. Only the organiser may ask for the chat by its join address. */
export function graphMeetingChat(http: GraphHttp, config: GraphConfig): MeetingChat {
  return {
    async findChat(actor, joinUrl) {
      const filter = encodeURIComponent(`JoinWebUrl eq '${odataText(joinUrl)}'`);
      try {
        const found = await http(actor, meetings).readAll(`/me/onlineMeetings?$filter=${filter}`, onlineMeetingAnswer);
        return found[0]?.chatInfo?.threadId ?? null;
      } catch (error) {
        if (error instanceof Failure && error.code === 'outlook-missing') return null;
        throw error;
      }
    },
    async install(actor, chatId) {
      const caller = http(actor, installing);
      const path = `/chats/${encodeURIComponent(chatId)}/installedApps`;
      const filter = encodeURIComponent(`teamsApp/id eq '${odataText(config.catalogAppId)}'`);
      const installed = await caller.readAll(`${path}?$expand=teamsApp&$filter=${filter}`, installedAppAnswer);
      if (installed.some((one) => one.teamsApp?.id === config.catalogAppId)) return;
      const body = { 'teamsApp@odata.bind': `${config.origin}/v1.0/appCatalogs/teamsApps/${config.catalogAppId}` };
      try {
        await caller.writeOnly({ method: 'POST', path, body });
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'outlook-conflict') throw error;
      }
    },
  };
}
