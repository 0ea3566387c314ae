import type { EventItem, StoredEvent } from './event.ts';
import { itemId, itemKind, itemSpan, itemsBetween } from './event.ts';
import { EVENT_EXPANDABLE, changeKey, eventView, timesView } from './event-view.ts';
import { findItem } from './event-routes.ts';
import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { instantParam, ok, page, preference } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import type { DeltaState } from '../tenant/stored.ts';

/** Longest window a calendar view may cover, in milliseconds. */
const LONGEST_VIEW_MS = 1825 * 86_400_000;

/** Occurrences of a series, the calendar view and what changed in it. */
export function graphOccurrences(router: GraphRouter): void {
  router.mailbox('GET', '/events/{event-id}/instances', (request) => {
    const { event } = findItem(request);
    const [from, to] = windowOf(request);
    return itemsPage(request, event.recurrence === null ? [] : itemsBetween(event, from, to));
  });
  for (const folder of ['/calendarView', '/calendar/calendarView']) {
    router.mailbox('GET', folder, (request) => itemsPage(request, viewItems(request)), {
      delegated: ['Calendars.ReadBasic'],
      application: ['Calendars.ReadBasic'],
    });
  }
  router.mailbox('GET', '/calendarView/delta', calendarDelta);
}

function windowOf(request: GraphRequest): [from: number, to: number] {
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
  return inOrder(request.tenant.eventsOf(request.owner.id).flatMap((event) => itemsBetween(event, from, to)));
}

function inOrder(items: EventItem[]): EventItem[] {
  return items
    .map((item) => ({ item, start: itemSpan(item.content)[0] }))
    .toSorted((one, other) => one.start - other.start)
    .map(({ item }) => item);
}

function itemsPage(request: GraphRequest, items: EventItem[]): Answer {
  return page(
    request,
    items.map((item) => eventView(request, item)),
    { expandable: EVENT_EXPANDABLE },
  );
}

/** First everything in the window, then only what changed; occurrences come as stubs, what went away as removed. */
function calendarDelta(request: GraphRequest): Answer {
  for (const option of ['$select', '$expand', '$filter', '$orderby', '$search']) {
    if (request.query.has(option)) {
      throw new GraphError(
        400,
        'ErrorInvalidUrlQuery',
        `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${option}'.`,
      );
    }
  }
  const state = openState(request) ?? { ...windowState(request), seen: {} };
  const items = inOrder(
    request.tenant.eventsOf(request.owner.id).flatMap((event) => itemsBetween(event, state.from, state.to)),
  );
  const now = Object.fromEntries(items.map((item) => [itemId(item), changeKey(item)]));
  const changed = items.filter((item) => state.seen[itemId(item)] !== changeKey(item));
  const gone = Object.keys(state.seen)
    .filter((id) => now[id] === undefined)
    .map((id) => ({ id, '@removed': { reason: 'deleted' } }));
  const size = Number(preference(request, 'odata.maxpagesize') ?? 50);
  const sent = changed.slice(0, size);
  const seen = {
    ...Object.fromEntries(Object.entries(state.seen).filter(([id]) => now[id] !== undefined)),
    ...Object.fromEntries(sent.map((item) => [itemId(item), changeKey(item)])),
  };
  const token = freshGuid();
  request.tenant.deltas.set(token, { ...state, seen });
  const isLast = sent.length === changed.length;
  const link = `${request.graphBase}${request.path}?${isLast ? '$deltatoken' : '$skiptoken'}=${token}`;
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#Collection(event)`,
    [isLast ? '@odata.deltaLink' : '@odata.nextLink']: link,
    value: [...sent.flatMap((item) => deltaView(request, item)), ...(isLast ? gone : [])],
  });
}

function windowState(request: GraphRequest): { from: number; to: number } {
  const [from, to] = windowOf(request);
  return { from, to };
}

function openState(request: GraphRequest): DeltaState | null {
  const token = request.query.get('$deltatoken') ?? request.query.get('$skiptoken');
  if (token === null) {
    return null;
  }
  const state = request.tenant.deltas.get(token);
  if (state === undefined) {
    throw new GraphError(410, 'SyncStateNotFound', 'The sync state generation is not found; start again.');
  }
  return state;
}

function deltaView(request: GraphRequest, item: EventItem): Json[] {
  if (itemKind(item) !== 'occurrence') {
    return [{ '@odata.type': '#microsoft.graph.event', ...eventView(request, item) }];
  }
  return [
    {
      '@odata.type': '#microsoft.graph.event',
      '@odata.etag': `W/"${changeKey(item)}"`,
      id: itemId(item),
      seriesMasterId: item.event.id,
      type: 'occurrence',
      ...timesView(request, item),
    },
  ];
}

/** The busy stretches of one calendar between two instants, in order, cancelled items left out. */
export function busyItems(events: readonly StoredEvent[], from: number, to: number): EventItem[] {
  return inOrder(
    events
      .flatMap((event) => itemsBetween(event, from, to))
      .filter((item) => !item.content.isCancelled && item.content.showAs !== 'free'),
  );
}
