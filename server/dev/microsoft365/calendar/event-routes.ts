import { createHash } from 'node:crypto';
import { cancelFor, deliver, whichItem } from './event-delivery.ts';
import type { EventItem, StoredEvent } from './event.ts';
import { occurrenceItem, wholeItem } from './event.ts';
import { applyChange, startEvent } from './event-change.ts';
import { eventInput } from './event-input.ts';
import { EVENT_EXPANDABLE, changeKey, eventView, wholeView } from './event-view.ts';
import { GraphError, itemNotFound } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { accepted, bodyValue, created, jsonBody, noContent, ok, page, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { openOccurrenceId } from '../tenant/identifiers.ts';
import type { Actor } from '../mail/mailbox.ts';
import type { GraphSlice } from '../graph/openapi.ts';

/** Events: create, list, read, change, delete and cancel, for singles, series masters and occurrences alike. */
export function graphEvents(router: GraphRouter, slice: GraphSlice): void {
  for (const folder of ['/events', '/calendar/events']) {
    router.mailbox('POST', folder, (request) => createEvent(request, slice));
    router.mailbox('GET', folder, listEvents);
  }
  router.mailbox('GET', '/events/{event-id}', (request) =>
    ok(selected(request, eventView(request, findItem(request)), EVENT_EXPANDABLE)),
  );
  router.mailbox('PATCH', '/events/{event-id}', (request) => changeEvent(request, slice));
  router.mailbox('DELETE', '/events/{event-id}', (request) => removeItem(request, ''), {
    delegated: ['Calendars.ReadWrite'],
    application: ['Calendars.ReadWrite'],
  });
  router.mailbox('POST', '/events/{event-id}/cancel', cancelEvent);
}

/** Who made a request, for the ledger. */
export function actorOf(request: GraphRequest): Actor {
  return { personId: request.caller.person?.id ?? null, app: request.caller.appId };
}

/** The item an id in the address names, in the owner's calendar. @throws GraphError 404 when there is none. */
export function findItem(request: GraphRequest): EventItem {
  const id = param(request, 'event-id');
  const opened = openOccurrenceId(id);
  const event = request.tenant.events.get(opened?.masterId ?? id);
  const item =
    event?.mailbox !== request.owner.id
      ? null
      : opened === null
        ? wholeItem(event)
        : occurrenceItem(event, opened.date);
  if (item === null) {
    throw itemNotFound();
  }
  return item;
}

function createEvent(request: GraphRequest, slice: GraphSlice): Answer {
  const { tenant, owner } = request;
  const body = jsonBody(request);
  const input = eventInput(tenant, slice, body, null);
  const transaction = input.transactionId === undefined ? null : `${owner.id} ${input.transactionId}`;
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
  const earlier = transaction === null ? undefined : tenant.transactions.get(transaction);
  if (earlier !== undefined) {
    return replay(request, earlier, digest);
  }
  const event = startEvent(tenant, owner, input);
  if (transaction !== null) {
    tenant.transactions.put(transaction, { request: digest, eventId: event.id });
  }
  tenant.events.put(event.id, event);
  tenant.ledger.note({
    kind: 'event-created',
    mailbox: owner.id,
    by: actorOf(request),
    subject: event.subject,
    ...whichItem(event, null),
  });
  tenant.calendarChanged({ mailbox: owner.id, eventId: event.id, changeType: 'created' });
  if (!event.isDraft) {
    deliver(tenant, { event, date: null, mail: 'invitation', by: actorOf(request) });
  }
  return created(selected(request, wholeView(request, event), EVENT_EXPANDABLE));
}

/** The same request again gives the same event; another request under the same transaction id is refused. */
function replay(request: GraphRequest, earlier: { request: string; eventId: string }, digest: string): Answer {
  const event = request.tenant.events.get(earlier.eventId);
  if (earlier.request !== digest || event === undefined) {
    throw new GraphError(
      409,
      'ErrorDuplicateTransactionId',
      "Your request can't be completed. Duplicate transaction ID.",
    );
  }
  return created(selected(request, wholeView(request, event), EVENT_EXPANDABLE));
}

function listEvents(request: GraphRequest): Answer {
  const events = request.tenant.eventsOf(request.owner.id).toSorted((one, other) => other.createdAt - one.createdAt);
  return page(
    request,
    events.map((event) => wholeView(request, event)),
    { expandable: EVENT_EXPANDABLE },
  );
}

function changeEvent(request: GraphRequest, slice: GraphSlice): Answer {
  const { tenant } = request;
  const item = findItem(request);
  checkVersion(request, item);
  const input = eventInput(tenant, slice, jsonBody(request), item.content);
  const { event, asksAgain, added, removed } = applyChange(tenant, item, input);
  const by = actorOf(request);
  tenant.events.put(event.id, event);
  tenant.ledger.note({
    kind: 'event-updated',
    mailbox: event.mailbox,
    by,
    subject: event.subject,
    ...whichItem(event, item.date),
  });
  tenant.calendarChanged({ mailbox: event.mailbox, eventId: param(request, 'event-id'), changeType: 'updated' });
  if (event.isOrganizer && !event.isDraft) {
    tellAttendees(request, item, event, { asksAgain, added, removed });
  }
  const changed = item.date === null ? wholeItem(event) : occurrenceItem(event, item.date);
  return ok(selected(request, eventView(request, changed ?? wholeItem(event)), EVENT_EXPANDABLE));
}

function tellAttendees(
  request: GraphRequest,
  item: EventItem,
  event: StoredEvent,
  change: { asksAgain: boolean; added: string[]; removed: string[] },
): void {
  const { tenant } = request;
  const by = actorOf(request);
  const isOnlyAttendees = Object.keys(jsonBody(request)).every((name) => name === 'attendees' || name.startsWith('@'));
  cancelFor(
    tenant,
    { event: { ...event, attendees: item.content.attendees }, date: item.date, by, only: change.removed },
    '',
  );
  if (item.event.isDraft) {
    deliver(tenant, { event, date: null, mail: 'invitation', by });
    return;
  }
  deliver(tenant, {
    event,
    date: item.date,
    mail: 'update',
    by,
    asksAgain: change.asksAgain,
    ...(isOnlyAttendees ? { only: change.added } : {}),
  });
  // Outlook sends one more mail for each occurrence that was changed by itself and is still ahead.
  for (const date of item.date === null && !isOnlyAttendees ? Object.keys(event.exceptions) : []) {
    const changed = occurrenceItem(event, date);
    if (changed !== null && Date.parse(`${changed.content.start.local}Z`) > tenant.now()) {
      deliver(tenant, { event, date, mail: 'update', by });
    }
  }
}

function checkVersion(request: GraphRequest, item: EventItem): void {
  const wanted = request.header('if-match');
  if (wanted !== undefined && wanted !== '*' && wanted !== `W/"${changeKey(item)}"`) {
    throw new GraphError(
      412,
      'ErrorIrresolvableConflict',
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
    );
  }
}

function cancelEvent(request: GraphRequest): Answer {
  const item = findItem(request);
  if (!item.event.isOrganizer) {
    throw new GraphError(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You need to be an organizer to cancel a meeting.",
    );
  }
  const comment = bodyValue(request.body, 'comment');
  removeItem(request, typeof comment === 'string' ? comment : '');
  return accepted();
}

function removeItem(request: GraphRequest, comment: string): Answer {
  const { tenant } = request;
  const { event, date } = findItem(request);
  const by = actorOf(request);
  tenant.ledger.note({
    kind: 'event-deleted',
    mailbox: event.mailbox,
    by,
    subject: event.subject,
    ...whichItem(event, date),
  });
  if (date === null) {
    tenant.events.remove(event.id);
  } else {
    const exceptions = Object.fromEntries(Object.entries(event.exceptions).filter(([one]) => one !== date));
    tenant.events.put(event.id, {
      ...event,
      exceptions,
      cancelledDates: [...event.cancelledDates, date],
      changeNumber: event.changeNumber + 1,
      modifiedAt: tenant.now(),
    });
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
