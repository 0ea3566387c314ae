import { touchItem } from './attachment-routes.ts';
import type { EventItem } from './event.ts';
import { withException } from './event.ts';
import { READS, WRITES, onCalendars } from './event-paths.ts';
import { extensionData, extensionInput, extensionName, extensionView } from './extension.ts';
import { findItem } from './item-lookup.ts';
import { GraphError, badRequest, itemNotFound } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, page, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';

/** Open extensions of one event: an application's own data on one copy of it, never sent to anybody else. */
export function graphExtensions(router: GraphRouter): void {
  const path = '/events/{event-id}/extensions';
  onCalendars(router, 'GET', path, (request) => page(request, views(findItem(request))), READS);
  onCalendars(router, 'POST', path, addExtension, WRITES);
  onCalendars(router, 'GET', `${path}/{extension-id}`, (request) => ok(selected(request, found(request).view)), READS);
  onCalendars(router, 'PATCH', `${path}/{extension-id}`, changeExtension, WRITES);
  onCalendars(router, 'DELETE', `${path}/{extension-id}`, removeExtension, WRITES);
}

function views({ content }: EventItem): Json[] {
  return Object.entries(content.extensions ?? {}).map(([name, data]) => extensionView(name, data));
}

function found(request: GraphRequest): { item: EventItem; name: string; data: Json; view: Json } {
  const item = findItem(request);
  const wanted = extensionName(param(request, 'extension-id')).toLowerCase();
  const entry = Object.entries(item.content.extensions ?? {}).find(([name]) => name.toLowerCase() === wanted);
  if (entry === undefined) {
    throw itemNotFound();
  }
  return { item, name: entry[0], data: entry[1], view: extensionView(...entry) };
}

function addExtension(request: GraphRequest): Answer {
  const item = findItem(request);
  const [name, data] = extensionInput(jsonBody(request));
  if (Object.keys(item.content.extensions ?? {}).some((one) => one.toLowerCase() === name.toLowerCase())) {
    throw new GraphError(409, 'ErrorItemExists', `An extension named '${name}' is there already.`);
  }
  keep(request, item, { ...item.content.extensions, [name]: data });
  return created(extensionView(name, data));
}

/** What is named changes, what is null goes, the rest stays. */
function changeExtension(request: GraphRequest): Answer {
  const { item, name, data } = found(request);
  const body = jsonBody(request);
  const asked = body['extensionName'];
  if (asked !== undefined && asked !== name) {
    throw badRequest('The name of an extension cannot be changed.', 'ErrorInvalidProperty');
  }
  const changed = Object.fromEntries(
    Object.entries({ ...data, ...extensionData(body) }).filter(([, value]) => value !== null),
  );
  keep(request, item, { ...item.content.extensions, [name]: changed });
  return ok(extensionView(name, changed));
}

function removeExtension(request: GraphRequest): Answer {
  const { item, name } = found(request);
  keep(
    request,
    item,
    Object.fromEntries(Object.entries(item.content.extensions ?? {}).filter(([one]) => one !== name)),
  );
  return noContent();
}

function keep(request: GraphRequest, { event, date, content }: EventItem, extensions: Record<string, Json>): void {
  const kept = date === null ? { ...event, extensions } : withException(event, date, { extensions });
  touchItem(request, { event: kept, date, content });
}
