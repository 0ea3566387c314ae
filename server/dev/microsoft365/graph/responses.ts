import { whichItem } from '../calendar/event-delivery.ts';
import type { EventContent, EventItem, Moment, ResponseKind, StoredAttendee, StoredEvent } from '../calendar/event.ts';
import { withException } from '../calendar/event.ts';
import { momentInput } from '../calendar/event-input.ts';
import { actorOf, findItem } from '../calendar/event-routes.ts';
import { GraphError, badRequest } from './error.ts';
import type { Answer, GraphRequest } from './request.ts';
import { accepted, bodyValue } from './request.ts';
import type { GraphRouter } from './router.ts';
import { graphInstant } from '../calendar/local-time.ts';
import { putMessage } from '../mail/mailbox.ts';
import type { StoredMessage } from '../tenant/stored.ts';

interface Verdict {
  response: ResponseKind;
  word: string;
  kind: StoredMessage['kind'];
}

const VERDICTS: Readonly<Record<string, Verdict>> = {
  accept: { response: 'accepted', word: 'Accepted', kind: 'meetingAccepted' },
  tentativelyAccept: { response: 'tentativelyAccepted', word: 'Tentative', kind: 'meetingTenativelyAccepted' },
  decline: { response: 'declined', word: 'Declined', kind: 'meetingDeclined' },
};

/** An attendee's answers to an invitation, with another time if they propose one. */
export function graphResponses(router: GraphRouter): void {
  for (const [action, verdict] of Object.entries(VERDICTS)) {
    router.mailbox('POST', `/events/{event-id}/${action}`, (request) => respond(request, verdict));
  }
}

function respond(request: GraphRequest, verdict: Verdict): Answer {
  const { tenant, owner } = request;
  const item = findItem(request);
  if (item.event.isOrganizer) {
    throw badRequest(
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
    );
  }
  const proposed = proposal(request, item);
  const at = graphInstant(tenant.now());
  const own: Partial<EventContent> = {
    response: { response: verdict.response, time: at },
    showAs: verdict.response === 'accepted' ? 'busy' : 'tentative',
  };
  if (verdict.response === 'declined') {
    decline(request, item);
  } else {
    tenant.events.put(
      item.event.id,
      item.date === null ? { ...item.event, ...own } : withException(item.event, item.date, own),
    );
  }
  tenant.calendarChanged({
    mailbox: owner.id,
    eventId: item.event.id,
    changeType: verdict.response === 'declined' && item.date === null ? 'deleted' : 'updated',
  });
  const organiserCopy = tenant.copiesOf(item.event.iCalUId).find((one) => one.isOrganizer);
  if (organiserCopy !== undefined) {
    const answered = {
      status: { response: verdict.response, time: at },
      ...(proposed === null ? {} : { proposedNewTime: proposed }),
    };
    const status = (attendee: StoredAttendee): StoredAttendee =>
      attendee.address === owner.mail ? { ...attendee, ...answered } : attendee;
    noteAnswer(request, organiserCopy, item, status);
    if (bodyValue(request.body, 'sendResponse') !== false) {
      tellOrganiser(request, organiserCopy, item, verdict, proposed !== null);
    }
  }
  return accepted();
}

function proposal(request: GraphRequest, item: EventItem): { start: Moment; end: Moment } | null {
  const asked = bodyValue(request.body, 'proposedNewTime');
  if (asked === undefined || asked === null) {
    return null;
  }
  if (!item.content.allowNewTimeProposals) {
    throw new GraphError(
      400,
      'ErrorProposeNewTimeNotAllowed',
      'The organizer does not allow new time proposals for this meeting.',
    );
  }
  return {
    start: momentInput(bodyValue(asked, 'start'), 'ProposedNewTime'),
    end: momentInput(bodyValue(asked, 'end'), 'ProposedNewTime'),
  };
}

/** A declined meeting leaves the calendar of whoever declined it. */
function decline(request: GraphRequest, { event, date }: EventItem): void {
  if (date === null) {
    request.tenant.events.remove(event.id);
  } else {
    request.tenant.events.put(event.id, { ...event, cancelledDates: [...event.cancelledDates, date] });
  }
}

function noteAnswer(
  request: GraphRequest,
  organiserCopy: StoredEvent,
  { date, content }: EventItem,
  status: (attendee: StoredAttendee) => StoredAttendee,
): void {
  const { tenant } = request;
  const attendees = (
    date === null ? organiserCopy.attendees : (organiserCopy.exceptions[date]?.attendees ?? content.attendees)
  ).map(status);
  const change = { attendees, modifiedAt: tenant.now() };
  tenant.events.put(
    organiserCopy.id,
    date === null
      ? { ...organiserCopy, ...change, changeNumber: organiserCopy.changeNumber + 1 }
      : withException(organiserCopy, date, { ...change, changeNumber: organiserCopy.changeNumber + 1 }),
  );
  tenant.calendarChanged({ mailbox: organiserCopy.mailbox, eventId: organiserCopy.id, changeType: 'updated' });
}

function tellOrganiser(
  request: GraphRequest,
  organiserCopy: StoredEvent,
  item: EventItem,
  verdict: Verdict,
  isProposal: boolean,
): void {
  const { tenant, owner } = request;
  const comment = bodyValue(request.body, 'comment');
  const subject = `${isProposal ? 'New Time Proposed' : verdict.word}: ${item.content.subject}`;
  const which = whichItem(organiserCopy, item.date);
  const message = putMessage(tenant, {
    mailbox: organiserCopy.mailbox,
    folder: 'inbox',
    kind: verdict.kind,
    subject,
    body: { contentType: 'text', content: typeof comment === 'string' ? comment : '' },
    from: { name: owner.displayName, address: owner.mail },
    to: [organiserCopy.organizer],
    eventId: which.eventId,
  });
  tenant.ledger.note({
    kind: 'response',
    mailbox: organiserCopy.mailbox,
    by: actorOf(request),
    subject,
    ...which,
    messageId: message.id,
    detail: verdict.response,
  });
}
