import type { Calendar } from '#server/ports/calendar.ts';
import type { Directory } from '#server/ports/directory.ts';
import type { Mail } from '#server/ports/mail.ts';
import type { MeetingChat } from '#server/ports/meeting-chat.ts';
import type { Outlook } from '#server/ports/outlook.ts';
import type { Passes } from '#server/ports/passes.ts';
import type { Clock, Logger, Timing } from '#server/ports/system.ts';
import { graphCalendar } from './graph-calendar.ts';
import type { GraphConfig } from './graph-config.ts';
import { graphDirectory } from './graph-directory.ts';
import { graphHttp } from './graph-http.ts';
import { graphMail } from './graph-mail.ts';
import { graphMeetingChat } from './graph-meeting-chat.ts';
import { graphOutlook } from './graph-outlook.ts';

export interface GraphAdapters {
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly meetingChat: MeetingChat;
  readonly mail: Mail;
  readonly outlook: Outlook;
}

/** All that Duologue asks of Microsoft Graph, over one way of calling it. */
export function graphAdapters(
  config: GraphConfig,
  needs: {
    readonly passes: Passes;
    readonly clock: Clock;
    readonly timing: Timing;
    readonly log: Logger;
    /** Where Graph tells changes to. */
    readonly notificationUrl: string;
  },
): GraphAdapters {
  const http = graphHttp(config, needs.passes, needs.timing);
  return {
    directory: graphDirectory(http, config, needs),
    calendar: graphCalendar(http, config, needs),
    meetingChat: graphMeetingChat(http, config),
    mail: graphMail(http),
    outlook: graphOutlook((actor, scopes) => http(actor, scopes, 'patient'), config, needs),
  };
}
