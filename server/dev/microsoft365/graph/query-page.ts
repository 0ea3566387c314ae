import { GraphError, badRequest } from './error.ts';
import type { QueryOptions } from './query-options.ts';
import { unsupportedQuery } from './query-fault.ts';
import { ordered, pickedItem } from './query-result.ts';

type Json = Record<string, unknown>;

/** A lesser form of an item, quickly made, for looking at many of which few are sent. */
export interface Probe<Item> {
  /** The properties it has, in lower case. */
  names: ReadonlySet<string>;
  view: (item: Item) => Json;
  /** Whether `$search` finds all it looks at there. */
  isSearched: boolean;
}

/** How a collection is cut into pages. */
export interface PageRules<Item = Json> {
  /** Enough of an item for queries about these properties alone. */
  probe?: Probe<Item>;
  /** Items on a page unless `$top` or a preference says otherwise. */
  pageSize?: number;
  /** By `$skip`, as Outlook does, or by a token nobody can make up, as Entra and every `$search` do. */
  paging?: 'skip' | 'token';
  /** The most items a page may hold; Outlook and Entra differ. */
  largest?: number;
  expandable?: readonly string[];
  /** Names in lower case that are sent when there is no `$select`; without it, all. */
  usual?: ReadonlySet<string>;
  /** Finds what `$search` asks for; without it the collection cannot be searched. */
  search?: (words: string, items: Json[]) => Json[];
}

/** A page of items, how many there are in all, and what to change in the query to get the next one. */
export interface Page {
  value: Json[];
  total: number;
  next: Record<string, string> | null;
}

const OUTLOOK_DEFAULT = 10;
const OUTLOOK_LARGEST = 1000;
const DIRECTORY_LARGEST = 999;

/**
 * One page: searched, filtered, ordered, cut and picked. Items are only turned into what Graph sends when they must be.
 * @throws GraphError 400 for a page size, token or search that is not taken.
 */
export function cutPage<Item>(
  items: readonly Item[],
  view: (item: Item) => Json,
  options: QueryOptions,
  preferredSize: number | null,
  rules: PageRules<Item>,
): Page {
  const byToken = rules.paging === 'token';
  if (byToken && options.skip > 0) {
    throw new GraphError(400, 'Request_BadRequest', "'$skip' is not supported by the service.");
  }
  const size = pageSize(options.top, preferredSize, rules);
  const from = byToken ? openToken(options.skipToken) : options.skip;
  const { search, filter, orderBy } = options;
  const wanted = { ...options, select: options.select ?? rules.usual ?? null };
  const picked = (item: Json) => pickedItem(item, wanted, rules.expandable ?? []);
  const next = (total: number) =>
    from + size < total ? nextQuery(from + size, size, byToken, options, preferredSize) : null;
  if (search === null && filter === null && orderBy.length === 0) {
    const value = items.slice(from, from + size).map((item) => picked(view(item)));
    return { value, total: items.length, next: next(items.length) };
  }
  const look = probeFor(options, rules)?.view ?? view;
  const rows = new Map(items.map((item) => [look(item), item] as const));
  const all = [...rows.keys()];
  const found = search === null ? all : searched(search, all, rules);
  const matching = filter === null ? found : found.filter((item) => filter.matches(item));
  const value = ordered(matching, orderBy)
    .slice(from, from + size)
    .map((row) => {
      const item = rows.get(row);
      return picked(look === view || item === undefined ? row : view(item));
    });
  return { value, total: matching.length, next: next(matching.length) };
}

/** The lesser form, when the query asks about nothing it lacks. */
function probeFor<Item>(
  { search, filter, orderBy }: QueryOptions,
  { probe }: PageRules<Item>,
): Probe<Item> | undefined {
  const asked = [...(filter?.paths ?? []), ...orderBy.map(({ path }) => path.toLowerCase())];
  const has = (path: string) => probe?.names.has(path.split('/')[0] ?? '') === true;
  return (search === null || probe?.isSearched === true) && asked.every(has) ? probe : undefined;
}

function searched(words: string, all: Json[], { search }: Pick<PageRules, 'search'>): Json[] {
  if (search === undefined) {
    throw badRequest("The query parameter '$search' is not supported for this resource.", 'ErrorInvalidUrlQuery');
  }
  return search(words, all);
}

function pageSize(
  top: number | null,
  preferred: number | null,
  rules: Pick<PageRules, 'pageSize' | 'paging' | 'largest'>,
): number {
  const largest = rules.largest ?? (rules.paging === 'token' ? DIRECTORY_LARGEST : OUTLOOK_LARGEST);
  if (top !== null && (top < 1 || top > largest)) {
    throw rules.paging === 'token'
      ? unsupportedQuery(
          `Invalid page size specified: '${String(top)}'. Must be between 1 and ${String(largest)} inclusive.`,
        )
      : badRequest(
          `The query specified in the URI is not valid. The limit of '${String(largest)}' for Top query has been exceeded. The value from the incoming request is '${String(top)}'.`,
          'ErrorInvalidParameter',
        );
  }
  const usual = preferred === null ? (rules.pageSize ?? OUTLOOK_DEFAULT) : Math.min(preferred, largest);
  return top === null ? usual : preferred === null ? top : Math.min(top, preferred);
}

function nextQuery(
  from: number,
  size: number,
  byToken: boolean,
  { top }: QueryOptions,
  preferred: number | null,
): Record<string, string> {
  const cut = top === null && preferred === null ? {} : { $top: String(size) };
  return byToken ? { ...cut, $skiptoken: tokenFor(from) } : { ...cut, $skip: String(from) };
}

function tokenFor(from: number): string {
  return `RFNwdAIAAQ${Buffer.from(`page from ${String(from)}`).toString('base64url')}`;
}

function openToken(token: string | null): number {
  if (token === null) {
    return 0;
  }
  const found = /^page from (\d{1,9})$/.exec(Buffer.from(token.replace('RFNwdAIAAQ', ''), 'base64url').toString());
  if (found === null) {
    throw new GraphError(
      400,
      'Directory_ExpiredPageToken',
      'The specified page token value has expired and can no longer be included in your request.',
    );
  }
  return Number(found[1]);
}
