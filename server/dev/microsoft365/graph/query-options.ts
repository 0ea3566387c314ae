import type { EntityShape } from './entity-shape.ts';
import { parseFilter } from './odata-filter.ts';
import type { Filter } from './odata-filter.ts';
import { lookUp } from './odata-types.ts';
import { noSuchProperty, queryFault } from './query-fault.ts';
import { splitOutside } from './split-outside.ts';

/** One key of an `$orderby`. */
export interface OrderKey {
  path: string;
  descending: boolean;
}

/** What a request, or one `$expand` inside it, asks of what it gets. */
export interface QueryOptions {
  /** Names of `$select` in lower case; null when everything is wanted. */
  select: ReadonlySet<string> | null;
  /** What `$expand` asks for, by name in lower case. */
  expand: ReadonlyMap<string, QueryOptions>;
  filter: Filter | null;
  orderBy: readonly OrderKey[];
  top: number | null;
  skip: number;
  count: boolean;
  search: string | null;
  skipToken: string | null;
  /** How many steps up or down an `$expand` goes; `max` is a thousand. */
  levels: number;
}

/** Options Graph knows; any other name that begins with `$` is refused. */
const KNOWN = new Set([
  '$select',
  '$expand',
  '$filter',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$search',
  '$skiptoken',
  '$deltatoken',
  '$levels',
  '$format',
]);
const DEEPEST_EXPAND = 4;
const MOST_LEVELS = 1000;
const LONGEST = 16_384;

/**
 * Reads the query options of a request.
 * @throws GraphError 400 for an option, a name or a value Graph would not take.
 */
export function readOptions(query: Iterable<[string, string]>, shape: EntityShape | null, depth = 0): QueryOptions {
  const given = new Map<string, string>();
  for (const [name, value] of query) {
    const option = name.toLowerCase();
    if (option.startsWith('$')) {
      if (!KNOWN.has(option)) {
        throw queryFault(shape, 'select', `The query parameter '${name.slice(0, 100)}' is not supported.`);
      }
      if (given.has(option)) {
        throw queryFault(
          shape,
          'select',
          `Query option '${option}' was specified more than once, but it must be specified at most once.`,
        );
      }
      given.set(option, value);
    }
  }
  const filter = given.get('$filter')?.trim();
  return {
    select: readSelect(given.get('$select'), shape),
    expand: readExpand(given.get('$expand'), shape, depth),
    filter: filter === undefined || filter === '' ? null : parseFilter(filter, shape),
    orderBy: readOrderBy(given.get('$orderby'), shape),
    top: wholeNumber(given.get('$top'), '$top', shape),
    skip: wholeNumber(given.get('$skip'), '$skip', shape) ?? 0,
    count: readCount(given.get('$count'), shape),
    search: given.get('$search') ?? null,
    skipToken: given.get('$skiptoken') ?? null,
    levels: readLevels(given.get('$levels'), shape),
  };
}

function readSelect(text: string | undefined, shape: EntityShape | null): ReadonlySet<string> | null {
  if (text === undefined || text.trim() === '') {
    return null;
  }
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('*')) {
    return null;
  }
  for (const name of names) {
    if (name === '') {
      throw queryFault(
        shape,
        'select',
        `Syntax error: character ',' is not valid at this place in '${text.slice(0, 200)}'.`,
      );
    }
    if (isPlain(name)) {
      const { complaint } = lookUp(name.split('/'), shape);
      if (complaint !== null) {
        throw queryFault(shape, 'select', complaint);
      }
    }
  }
  return new Set(names.map((name) => plainName(name).split('/')[0]?.toLowerCase() ?? ''));
}

/** A name without the special type it may be written with, as in `microsoft.graph.fileAttachment/contentId`. */
function plainName(name: string): string {
  return name.replace(/^microsoft\.graph\.\w+\//i, '');
}

function isPlain(name: string): boolean {
  return !name.startsWith('@') && plainName(name) === name;
}

function readExpand(
  text: string | undefined,
  shape: EntityShape | null,
  depth: number,
): ReadonlyMap<string, QueryOptions> {
  if (text === undefined || text.trim() === '') {
    return new Map();
  }
  if (depth >= DEEPEST_EXPAND || text.length > LONGEST) {
    throw queryFault(
      shape,
      'select',
      `The request includes an $expand that is deeper than ${String(DEEPEST_EXPAND)} levels or too long.`,
    );
  }
  const expanded = new Map<string, QueryOptions>();
  for (const part of splitOutside(text, ',')) {
    const [, written = '', inner = ''] = /^\s*([^()\s]+)\s*(?:\(([\s\S]*)\))?\s*$/.exec(part) ?? [];
    if (written === '') {
      throw queryFault(shape, 'select', 'Found an unbalanced bracket expression.');
    }
    const name = plainName(written).split('/')[0] ?? '';
    const options = splitOutside(inner, ';').filter((one) => one.trim() !== '');
    const pairs = options.map((one): [string, string] => {
      const at = one.indexOf('=');
      return at === -1 ? [`$${one.trim()}`, ''] : [one.slice(0, at).trim(), one.slice(at + 1).trim()];
    });
    expanded.set(name.toLowerCase(), readOptions(pairs, navigated(name, written, shape), depth + 1));
  }
  return expanded;
}

/** The type an `$expand` goes to. @throws GraphError 400 when the name is no way to anywhere. */
function navigated(name: string, written: string, shape: EntityShape | null): EntityShape | null {
  if (shape === null || name !== written || name === '*') {
    return null;
  }
  const property = shape.property(name);
  if (property === null) {
    throw queryFault(shape, 'select', noSuchProperty(name, shape));
  }
  if (!property.isNavigation) {
    throw queryFault(
      shape,
      'select',
      `Property '${property.name}' on type '${shape.fullName}' is not a navigation property or complex property. Only navigation properties can be expanded.`,
    );
  }
  return property.entity;
}

function readOrderBy(text: string | undefined, shape: EntityShape | null): OrderKey[] {
  if (text === undefined || text.trim() === '') {
    return [];
  }
  return text.split(',').map((part) => {
    const [path = '', direction = 'asc', ...more] = part.trim().split(/\s+/);
    if (path === '' || more.length > 0 || !/^(?:asc|desc)$/i.test(direction)) {
      throw queryFault(
        shape,
        'orderby',
        `Syntax error at position ${String(text.indexOf(part))} in '${text.slice(0, 200)}'.`,
      );
    }
    const { complaint } = lookUp(path.split('/'), shape);
    if (complaint !== null) {
      throw queryFault(shape, 'orderby', complaint);
    }
    return { path, descending: direction.toLowerCase() === 'desc' };
  });
}

function wholeNumber(text: string | undefined, name: string, shape: EntityShape | null): number | null {
  if (text === undefined) {
    return null;
  }
  if (!/^\d{1,10}$/.test(text.trim())) {
    throw queryFault(
      shape,
      'select',
      `Invalid value '${text.slice(0, 100)}' for ${name} query option found. The ${name} query option requires a non-negative integer value.`,
    );
  }
  return Number(text);
}

function readCount(text: string | undefined, shape: EntityShape | null): boolean {
  if (text !== undefined && !/^(?:true|false)$/i.test(text.trim())) {
    throw queryFault(
      shape,
      'select',
      `Invalid value '${text.slice(0, 100)}' for $count query option found. Valid values are 'true' and 'false'.`,
    );
  }
  return text?.trim().toLowerCase() === 'true';
}

function readLevels(text: string | undefined, shape: EntityShape | null): number {
  return text?.trim().toLowerCase() === 'max'
    ? MOST_LEVELS
    : Math.min(wholeNumber(text, '$levels', shape) ?? 1, MOST_LEVELS);
}
