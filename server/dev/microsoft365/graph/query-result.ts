import { comparable, readPath, sortOrder } from './odata-value.ts';
import type { OrderKey, QueryOptions } from './query-options.ts';

type Json = Record<string, unknown>;

const ALWAYS_SENT = new Set(['@odata.type', '@odata.etag', '@odata.context', 'id']);
const EXTENDED = 'singleValueExtendedProperties';

/**
 * An item with only what was asked for. What is expandable is left out unless `$expand` (or, for some, `$select`) names it;
 * extended properties come only when their ids are asked for.
 */
export function pickedItem(item: Json, options: QueryOptions, expandable: readonly string[]): Json {
  const isSent = (name: string): boolean => {
    const wanted = name.toLowerCase();
    if (name === EXTENDED) {
      return options.expand.has(wanted);
    }
    if (expandable.includes(name)) {
      return options.expand.has(wanted) || options.select?.has(wanted) === true;
    }
    return options.select === null || ALWAYS_SENT.has(name) || options.select.has(wanted) || options.expand.has(wanted);
  };
  const sent: Json = {};
  for (const [name, value] of Object.entries(item)) {
    if (isSent(name)) {
      const inner = options.expand.get(name.toLowerCase());
      sent[name] = inner === undefined ? value : expanded(name, value, inner);
    }
  }
  return sent;
}

function expanded(name: string, value: unknown, options: QueryOptions): unknown {
  if (name === EXTENDED && options.filter === null) {
    return [];
  }
  if (Array.isArray(value)) {
    return refined(name, value as Json[], options).map((one) => pickedItem(one, options, []));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  // With several levels, what was expanded holds the next one under the same name.
  const next = new Map([...options.expand, [name.toLowerCase(), { ...options, levels: options.levels - 1 }]]);
  return pickedItem(value as Json, options.levels > 1 ? { ...options, expand: next } : options, []);
}

function refined(name: string, items: Json[], options: QueryOptions): Json[] {
  const { filter } = options;
  // An open extension is found by its own name as well as by its id, which has the type before the name.
  const fits = (one: Json) =>
    filter?.matches(one) === true ||
    (name === 'extensions' && filter?.matches({ ...one, id: one['extensionName'] }) === true);
  const matching = filter === null ? items : items.filter(fits);
  const from = options.skip;
  return ordered(matching, options.orderBy).slice(from, options.top === null ? undefined : from + options.top);
}

/** Items in the order of the keys, each key read once for each item; equals keep the order they had. */
export function ordered(items: Json[], keys: readonly OrderKey[]): Json[] {
  if (keys.length === 0) {
    return items;
  }
  const rows = items.map((item) => ({ item, values: keys.map(({ path }) => comparable(readPath(item, path))) }));
  rows.sort((one, other) => {
    for (const [at, { descending }] of keys.entries()) {
      const order = sortOrder(one.values[at] ?? null, other.values[at] ?? null);
      if (order !== 0) {
        return descending ? -order : order;
      }
    }
    return 0;
  });
  return rows.map(({ item }) => item);
}
