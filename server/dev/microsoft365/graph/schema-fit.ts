/** A part of an OpenAPI 3.0 description, as far as Graph's uses it. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  type?: string;
  nullable?: boolean;
  enum?: string[];
  format?: string;
  pattern?: string;
  items?: Schema;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  'x-odata-abstract'?: boolean;
}

/** Named schemas, such as `microsoft.graph.event`. */
export type Schemas = Readonly<Record<string, Schema>>;

const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  duration: /^-?P(?=\d|T)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  // The metadata calls it base64url; Graph's samples send plain base64, and it takes both.
  base64url: /^[A-Za-z0-9+/_-]*={0,2}$/,
  binary: /^[A-Za-z0-9+/_-]*={0,2}$/,
};

/** Open on paper, because schema extensions add to them; Graph refuses whatever else it does not know. */
const CLOSED = new Set(
  ['event', 'message', 'user', 'directoryObject', 'onlineMeeting'].map((one) => `microsoft.graph.${one}`),
);

/** Characters of a JSON path beyond which nothing is looked at. */
const DEEPEST_PATH = 1000;

/**
 * Where a value that is sent does not fit its schema, each with its JSON path. Enum values fit in any case, as Graph
 * binds them; properties nobody declared do not fit; annotations (`@odata.…`) do.
 */
export function schemaFaults(schemas: Schemas, schema: Schema, value: unknown, path = '$'): string[] {
  if (path.length > DEEPEST_PATH) {
    return ['$ is nested deeper than anything Graph knows'];
  }
  if (schema.anyOf !== undefined) {
    const isNullTaken = schema.anyOf.some((one) => one.nullable === true);
    const meant = schema.anyOf.find((one) => one.$ref !== undefined) ?? schema.anyOf[0] ?? {};
    return value === null && isNullTaken ? [] : schemaFaults(schemas, meant, value, path);
  }
  const flat = flattened(schemas, schema);
  if (value === null) {
    return flat.nullable === true ? [] : [`${path} must not be null`];
  }
  if (flat.enum !== undefined) {
    return typeof value === 'string' && flat.enum.some((one) => isSame(one, value))
      ? []
      : [`${path} must be one of ${flat.enum.join(', ')}, not ${shown(value)}`];
  }
  if (flat.type === 'array') {
    return arrayFaults(schemas, flat, value, path);
  }
  if (flat.type === 'object') {
    return objectFaults(schemas, schema, value, path);
  }
  return flat.type === undefined ? [] : plainFaults(flat, value, path);
}

/** A schema with what it inherits. */
export function flattened(schemas: Schemas, schema: Schema): Schema {
  const named = schema.$ref === undefined ? {} : flattened(schemas, schemas[nameOf(schema.$ref)] ?? {});
  const parts = (schema.allOf ?? []).map((one) => flattened(schemas, one));
  const all = [named, ...parts, schema];
  const merged: Schema = {
    ...all.reduce<Schema>((one, other) => ({ ...one, ...other }), {}),
    properties: all.reduce<Record<string, Schema>>((known, one) => ({ ...known, ...one.properties }), {}),
    required: all.flatMap((one) => one.required ?? []),
    // A type is abstract by itself: what it inherits says nothing of that.
    'x-odata-abstract':
      [schema, parts.at(-1), named].find((one) => one?.type !== undefined)?.['x-odata-abstract'] ?? false,
  };
  delete merged.$ref;
  delete merged.allOf;
  return merged;
}

function arrayFaults(schemas: Schemas, schema: Schema, value: unknown, path: string): string[] {
  if (!Array.isArray(value)) {
    return [`${path} must be a list`];
  }
  const items: unknown[] = value;
  return [
    ...(items.length > (schema.maxItems ?? Infinity)
      ? [`${path} must have at most ${String(schema.maxItems)} items`]
      : []),
    ...items.flatMap((one, at) => schemaFaults(schemas, schema.items ?? {}, one, `${path}[${String(at)}]`)),
  ];
}

function objectFaults(schemas: Schemas, declared: Schema, value: unknown, path: string): string[] {
  if (typeof value !== 'object' || Array.isArray(value)) {
    return [`${path} must be an object`];
  }
  const sent = value as Record<string, unknown>;
  const named = sent['@odata.type'];
  const type = typeof named === 'string' ? named.replace(/^#/, '') : null;
  if (type !== null && !isKindOf(schemas, type, declared)) {
    return [`${path}['@odata.type'] names ${shown(named)}, which is no type that may stand here`];
  }
  const schema = flattened(schemas, type === null ? declared : (schemas[type] ?? declared));
  const known = schema.properties ?? {};
  const isClosed = CLOSED.has(type ?? nameOf(declared.$ref ?? ''));
  // Parameters of an action are bound in any case; the properties of a type are not.
  const isAction = declared.$ref === undefined && declared.allOf === undefined;
  const find = (name: string): Schema | undefined =>
    known[name] ?? (isAction ? Object.entries(known).find(([one]) => isSame(one, name))?.[1] : undefined);
  const missing = (schema.required ?? []).filter(
    (name) => !Object.keys(sent).some((one) => one === name || (isAction && isSame(one, name))),
  );
  return [
    ...(schema['x-odata-abstract'] === true && type === null ? [`${path} must say its '@odata.type'`] : []),
    ...missing.map((name) => `${at(path, name)} is missing`),
    ...Object.entries(sent).flatMap(([name, inner]) => {
      const property = find(name);
      if (property !== undefined) {
        return schemaFaults(schemas, property, inner, at(path, name));
      }
      const { additionalProperties: open } = schema;
      if (typeof open === 'object') {
        return schemaFaults(schemas, open, inner, at(path, name));
      }
      const isAnnotation = name.startsWith('@') || (name.endsWith('@odata.bind') && typeof inner === 'string');
      return (open === true && !isClosed) || isAnnotation ? [] : [`${at(path, name)} is nothing Graph knows here`];
    }),
  ];
}

function plainFaults(schema: Schema, value: unknown, path: string): string[] {
  const { type, format, pattern } = schema;
  const isOfType =
    type === 'integer'
      ? Number.isInteger(value) && (format !== 'int32' || Math.abs(Number(value)) < 2 ** 31)
      : typeof value === type;
  if (!isOfType) {
    return [`${path} must be ${type ?? 'something'}${format === undefined ? '' : ` (${format})`}, not ${shown(value)}`];
  }
  const form = pattern === undefined ? FORMATS[format ?? ''] : new RegExp(pattern);
  return typeof value === 'string' && form !== undefined && !form.test(value)
    ? [`${path} must be written as ${format ?? pattern ?? ''}, not ${shown(value)}`]
    : [];
}

function isKindOf(schemas: Schemas, type: string, declared: Schema): boolean {
  const wanted = declared.$ref === undefined ? null : nameOf(declared.$ref);
  const own = schemas[type];
  if (wanted === null || type === wanted) {
    return own !== undefined;
  }
  return (own?.allOf ?? []).some((one) => one.$ref !== undefined && isKindOf(schemas, nameOf(one.$ref), declared));
}

function nameOf(ref: string): string {
  return ref.split('/').at(-1) ?? '';
}

function at(path: string, name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `${path}.${name}` : `${path}['${name}']`;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60);
}
