import { calendarInAddress } from './calendar-routes.ts';
import type { EventItem, StoredEvent } from './event.ts';
import { occurrenceItem, wholeItem } from './event.ts';
import { readId } from './item-id.ts';
import { itemNotFound } from '../graph/error.ts';
import type { GraphRequest } from '../graph/request.ts';
import { param } from '../graph/request.ts';
import { openOccurrenceId } from '../tenant/identifiers.ts';

/** The item an id in the address names, in the owner's calendar. @throws GraphError 400 for what is no id, 404 when there is none. */
export function findItem(request: GraphRequest): EventItem {
  const id = readId(param(request, 'event-id'));
  const opened = openOccurrenceId(id);
  const event = request.tenant.events.get(opened?.masterId ?? id);
  const item =
    event === undefined || !isReachable(request, event)
      ? null
      : opened === null
        ? wholeItem(event)
        : occurrenceItem(event, opened.date);
  if (item === null) {
    throw itemNotFound();
  }
  return item;
}

function isReachable(request: GraphRequest, event: StoredEvent): boolean {
  const calendarId = calendarInAddress(request);
  return event.mailbox === request.owner.id && (calendarId === undefined || (event.calendarId ?? null) === calendarId);
}

/** The events of the calendar an address names; those of the whole mailbox when it names none. */
export function eventsInAddress(request: GraphRequest): StoredEvent[] {
  const calendarId = calendarInAddress(request);
  const events = request.tenant.eventsOf(request.owner.id);
  return calendarId === undefined ? events : events.filter((one) => (one.calendarId ?? null) === calendarId);
}

/** The events of a person's default calendar: those others see as free or busy. */
export function defaultEvents(events: readonly StoredEvent[]): StoredEvent[] {
  return events.filter((one) => (one.calendarId ?? null) === null);
}
