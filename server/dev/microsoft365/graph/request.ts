import { GraphError, badRequest } from './error.ts';
import { ianaZone } from '../calendar/local-time.ts';
import { parseFilter, readPath } from './odata-filter.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

/** Who a Graph token speaks for: a person through an application, or an application by itself. */
export interface Caller {
  person: DirectoryPerson | null;
  appId: string;
  /** Delegated scopes, or application roles. */
  permissions: ReadonlySet<string>;
}

/** A request to Graph after its address was matched and its token checked. */
export interface GraphRequest {
  tenant: Tenant;
  method: string;
  /** Address below `/v1.0`, without the query. */
  path: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  header: (name: string) => string | undefined;
  body: unknown;
  caller: Caller;
  /** Whose mailbox or profile `/me` or `/users/{id}` names. */
  owner: DirectoryPerson;
  graphBase: string;
}

/** What Graph answers: JSON in `body`, or bytes in `raw`. */
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  raw?: { contentType: string; bytes: Buffer };
}

export type Json = Record<string, unknown>;

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export function noContent(): Answer {
  return { status: 204 };
}

export function accepted(): Answer {
  return { status: 202 };
}

export function param(request: GraphRequest, name: string): string {
  return request.params[name] ?? '';
}

/** The body as a JSON object. @throws GraphError 400 when it is something else. */
export function jsonBody(request: GraphRequest): Json {
  if (typeof request.body !== 'object' || request.body === null || Array.isArray(request.body)) {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
      'BadRequest',
    );
  }
  return request.body as Json;
}

/** One value of a body, found whatever the case of its name, as Graph binds action parameters. */
export function bodyValue(body: unknown, name: string): unknown {
  return readPath(body, name);
}

/** Some text of a body, or undefined when there is none or it is something else. */
export function textValue(body: unknown, path: string): string | undefined {
  const value = readPath(body, path);
  return typeof value === 'string' ? value : undefined;
}

/** One preference of the `Prefer` header, such as `outlook.timezone`, without quotes. */
export function preference(request: GraphRequest, name: string): string | null {
  const pattern = new RegExp(String.raw`(?:^|[,;\s])${name.replaceAll('.', String.raw`\.`)}\s*=\s*"?([^",;]+)"?`, 'i');
  return pattern.exec(request.header('prefer') ?? '')?.[1]?.trim() ?? null;
}

/** The zone (IANA) and its name as asked in which answers show times; UTC when the caller asks for none. @throws GraphError 400 for an unknown zone. */
export function answerZone(request: GraphRequest): { zone: string; name: string } {
  const asked = preference(request, 'outlook.timezone');
  if (asked === null) {
    return { zone: 'UTC', name: 'UTC' };
  }
  return { zone: knownZone(asked), name: asked };
}

/** @throws GraphError 400 when nobody knows the zone. */
export function knownZone(name: string): string {
  const zone = ianaZone(name);
  if (zone === null) {
    throw badRequest(
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
      'TimeZoneNotSupportedException',
    );
  }
  return zone;
}

/** An instant from a query parameter with its own offset, UTC if none. @throws GraphError 400 when missing or malformed. */
export function instantParam(request: GraphRequest, name: string): number {
  const text = request.query.get(name);
  if (text === null || text === '') {
    throw badRequest(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
      'ErrorInvalidParameter',
    );
  }
  const written = text.replace(' ', '+');
  const instant = Date.parse(
    /(Z|[+-]\d{2}:\d{2})$/i.test(written) ? written : `${written.includes('T') ? written : `${written}T00:00:00`}Z`,
  );
  if (Number.isNaN(instant)) {
    throw badRequest(`The value '${text}' of parameter '${name}' is invalid.`, 'ErrorInvalidParameter');
  }
  return instant;
}

const EXTENDED = 'singleValueExtendedProperties';
const ALWAYS_SENT = ['@odata.type', '@odata.etag', '@odata.context', 'id'];

/** An item with only what `$select` asks for; what Graph only sends on `$expand` is left out unless asked for. */
export function selected(request: GraphRequest, item: Json, expandable: readonly string[] = []): Json {
  const expanded = expandedNames(request);
  const wanted = request.query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim().toLowerCase());
  const isSent = (name: string): boolean => {
    if (name === EXTENDED) {
      return expanded.has(EXTENDED.toLowerCase());
    }
    if (expandable.includes(name)) {
      return expanded.has(name.toLowerCase()) || wanted?.includes(name.toLowerCase()) === true;
    }
    return wanted === undefined || ALWAYS_SENT.includes(name) || wanted.includes(name.toLowerCase());
  };
  const sent = Object.fromEntries(Object.entries(item).filter(([name]) => isSent(name)));
  return sent[EXTENDED] === undefined ? sent : { ...sent, [EXTENDED]: expandedProperties(request, sent[EXTENDED]) };
}

/** Of the extended properties, those whose ids the `$expand` names. */
function expandedProperties(request: GraphRequest, properties: unknown): unknown {
  const ids = expandedPropertyIds(request);
  return Array.isArray(properties) ? properties.filter((one: unknown) => ids.includes(textValue(one, 'id') ?? '')) : [];
}

function expandedNames(request: GraphRequest): Set<string> {
  const names = (request.query.get('$expand') ?? '').replaceAll(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '').split(',');
  return new Set(names.map((name) => name.trim().toLowerCase()));
}

function expandedPropertyIds(request: GraphRequest): string[] {
  const inner =
    /singleValueExtendedProperties\s*\(\s*\$filter\s*=\s*(.*)\)/i.exec(request.query.get('$expand') ?? '')?.[1] ?? '';
  return [...inner.matchAll(/id\s+eq\s+'((?:[^']|'')*)'/gi)].map((found) => (found[1] ?? '').replaceAll("''", "'"));
}

/** A page of a collection: filtered, ordered, counted, cut and with the address of the next page. @throws GraphError 400 for a query it cannot read. */
export function page(
  request: GraphRequest,
  all: Json[],
  options: { pageSize?: number; expandable?: readonly string[]; context?: string } = {},
): Answer {
  const { query } = request;
  const filter = query.get('$filter');
  const matching = filter === null ? all : all.filter(parseFilter(filter));
  const ordered = orderBy(matching, query.get('$orderby'));
  const top =
    wholeNumber(query.get('$top'), '$top') ??
    wholeNumber(preference(request, 'odata.maxpagesize'), 'odata.maxpagesize') ??
    options.pageSize ??
    10;
  const skip = wholeNumber(query.get('$skip'), '$skip') ?? 0;
  if (top < 1 || top > 1000) {
    throw badRequest(
      "The query specified in the URI is not valid. The limit of '1000' for Top query has been exceeded.",
      'ErrorInvalidParameter',
    );
  }
  const value = ordered.slice(skip, skip + top).map((item) => selected(request, item, options.expandable));
  const next = new URLSearchParams(query);
  next.set('$skip', String(skip + top));
  next.set('$top', String(top));
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#${options.context ?? request.path.slice(1)}`,
    ...(query.get('$count') === 'true' ? { '@odata.count': matching.length } : {}),
    ...(skip + top < ordered.length
      ? { '@odata.nextLink': `${request.graphBase}${request.path}?${next.toString()}` }
      : {}),
    value,
  });
}

function orderBy(items: Json[], asked: string | null): Json[] {
  if (asked === null || asked.trim() === '') {
    return items;
  }
  const keys = asked.split(',').map((part) => {
    const [path = '', direction] = part.trim().split(/\s+/);
    return { path, sign: direction?.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return items.toSorted((one, other) => {
    for (const { path, sign } of keys) {
      const [left, right] = [
        JSON.stringify(readPath(one, path) ?? null),
        JSON.stringify(readPath(other, path) ?? null),
      ];
      const difference = left.localeCompare(right, 'en', { numeric: true });
      if (difference !== 0) {
        return sign * difference;
      }
    }
    return 0;
  });
}

function wholeNumber(text: string | null, name: string): number | null {
  if (text === null) {
    return null;
  }
  if (!/^\d+$/.test(text)) {
    throw new GraphError(400, 'BadRequest', `Invalid value '${text}' for ${name} query option found.`);
  }
  return Number(text);
}
