import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { created, jsonBody, ok, param, selected, textValue } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { meetingNumber, passcode } from '../tenant/identifiers.ts';
import { meetingChat, newMeeting } from '../calendar/join-block.ts';
import { graphInstant } from '../calendar/local-time.ts';
import type { StoredMeeting } from '../tenant/stored.ts';

/** Online meetings, found by their join address or number, or made without an event in a calendar. */
export function graphMeetings(router: GraphRouter): void {
  router.mailbox('GET', '/onlineMeetings', findMeeting);
  router.mailbox('POST', '/onlineMeetings', (request) => created(meetingView(request, makeMeeting(request))));
  router.mailbox('POST', '/onlineMeetings/createOrGet', createOrGet);
  router.mailbox('GET', '/onlineMeetings/{onlineMeeting-id}', (request) =>
    ok(selected(request, meetingView(request, namedMeeting(request)))),
  );
  router.mailbox('PATCH', '/onlineMeetings/{onlineMeeting-id}', (request) => {
    const meeting = namedMeeting(request);
    const changed = { ...meeting, subject: textValue(jsonBody(request), 'subject') ?? meeting.subject };
    request.tenant.meetings.put(meeting.joinUrl, changed);
    return ok(meetingView(request, changed));
  });
}

function namedMeeting(request: GraphRequest): StoredMeeting {
  const meeting = request.tenant.meetingOf(param(request, 'onlineMeeting-id'));
  if (meeting === undefined) {
    throw new GraphError(404, 'NotFound', 'The online meeting was not found.');
  }
  return ownMeeting(request, meeting);
}

const BY_ADDRESS = /^\s*JoinWebUrl\s+eq\s+'(.*)'\s*$/i;
const BY_NUMBER = /^\s*joinMeetingIdSettings\/joinMeetingId\s+eq\s+'(\d+)'\s*$/i;

function findMeeting(request: GraphRequest): Answer {
  const filter = request.query.get('$filter') ?? '';
  const address = BY_ADDRESS.exec(filter)?.[1]?.replaceAll("''", "'");
  const number = BY_NUMBER.exec(filter)?.[1];
  if (address === undefined && number === undefined) {
    throw new GraphError(
      400,
      'BadRequest',
      'Online meetings can only be found with a $filter on JoinWebUrl or joinMeetingIdSettings/joinMeetingId.',
    );
  }
  const meeting = address === undefined ? byNumber(request, number ?? '') : byAddress(request, address);
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#onlineMeetings`,
    value: meeting === undefined ? [] : [selected(request, meetingView(request, ownMeeting(request, meeting)))],
  });
}

function byAddress({ tenant }: GraphRequest, asked: string): StoredMeeting | undefined {
  return tenant.meetings.get(asked) ?? tenant.meetings.values().find((one) => sameAddress(one.joinUrl, asked));
}

function byNumber({ tenant }: GraphRequest, asked: string): StoredMeeting | undefined {
  return tenant.meetings.values().find((one) => meetingNumber(one.threadId) === asked);
}

/** Makes a meeting that stands in nobody's calendar. @throws GraphError 400 for times that are none */
function makeMeeting(request: GraphRequest, externalId?: string): StoredMeeting {
  const { tenant, owner } = request;
  actsHere(request);
  const body = jsonBody(request);
  const startsAt = instant(body, 'startDateTime') ?? tenant.now();
  const endsAt = instant(body, 'endDateTime') ?? Math.min(startsAt + HOUR, LAST_INSTANT);
  if (endsAt < startsAt) {
    throw new GraphError(400, 'BadRequest', 'The endDateTime of a meeting comes after its startDateTime.');
  }
  const meeting: StoredMeeting = {
    ...newMeeting(tenant, { organizerId: owner.id, subject: textValue(body, 'subject') ?? '', startsAt, endsAt }),
    ...(externalId === undefined ? {} : { externalId }),
  };
  tenant.meetings.put(meeting.joinUrl, meeting);
  tenant.chats.put(meeting.threadId, meetingChat(meeting, [owner.id]));
  return meeting;
}

function createOrGet(request: GraphRequest): Answer {
  const externalId = textValue(jsonBody(request), 'externalId');
  if (externalId === undefined || externalId === '') {
    throw new GraphError(400, 'BadRequest', 'createOrGet needs an externalId.');
  }
  const found = request.tenant.meetings
    .values()
    .find((one) => one.organizerId === request.owner.id && one.externalId === externalId);
  if (found !== undefined) return ok(meetingView(request, found));
  return created(meetingView(request, makeMeeting(request, externalId)));
}

/** The last instant Graph can write. */
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');
const HOUR = 3_600_000;

function instant(body: Json, name: string): number | null {
  const given = textValue(body, name);
  if (given === undefined) return null;
  const at = Date.parse(given);
  if (Number.isNaN(at)) throw new GraphError(400, 'BadRequest', `Cannot convert the ${name} to an instant.`);
  return at;
}

function plain(address: string): string {
  try {
    return decodeURIComponent(address).toLowerCase();
  } catch {
    return address.toLowerCase();
  }
}

function sameAddress(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** Only the organiser gets a meeting by its address. @throws GraphError 403 for anybody else. */
function ownMeeting(request: GraphRequest, meeting: StoredMeeting): StoredMeeting {
  actsHere(request);
  if (meeting.organizerId !== request.owner.id) {
    throw new GraphError(403, 'Forbidden', 'No permission to access the meeting: the caller is not its organizer.');
  }
  return meeting;
}

/** An application by itself needs an administrator's access policy. @throws GraphError 403 without one. */
function actsHere({ tenant, caller, owner }: GraphRequest): void {
  if (caller.person === null && tenant.apps.actsInMeetings !== true) {
    throw new GraphError(
      403,
      'Unauthorized',
      `App ${caller.appId} is not authorized to act in online meetings on behalf of user ${owner.id}.`,
    );
  }
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
