import { badRequest } from '../graph/error.ts';
import type { GraphError } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { Json } from '../graph/request.ts';
import { flattened } from '../graph/schema-fit.ts';
import type { Schema } from '../graph/schema-fit.ts';

const EDM: Readonly<Record<string, string>> = { boolean: 'Edm.Boolean', integer: 'Edm.Int32', string: 'Edm.String' };

/** Deeper than this no request that Graph knows goes. */
const DEEPEST = 20;

const types = new WeakMap<GraphSlice, Map<string, Schema | null>>();

/**
 * A body with the names of its properties as its type declares them, after a look at everything inside it: names and enum
 * values are taken in any case, null anywhere. Types the description does not hold are not looked into.
 * @throws GraphError 400 `RequestBodyRead` naming the first fault, as Graph's reader of bodies does.
 */
export function readShape(slice: GraphSlice, body: Json, type: string, depth = 0): Json {
  if (depth > DEEPEST) {
    throw unreadable('The depth limit of the reader was exceeded.');
  }
  const described = typeOf(slice, type);
  const known = described?.properties ?? {};
  // The metadata calls an event open too, but Outlook takes no name from outside there.
  const isOpen = described?.additionalProperties === true && type !== 'event';
  const read: Json = {};
  for (const [written, value] of Object.entries(body)) {
    const name = declaredName(known, written);
    const schema = name === null ? undefined : known[name];
    if (written.includes('@') || (schema === undefined && isOpen)) {
      read[written] = value;
      continue;
    }
    if (name === null || schema === undefined) {
      throw unreadable(
        `The property '${written.slice(0, 100)}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type.`,
      );
    }
    checkValue(slice, value, schema, name, depth);
    read[name] = value;
  }
  return read;
}

/** The same check where names are read as they are written. @throws GraphError 400 `RequestBodyRead` naming the first fault. */
export function refuseWrongShape(slice: GraphSlice, body: Json, type: string): void {
  readShape(slice, body, type);
}

function declaredName(known: Readonly<Record<string, Schema>>, written: string): string | null {
  if (Object.hasOwn(known, written)) {
    return written;
  }
  return Object.keys(known).find((one) => one.toLowerCase() === written.toLowerCase()) ?? null;
}

function typeOf(slice: GraphSlice, type: string): Schema | null {
  const known = types.get(slice) ?? new Map<string, Schema | null>();
  types.set(slice, known);
  const name = `microsoft.graph.${type}`;
  const before = known.get(name);
  if (before !== undefined) {
    return before;
  }
  const found = Object.hasOwn(slice.schemas, name) ? flattened(slice.schemas, { $ref: `#/${name}` }) : null;
  known.set(name, found);
  return found;
}

function checkValue(slice: GraphSlice, value: unknown, schema: Schema, name: string, depth: number): void {
  if (value === null) {
    return;
  }
  if (schema.type === 'array') {
    if (!Array.isArray(value)) {
      throw unreadable(`An unexpected value was found when reading '${name}'. A 'StartArray' node was expected.`);
    }
    for (const one of value as unknown[]) {
      checkValue(slice, one, schema.items ?? {}, name, depth);
    }
    return;
  }
  const ref = schema.$ref ?? schema.anyOf?.find((one) => one.$ref !== undefined)?.$ref;
  if (ref === undefined) {
    checkScalar(value, schema);
  } else {
    checkReferred(slice, value, { type: ref.split('microsoft.graph.').at(-1) ?? '', name, depth });
  }
}

function checkReferred(
  slice: GraphSlice,
  value: unknown,
  { type, name, depth }: { type: string; name: string; depth: number },
): void {
  const allowed = typeOf(slice, type)?.enum;
  if (allowed !== undefined) {
    if (typeof value !== 'string' || !allowed.some((one) => one.toLowerCase() === value.toLowerCase())) {
      throw inconvertible(value, `microsoft.graph.${type}`);
    }
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unreadable(`An unexpected value was found when reading '${name}'. A 'StartObject' node was expected.`);
  }
  const special = (value as Json)['@odata.type'];
  const named = typeof special === 'string' ? special.replace(/^#?microsoft\.graph\./, '') : type;
  if (named === type || typeOf(slice, named) !== null) {
    readShape(slice, value as Json, named, depth + 1);
  }
}

function checkScalar(value: unknown, { type, format }: Schema): void {
  const isWhole = Number.isInteger(value) && Math.abs(Number(value)) < (format === 'int32' ? 2 ** 31 : 2 ** 53);
  if (type !== undefined && !(type === 'integer' ? isWhole : typeof value === type)) {
    throw inconvertible(value, EDM[type] ?? 'Edm.Untyped');
  }
}

/** Graph's 400 for a value that is not of the kind a property has. */
export function inconvertible(value: unknown, type: string): GraphError {
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  return unreadable(`Cannot convert the literal '${words.slice(0, 100)}' to the expected type '${type}'.`);
}

function unreadable(message: string): GraphError {
  return badRequest(message, 'RequestBodyRead');
}
