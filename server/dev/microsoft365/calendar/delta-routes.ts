import type { EventItem, StoredEvent } from './event.ts';
import { itemId, itemKind, itemSpan, itemsBetween, wholeItem } from './event.ts';
import { READS, onCalendars } from './event-paths.ts';
import { EVENT_EXPANDABLE, changeKey, eventView, timesView } from './event-view.ts';
import { sentId } from './item-id.ts';
import { itemsOf, shownEvents, windowOf } from './occurrence-routes.ts';
import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { ok, preference, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshGuid, openOccurrenceId } from '../tenant/identifiers.ts';
import type { DeltaState } from '../tenant/stored.ts';

const USUAL_PAGE = 50;
const MOST_ON_PAGE = 1000;
/** Readers that may stand somewhere in a calendar; the oldest are told to begin again. */
const MOST_READERS = 20_000;

/** What changed in a calendar view since a reader last asked. */
export function graphDelta(router: GraphRouter): void {
  onCalendars(router, 'GET', '/calendarView/delta', calendarDelta, READS);
}

/**
 * First everything in the window, then only what changed: single events, masters and changed occurrences in full, other
 * occurrences as stubs, and what went away as removed. One occurrence taken out of a series shows only in its master.
 */
function calendarDelta(request: GraphRequest): Answer {
  refuseOptions(request);
  const state = openState(request) ?? beginning(request);
  const events = shownEvents(request);
  const items = [...mastersOf(events, state), ...itemsOf(events, state.from, state.to)];
  const now = new Map(items.map((item) => [itemId(item), version(item)]));
  const changed = items.filter((item) => state.seen[itemId(item)] !== version(item));
  const sent = changed.slice(0, pageSize(request));
  const isLast = sent.length === changed.length;
  const gone = isLast ? Object.keys(state.seen).filter((id) => !now.has(id)) : [];
  const seen = {
    ...Object.fromEntries(Object.entries(state.seen).filter(([id]) => !gone.includes(id))),
    ...Object.fromEntries(sent.map((item) => [itemId(item), version(item)])),
  };
  const token = remember(request, { ...state, seen });
  const link = `${request.graphBase}${request.path}?${isLast ? '$deltatoken' : '$skiptoken'}=${token}`;
  const standing = new Set(events.map(({ id }) => id));
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#Collection(event)`,
    [isLast ? '@odata.deltaLink' : '@odata.nextLink']: link,
    value: [
      ...sent.map((item) => deltaView(request, item)),
      ...gone
        .filter((id) => !standing.has(openOccurrenceId(id)?.masterId ?? ''))
        .map((id) => ({
          '@odata.type': '#microsoft.graph.event',
          id: sentId(request, id),
          '@removed': { reason: 'deleted' },
        })),
    ],
  });
}

function refuseOptions(request: GraphRequest): void {
  for (const option of ['$select', '$expand', '$filter', '$orderby', '$search']) {
    if (request.query.has(option)) {
      throw new GraphError(
        400,
        'ErrorInvalidUrlQuery',
        `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${option}'.`,
      );
    }
  }
}

function beginning(request: GraphRequest): DeltaState {
  const [from, to] = windowOf(request);
  return { from, to, seen: {} };
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

function remember({ tenant }: GraphRequest, state: DeltaState): string {
  const oldest = tenant.deltas.keys().next().value;
  if (tenant.deltas.size >= MOST_READERS && oldest !== undefined) {
    tenant.deltas.delete(oldest);
  }
  const token = freshGuid();
  tenant.deltas.set(token, state);
  return token;
}

function pageSize(request: GraphRequest): number {
  const asked = preference(request, 'odata.maxpagesize') ?? '';
  return /^[1-9]\d*$/.test(asked) ? Math.min(Number(asked), MOST_ON_PAGE) : USUAL_PAGE;
}

/** Masters with something in the window, and those that were sent before. */
function mastersOf(events: readonly StoredEvent[], { from, to, seen }: DeltaState): EventItem[] {
  return events
    .filter(
      (event) =>
        event.recurrence !== null && (seen[event.id] !== undefined || itemsBetween(event, from, to).length > 0),
    )
    .map(wholeItem);
}

/** What makes an item worth sending again; a plain occurrence is sent again only when it falls at another time. */
function version(item: EventItem): string {
  return itemKind(item) === 'occurrence'
    ? itemSpan(item.content).join(' ')
    : `${String(item.content.changeNumber)} ${itemSpan(item.content).join(' ')}`;
}

function deltaView(request: GraphRequest, item: EventItem): Json {
  if (itemKind(item) !== 'occurrence') {
    return {
      '@odata.type': '#microsoft.graph.event',
      ...selected(request, eventView(request, item), EVENT_EXPANDABLE),
    };
  }
  return {
    '@odata.type': '#microsoft.graph.event',
    '@odata.etag': `W/"${changeKey(item)}"`,
    id: sentId(request, itemId(item)),
    seriesMasterId: sentId(request, item.event.id),
    type: 'occurrence',
    ...timesView(request, item),
  };
}
