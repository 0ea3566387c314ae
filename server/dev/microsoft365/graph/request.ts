import { badRequest } from './error.ts';
import { ianaZone } from '../calendar/local-time.ts';
import type { EntityShape } from './entity-shape.ts';
import { readPath } from './odata-value.ts';
import { readOptions } from './query-options.ts';
import type { QueryOptions } from './query-options.ts';
import { cutPage } from './query-page.ts';
import type { PageRules } from './query-page.ts';
import { pickedItem } from './query-result.ts';
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
  /** The type the operation answers with, for a collection that of each item; null when nothing is known of it. */
  shape: EntityShape | null;
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

const options = new WeakMap<URLSearchParams, { shape: EntityShape | null; read: QueryOptions }>();

/** The query options of a request, read once. @throws GraphError 400 for what Graph would not take. */
export function queryOptions(request: GraphRequest): QueryOptions {
  const known = options.get(request.query);
  if (known?.shape === request.shape) {
    return known.read;
  }
  const read = readOptions(request.query, request.shape);
  options.set(request.query, { shape: request.shape, read });
  return read;
}

/**
 * An item with only what `$select` asks for, or the `usual` names (in lower case) when it asks for nothing;
 * what Graph only sends on `$expand` is left out unless asked for.
 */
export function selected(
  request: GraphRequest,
  item: Json,
  expandable: readonly string[] = [],
  usual: ReadonlySet<string> | null = null,
): Json {
  const asked = queryOptions(request);
  return pickedItem(item, { ...asked, select: asked.select ?? usual }, expandable);
}

/** A page of a collection: filtered, ordered, counted, cut and with the address of the next page. @throws GraphError 400 for a query it cannot read. */
export function page(
  request: GraphRequest,
  all: readonly Json[],
  rules: PageRules & { context?: string } = {},
): Answer {
  return pageOf(request, all, (item) => item, rules);
}

/** The same of items that are only turned into what Graph sends when they are on the page, or the query asks about them. */
export function pageOf<Item>(
  request: GraphRequest,
  all: readonly Item[],
  view: (item: Item) => Json,
  rules: PageRules<Item> & { context?: string } = {},
): Answer {
  const asked = queryOptions(request);
  const { value, total, next } = cutPage(all, view, asked, preferredPageSize(request), rules);
  const following = new URLSearchParams(request.query);
  for (const [name, text] of Object.entries(next ?? {})) {
    following.set(name, text);
  }
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#${rules.context ?? request.path.slice(1)}`,
    ...(asked.count ? { '@odata.count': total } : {}),
    ...(next === null ? {} : { '@odata.nextLink': `${request.graphBase}${request.path}?${following.toString()}` }),
    value,
  });
}

/** How many items of a collection a query is about, as plain text. */
export function countOf<Item>(
  request: GraphRequest,
  all: readonly Item[],
  view: (item: Item) => Json,
  rules: PageRules<Item> = {},
): Answer {
  const { total } = cutPage(all, view, queryOptions(request), null, rules);
  return { status: 200, raw: { contentType: 'text/plain', bytes: Buffer.from(String(total)) } };
}

/** A page size that is no number is no wish at all, as with any preference that is not understood. */
function preferredPageSize(request: GraphRequest): number | null {
  const asked = preference(request, 'odata.maxpagesize') ?? preference(request, 'maxpagesize');
  return asked !== null && /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null;
}
