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
import { graphHttp, type GraphHttp } from './graph-http.ts';
import type { Manner } from './call-gate.ts';
import { graphMail } from './graph-mail.ts';
import { graphMeetingChat } from './graph-meeting-chat.ts';
import { graphOutlook } from './graph-outlook.ts';

export interface GraphAdapters {
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly meetingChat: MeetingChat;
  readonly mail: Mail;
  readonly outlook: Outlook;
  /** The same for what changed in calendars that are followed already: sooner than booking for many. */
  readonly outlookSoon: Outlook;
  /** The same for booking for many: its calls let everybody else's go first. */
  readonly forMany: {
    readonly calendar: Calendar;
    readonly meetingChat: MeetingChat;
    /** For looking ahead, which lets go first what was found already. */
    readonly calendarAhead: Calendar;
  };
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
  const inManner =
    (manner: Manner): GraphHttp =>
    (actor, scopes) =>
      http(actor, scopes, manner);
  return {
    directory: graphDirectory(http, config, needs),
    calendar: graphCalendar(http, config, needs),
    meetingChat: graphMeetingChat(http, config),
    mail: graphMail(http),
    outlook: graphOutlook(inManner('following'), config, needs),
    outlookSoon: graphOutlook(inManner('told'), config, needs),
    forMany: {
      calendar: graphCalendar(inManner('for-many'), config, needs),
      meetingChat: graphMeetingChat(inManner('for-many'), config),
      calendarAhead: graphCalendar(inManner('ahead'), config, { ...needs, isUnseen: true }),
    },
  };
}
