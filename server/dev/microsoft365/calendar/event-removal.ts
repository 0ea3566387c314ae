import { cancelFor, whichItem } from './event-delivery.ts';
import type { StoredEvent } from './event.ts';
import { WRITES, onCalendars } from './event-paths.ts';
import { actorOf, checkVersion } from './event-routes.ts';
import { findItem } from './item-lookup.ts';
import { badRequest } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { accepted, bodyValue, noContent } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';

/** Deleting an item, and cancelling a meeting with words for those invited. */
export function graphRemovals(router: GraphRouter): void {
  onCalendars(router, 'DELETE', '/events/{event-id}', (request) => removeItem(request, ''), WRITES);
  onCalendars(router, 'POST', '/events/{event-id}/cancel', cancelEvent, WRITES);
}

function cancelEvent(request: GraphRequest): Answer {
  const { event } = findItem(request);
  if (!event.isOrganizer) {
    throw badRequest("Your request can't be completed. You need to be an organizer to cancel a meeting.");
  }
  const comment = bodyValue(request.body, 'comment');
  removeItem(request, typeof comment === 'string' ? comment : '');
  return accepted();
}

/** Takes an item out of the calendar; when it is the organiser's, everybody invited is told, with a comment if there is one. */
function removeItem(request: GraphRequest, comment: string): Answer {
  const { tenant } = request;
  const item = findItem(request);
  const { event, date } = item;
  checkVersion(request, item);
  const by = actorOf(request);
  tenant.ledger.note({
    kind: 'event-deleted',
    mailbox: event.mailbox,
    by,
    subject: item.content.subject,
    ...whichItem(event, date),
  });
  if (date === null) {
    tenant.events.remove(event.id);
  } else {
    tenant.events.put(event.id, withoutOccurrence(event, date, tenant.now()));
  }
  // Taking out one occurrence is reported as a change of the series.
  tenant.calendarChanged({
    mailbox: event.mailbox,
    eventId: event.id,
    changeType: date === null ? 'deleted' : 'updated',
  });
  if (event.isOrganizer && !event.isDraft) {
    cancelFor(tenant, { event, date, by }, comment);
  }
  return noContent();
}

function withoutOccurrence(event: StoredEvent, date: string, now: number): StoredEvent {
  return {
    ...event,
    exceptions: Object.fromEntries(Object.entries(event.exceptions).filter(([one]) => one !== date)),
    cancelledDates: [...event.cancelledDates, date].toSorted(),
    changeNumber: event.changeNumber + 1,
    modifiedAt: now,
  };
}
