import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { ok, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { meetingNumber, passcode } from '../tenant/identifiers.ts';
import { graphInstant } from '../calendar/local-time.ts';
import type { StoredMeeting } from '../tenant/stored.ts';

/** Online meetings, found by their join address. */
export function graphMeetings(router: GraphRouter): void {
  router.mailbox('GET', '/onlineMeetings', findByJoinUrl);
  router.mailbox('GET', '/onlineMeetings/{onlineMeeting-id}', (request) => {
    const meeting = request.tenant.meetingOf(param(request, 'onlineMeeting-id'));
    if (meeting === undefined) {
      throw new GraphError(404, 'NotFound', 'The online meeting was not found.');
    }
    return ok(selected(request, meetingView(request, ownMeeting(request, meeting))));
  });
}

function findByJoinUrl(request: GraphRequest): Answer {
  const asked = /^\s*JoinWebUrl\s+eq\s+'(.*)'\s*$/i
    .exec(request.query.get('$filter') ?? '')?.[1]
    ?.replaceAll("''", "'");
  if (asked === undefined) {
    throw new GraphError(400, 'BadRequest', 'Online meetings can only be found with a $filter on JoinWebUrl.');
  }
  const meeting =
    request.tenant.meetings.get(asked) ??
    request.tenant.meetings.values().find((one) => sameAddress(one.joinUrl, asked));
  if (meeting === undefined) {
    return ok({ '@odata.context': `${request.graphBase}/$metadata#onlineMeetings`, value: [] });
  }
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#onlineMeetings`,
    value: [selected(request, meetingView(request, ownMeeting(request, meeting)))],
  });
}

function sameAddress(one: string, other: string): boolean {
  return decodeURIComponent(one).toLowerCase() === decodeURIComponent(other).toLowerCase();
}

/** Only the organiser gets a meeting by its address. @throws GraphError 403 for anybody else. */
function ownMeeting(request: GraphRequest, meeting: StoredMeeting): StoredMeeting {
  if (meeting.organizerId !== request.owner.id) {
    throw new GraphError(403, 'Forbidden', 'No permission to access the meeting: the caller is not its organizer.');
  }
  return meeting;
}

function meetingView(request: GraphRequest, meeting: StoredMeeting): Json {
  const chat = request.tenant.chats.get(meeting.threadId);
  const participant = (id: string, role: string) => ({
    upn: request.tenant.people.get(id)?.mail ?? null,
    role,
    identity: { user: { id, displayName: request.tenant.people.get(id)?.displayName ?? null } },
  });
  return {
    id: meeting.id,
    creationDateTime: graphInstant(meeting.createdAt),
    startDateTime: graphInstant(meeting.startsAt),
    endDateTime: graphInstant(meeting.endsAt),
    joinWebUrl: meeting.joinUrl,
    subject: meeting.subject,
    isBroadcast: false,
    chatInfo: { threadId: meeting.threadId, messageId: '0', replyChainMessageId: null },
    joinMeetingIdSettings: {
      isPasscodeRequired: true,
      joinMeetingId: meetingNumber(meeting.threadId),
      passcode: passcode(meeting.threadId).slice(0, 8),
    },
    participants: {
      organizer: participant(meeting.organizerId, 'presenter'),
      attendees: (chat?.memberIds ?? [])
        .filter((id) => id !== meeting.organizerId)
        .map((id) => participant(id, 'attendee')),
    },
  };
}
