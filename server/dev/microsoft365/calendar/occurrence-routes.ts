import { calendarInAddress } from './calendar-routes.ts';
import type { EventItem, StoredEvent } from './event.ts';
import { itemSpan, itemsBetween } from './event.ts';
import { READS_BASIC, onCalendars } from './event-paths.ts';
import { EVENT_EXPANDABLE, eventView } from './event-view.ts';
import { defaultEvents, eventsInAddress, findItem } from './item-lookup.ts';
import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { instantParam, pageOf } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';

/** Longest window a calendar view may cover, in milliseconds. */
const LONGEST_VIEW_MS = 1825 * 86_400_000;

/** Occurrences of a series, and the calendar view. */
export function graphOccurrences(router: GraphRouter): void {
  onCalendars(router, 'GET', '/events/{event-id}/instances', instances, READS_BASIC);
  onCalendars(router, 'GET', '/calendarView', (request) => itemsPage(request, viewItems(request)), READS_BASIC);
}

function instances(request: GraphRequest): Answer {
  const { event } = findItem(request);
  const [from, to] = windowOf(request);
  return itemsPage(request, event.recurrence === null ? [] : inOrder(itemsBetween(event, from, to)));
}

/** The window an address asks for, as instants. @throws GraphError 400 when it is missing, backward or too long. */
export function windowOf(request: GraphRequest): [from: number, to: number] {
  const [from, to] = [instantParam(request, 'startDateTime'), instantParam(request, 'endDateTime')];
  if (to < from || to - from > LONGEST_VIEW_MS) {
    throw new GraphError(
      400,
      'ErrorInvalidParameter',
      'The time window is not valid: the end must come after the start, at most 1825 days later.',
    );
  }
  return [from, to];
}

function viewItems(request: GraphRequest): EventItem[] {
  const [from, to] = windowOf(request);
  return itemsOf(shownEvents(request), from, to);
}

/** The events of the calendar that is looked at: the default one unless the address names another. */
export function shownEvents(request: GraphRequest): StoredEvent[] {
  const events = eventsInAddress(request);
  return calendarInAddress(request) === undefined ? defaultEvents(events) : events;
}

/** Every item of some events that touches a window, in order. */
export function itemsOf(events: readonly StoredEvent[], from: number, to: number): EventItem[] {
  return inOrder(events.flatMap((event) => itemsBetween(event, from, to)));
}

function inOrder(items: EventItem[]): EventItem[] {
  return items
    .map((item) => ({ item, start: itemSpan(item.content)[0] }))
    .toSorted((one, other) => one.start - other.start)
    .map(({ item }) => item);
}

function itemsPage(request: GraphRequest, items: EventItem[]): Answer {
  return pageOf(request, items, (item) => eventView(request, item), { expandable: EVENT_EXPANDABLE });
}

/** The busy stretches of one calendar between two instants, in order, cancelled items left out. */
export function busyItems(events: readonly StoredEvent[], from: number, to: number): EventItem[] {
  return inOrder(
    events
      .flatMap((event) => itemsBetween(event, from, to))
      .filter((item) => !item.content.isCancelled && item.content.showAs !== 'free'),
  );
}
