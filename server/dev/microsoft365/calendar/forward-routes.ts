import { deliver, whichItem } from './event-delivery.ts';
import type { EventItem, StoredAttendee, StoredEvent } from './event.ts';
import { withException } from './event.ts';
import { WRITES, onCalendars } from './event-paths.ts';
import { actorOf } from './event-routes.ts';
import { findItem } from './item-lookup.ts';
import { GraphError, badRequest } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { accepted, bodyValue, textValue } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { keptBody } from '../mail/item-body.ts';
import { putMessage } from '../mail/mailbox.ts';

/** Forwarding a meeting: those it goes to are invited, and the organiser hears of it when somebody else forwards it. */
export function graphForward(router: GraphRouter): void {
  onCalendars(router, 'POST', '/events/{event-id}/forward', forward, WRITES);
}

function forward(request: GraphRequest): Answer {
  const { tenant } = request;
  const item = findItem(request);
  const recipients = recipientsOf(request);
  if (item.event.isDraft) {
    throw badRequest('A meeting that was never sent cannot be forwarded.');
  }
  const organisers = item.event.isOrganizer ? item.event : tenant.organisersCopyOf(item.event);
  if (organisers === undefined) {
    return accepted();
  }
  const [invited, added] = withAttendees(organisers, item, recipients);
  tenant.events.put(invited.id, invited);
  tenant.calendarChanged({ mailbox: invited.mailbox, eventId: invited.id, changeType: 'updated' });
  const people = added.flatMap((one) => tenant.personByAddress(one.address)?.id ?? []);
  deliver(tenant, { event: invited, date: item.date, mail: 'invitation', by: actorOf(request), only: people });
  if (!item.event.isOrganizer) {
    tellOrganiser(request, organisers, item, added);
  }
  return accepted();
}

function recipientsOf(request: GraphRequest): StoredAttendee[] {
  const asked = bodyValue(request.body, 'toRecipients');
  if (!Array.isArray(asked) || asked.length === 0) {
    throw badRequest('At least one recipient is needed to forward a meeting.', 'ErrorInvalidRecipients');
  }
  return asked.map((one: unknown) => {
    const address = textValue(one, 'emailAddress/address') ?? '';
    if (!address.includes('@')) {
      throw new GraphError(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
    }
    const person = request.tenant.personByAddress(address);
    return {
      name: person?.displayName ?? textValue(one, 'emailAddress/name') ?? address,
      address: person?.mail ?? address,
      type: 'optional',
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
    };
  });
}

function withAttendees(
  event: StoredEvent,
  { date }: EventItem,
  recipients: readonly StoredAttendee[],
): [event: StoredEvent, added: StoredAttendee[]] {
  const before = (date === null ? null : event.exceptions[date]?.attendees) ?? event.attendees;
  const isThere = (one: StoredAttendee) =>
    one.address.toLowerCase() === event.organizer.address.toLowerCase() ||
    before.some((other) => other.address.toLowerCase() === one.address.toLowerCase());
  const added = recipients.filter((one) => !isThere(one));
  const attendees = [...before, ...added];
  return [date === null ? { ...event, attendees } : withException(event, date, { attendees }), added];
}

function tellOrganiser(
  request: GraphRequest,
  event: StoredEvent,
  item: EventItem,
  added: readonly StoredAttendee[],
): void {
  const { tenant, owner } = request;
  const subject = `Meeting Forward Notification: ${item.content.subject}`;
  const which = whichItem(event, item.date);
  const message = putMessage(tenant, {
    mailbox: event.mailbox,
    folder: 'inbox',
    subject,
    body: {
      contentType: 'html',
      content: keptBody(
        'text',
        `${owner.displayName} has forwarded your meeting to ${added.map((one) => one.name).join(', ')}.\n${textValue(request.body, 'comment') ?? ''}`,
      ),
    },
    from: { name: owner.displayName, address: owner.mail },
    to: [event.organizer],
    eventId: which.eventId,
  });
  tenant.ledger.note({
    kind: 'mail-received',
    mailbox: event.mailbox,
    by: actorOf(request),
    subject,
    ...which,
    messageId: message.id,
    detail: 'forwarded',
  });
}
