import { GraphError } from '../graph/error.ts';
import { readPath } from '../graph/odata-value.ts';
import { unsupportedQuery } from '../graph/query-fault.ts';
import type { GraphRequest, Json } from '../graph/request.ts';
import { queryOptions } from '../graph/request.ts';

/** Operators Entra only answers from its other index, which has to be asked for in words. */
const ADVANCED = ['ne', 'not', 'endswith', '$count'];
const PLAIN_ORDER = new Set(['displayname', 'userprincipalname', 'createddatetime']);
const MOST_ALTERNATIVES = 15;
/** What `$search` looks into. */
const SEARCHED = new Set(['displayname', 'mail', 'userprincipalname', 'givenname', 'surname', 'othermails']);

/**
 * Refuses what Entra's directory refuses to answer about people.
 * @throws GraphError 400 `Request_UnsupportedQuery` for an advanced query without `ConsistencyLevel: eventual` (and, but for
 * `$search`, `$count=true`), for `contains`, and for more than fifteen alternatives.
 */
export function checkPeopleQuery(request: GraphRequest): void {
  const { search, count, filter, orderBy, expand } = queryOptions(request);
  const isEventual = request.header('consistencylevel')?.toLowerCase() === 'eventual';
  if (search !== null && !isEventual) {
    throw unsupportedQuery(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  if (count && !isEventual) {
    throw unsupportedQuery(
      "Request with $count query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const isAdvanced = isEventual && (count || request.path.endsWith('/$count'));
  if (filter?.uses.has('contains') === true || filter?.uses.has('substringof') === true) {
    throw unsupportedQuery(
      'Unsupported or invalid query filter clause specified: contains is not offered for this resource.',
    );
  }
  if (filter !== null && !isAdvanced && ADVANCED.some((one) => filter.uses.has(one))) {
    throw unsupportedQuery('Unsupported Query.');
  }
  if (filter !== null && filter.alternatives > MOST_ALTERNATIVES) {
    throw unsupportedQuery(
      `Too many child clauses specified in search filter expression containing 'OR' operators: ${String(filter.alternatives)}. Max allowed: ${String(MOST_ALTERNATIVES)}.`,
    );
  }
  const sortsPlainly = filter === null && orderBy.every(({ path }) => PLAIN_ORDER.has(path.toLowerCase()));
  if (orderBy.length > 0 && !sortsPlainly && !isAdvanced) {
    throw unsupportedQuery('Sorting not supported for current query.');
  }
  if ([...expand.values()].some((one) => one.levels > 1) && !isEventual) {
    throw unsupportedQuery("The query option '$levels' needs the header 'ConsistencyLevel: eventual'.");
  }
}

/**
 * Finds people by `$search`: quoted `"property:words"` joined by `AND` and `OR`, each word the beginning of a word.
 * @throws GraphError 400 when it is not written so.
 */
export function searchPeople(words: string, people: Json[]): Json[] {
  const alternatives = words
    .trim()
    .split(/\s+OR\s+/)
    .map((one) => one.split(/\s+AND\s+/).map(clause));
  return people.filter((person) => alternatives.some((all) => all.every((fits) => fits(person))));
}

function clause(text: string): (person: Json) => boolean {
  const found = /^\(?"([A-Za-z]+):([^"]*)"\)?$/.exec(text.trim());
  const [property, wanted] = [found?.[1]?.toLowerCase() ?? '', (found?.[2] ?? '').trim().toLowerCase()];
  if (wanted === '' || !SEARCHED.has(property)) {
    throw new GraphError(
      400,
      'Request_BadRequest',
      `Unrecognized query argument specified: '${text.slice(0, 100)}'. A $search clause is written as "property:value" in double quotes.`,
    );
  }
  const parts = wanted.split(/\s+/);
  return (person) => {
    const value = readPath(person, property);
    const text = (Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '').toLowerCase();
    const begins = property === 'displayname' ? wordsOf(text) : [text];
    return property === 'displayname'
      ? parts.every((part) => begins.some((one) => one.startsWith(part)))
      : begins.some((one) => one.startsWith(wanted));
  };
}

/** The words a name is searched by; accents may be left out. */
function wordsOf(name: string): string[] {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return [name, plain].flatMap((one) => [one, ...one.split(/[\s\-'’.]+/)]);
}
