import { whichItem } from './event-delivery.ts';
import type { EventContent, EventItem, Moment, ResponseKind, StoredAttendee, StoredEvent } from './event.ts';
import { inconvertible } from './body-shape.ts';
import { itemSpan, withException } from './event.ts';
import { momentInput } from './event-input.ts';
import { WRITES, onCalendars } from './event-paths.ts';
import { actorOf } from './event-routes.ts';
import { findItem } from './item-lookup.ts';
import { badRequest } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { accepted, bodyValue } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { graphInstant } from './local-time.ts';
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
    onCalendars(router, 'POST', `/events/{event-id}/${action}`, (request) => respond(request, verdict), WRITES);
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
  const sends = sendsResponse(request, item);
  const proposed = verdict.response === 'accepted' ? null : proposal(request, item, sends);
  const at = graphInstant(tenant.now());
  const own: Partial<EventContent> = {
    response: { response: verdict.response, time: at },
    showAs: verdict.response === 'accepted' ? 'busy' : 'tentative',
    changeNumber: item.content.changeNumber + 1,
    modifiedAt: tenant.now(),
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
  const organiserCopy = tenant.organisersCopyOf(item.event);
  if (organiserCopy !== undefined && sends) {
    const answered = {
      status: { response: verdict.response, time: at },
      ...(proposed === null ? {} : { proposedNewTime: proposed }),
    };
    const status = (attendee: StoredAttendee): StoredAttendee =>
      attendee.address.toLowerCase() === owner.mail.toLowerCase()
        ? { name: attendee.name, address: attendee.address, type: attendee.type, ...answered }
        : attendee;
    noteAnswer(request, organiserCopy, item, status);
    tellOrganiser(request, organiserCopy, item, verdict, proposed);
  }
  return accepted();
}

/** Whether an answer goes to the organiser; one that is sent nowhere stays in the attendee's own calendar. */
function sendsResponse(request: GraphRequest, { content }: EventItem): boolean {
  const sends = bodyValue(request.body, 'sendResponse') ?? true;
  if (typeof sends !== 'boolean') {
    throw inconvertible(sends, 'Edm.Boolean');
  }
  if (sends && !content.responseRequested) {
    throw badRequest("Your request can't be completed. The meeting organizer hasn't requested a response.");
  }
  return sends;
}

function proposal(request: GraphRequest, item: EventItem, sends: boolean): { start: Moment; end: Moment } | null {
  const asked = bodyValue(request.body, 'proposedNewTime');
  if (asked === undefined || asked === null) {
    return null;
  }
  if (!item.content.allowNewTimeProposals) {
    throw badRequest('The organizer does not allow new time proposals for this meeting.');
  }
  if (!sends) {
    throw badRequest('A new time can only be proposed in a response that is sent to the organizer.');
  }
  const [start, end] = [
    momentInput(bodyValue(asked, 'start'), 'ProposedNewTime'),
    momentInput(bodyValue(asked, 'end'), 'ProposedNewTime'),
  ];
  const [from, to] = itemSpan({ start, end });
  if (to < from) {
    throw badRequest(
      'The proposed end time occurs before the start time.',
      'ErrorCalendarEndDateIsEarlierThanStartDate',
    );
  }
  return { start, end };
}

/** A declined meeting leaves the calendar of whoever declined it. */
function decline(request: GraphRequest, { event, date }: EventItem): void {
  if (date === null) {
    request.tenant.events.remove(event.id);
  } else {
    request.tenant.events.put(event.id, {
      ...event,
      cancelledDates: [...event.cancelledDates, date],
      changeNumber: event.changeNumber + 1,
    });
  }
}

function noteAnswer(
  request: GraphRequest,
  organiserCopy: StoredEvent,
  { date }: EventItem,
  status: (attendee: StoredAttendee) => StoredAttendee,
): void {
  const { tenant } = request;
  const attendees = (
    date === null ? organiserCopy.attendees : (organiserCopy.exceptions[date]?.attendees ?? organiserCopy.attendees)
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
  proposed: { start: Moment; end: Moment } | null,
): void {
  const { tenant, owner } = request;
  const comment = bodyValue(request.body, 'comment');
  const subject = `${proposed === null ? verdict.word : 'New Time Proposed'}: ${item.content.subject}`;
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
    ...(proposed === null ? {} : { proposedNewTime: proposed }),
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
