import { createHash } from 'node:crypto';
import { calendarInAddress } from './calendar-routes.ts';
import { cancelFor, deliver, whichItem } from './event-delivery.ts';
import type { EventItem, StoredEvent } from './event.ts';
import { occurrenceItem, wholeItem } from './event.ts';
import { applyChange, startEvent } from './event-change.ts';
import { eventInput } from './event-input.ts';
import { READS_BASIC, WRITES, onCalendars } from './event-paths.ts';
import { EVENT_EXPANDABLE, changeKey, eventView, wholeView } from './event-view.ts';
import { eventsInAddress, findItem } from './item-lookup.ts';
import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { created, jsonBody, ok, pageOf, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import type { Actor } from '../mail/mailbox.ts';
import type { GraphSlice } from '../graph/openapi.ts';

/** Events: create, list, read and change, for singles, series masters and occurrences alike. */
export function graphEvents(router: GraphRouter, slice: GraphSlice): void {
  onCalendars(router, 'POST', '/events', (request) => createEvent(request, slice), WRITES);
  onCalendars(router, 'GET', '/events', listEvents, READS_BASIC);
  onCalendars(
    router,
    'GET',
    '/events/{event-id}',
    (request) => ok(selected(request, eventView(request, findItem(request)), EVENT_EXPANDABLE)),
    READS_BASIC,
  );
  onCalendars(router, 'PATCH', '/events/{event-id}', (request) => changeEvent(request, slice), WRITES);
}

/** Who made a request, for the ledger. */
export function actorOf(request: GraphRequest): Actor {
  return { personId: request.caller.person?.id ?? null, app: request.caller.appId };
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
  const calendarId = calendarInAddress(request) ?? null;
  const event: StoredEvent = { ...startEvent(tenant, owner, input), ...(calendarId === null ? {} : { calendarId }) };
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
  return created(madeView(request, event));
}

/** A new event is shown with the open extensions it was made with. */
function madeView(request: GraphRequest, event: StoredEvent): Json {
  const view = wholeView(request, event);
  const { extensions } = view;
  return {
    ...selected(request, view, EVENT_EXPANDABLE),
    ...(Array.isArray(extensions) && extensions.length > 0 ? { extensions } : {}),
  };
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
  return created(madeView(request, event));
}

function listEvents(request: GraphRequest): Answer {
  const events = eventsInAddress(request).toSorted((one, other) => other.createdAt - one.createdAt);
  return pageOf(request, events, (event) => wholeView(request, event), { expandable: EVENT_EXPANDABLE });
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
  const isOnlyAttendees = Object.keys(jsonBody(request)).every(
    (name) => name.toLowerCase() === 'attendees' || name.startsWith('@'),
  );
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
    added: change.added,
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

/** @throws GraphError 412 when `If-Match` names another version than the one that stands. */
export function checkVersion(request: GraphRequest, item: EventItem): void {
  const wanted = request.header('if-match');
  if (wanted !== undefined && wanted !== '*' && wanted !== `W/"${changeKey(item)}"`) {
    throw new GraphError(
      412,
      'ErrorIrresolvableConflict',
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
    );
  }
}
