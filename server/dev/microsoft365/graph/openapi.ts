import { readFileSync } from 'node:fs';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { EntityShape } from './entity-shape.ts';
import { ADDED_TYPES } from './added-types.ts';
import type { Schema, Schemas } from './schema-fit.ts';

const SLICE = new URL('../../../../data/graph-openapi-slice.json', import.meta.url);

/** What the bodies of operations hold that the description leaves out, though it has the type. */
const UNDESCRIBED: readonly [RegExp, string][] = [
  [/\/messages(\/\{[^/]+\})?$/, 'message'],
  [/\/events(\/\{[^/]+\})?$/, 'event'],
  [/\/calendars(\/\{[^/]+\})?$/, 'calendar'],
  [/\/attachments$/, 'attachment'],
  [/\/extensions(\/\{[^/]+\})?$/, 'extension'],
  [/\/masterCategories(\/\{[^/]+\})?$/, 'outlookCategory'],
];

/** Permissions an operation accepts: any one of them is enough. */
export interface Permissions {
  delegated: readonly string[];
  application: readonly string[];
}

/** An operation as the description has it. */
export interface Operation {
  parameters?: { name: string; in: 'query' | 'header' | 'path'; required?: boolean }[];
  requestBody?: { required?: boolean; content: { 'application/json'?: { schema: Schema } } };
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
  'x-ms-permissions'?: Partial<Record<'DelegatedWork' | 'Application', { least: string[]; higher: string[] }>>;
}

interface Description {
  info: { 'x-pruned': Record<string, string[]> };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** The published description of the part of Graph that is imitated: permissions, property names and answer shapes. */
export class GraphSlice {
  readonly #description = readDescription();
  readonly #names = new Map<string, Set<string>>();
  readonly #shapes = new Map<string, EntityShape>();

  /** Which permissions an operation accepts, or null when the description does not say. */
  permissions(method: string, template: string): Permissions | null {
    const listed = this.operation(method, template)?.['x-ms-permissions'];
    if (listed === undefined) {
      return null;
    }
    const both = (kind: 'DelegatedWork' | 'Application') => [
      ...(listed[kind]?.least ?? []),
      ...(listed[kind]?.higher ?? []),
    ];
    return { delegated: both('DelegatedWork'), application: both('Application') };
  }

  operation(method: string, template: string): Operation | undefined {
    const { paths } = this.#description;
    const path = paths[template] ?? paths[`${template}()`];
    return path?.[method.toLowerCase()];
  }

  /** The template of an address, if the description has one for it: the one with the fewest places to fill. */
  templateOf(path: string): string | null {
    const steps = bareSteps(path);
    const fitting = Object.keys(this.#description.paths).filter((template) => {
      const wanted = bareSteps(template);
      return (
        wanted.length === steps.length &&
        wanted.every((step, at) => step.startsWith('{') || step.toLowerCase() === steps[at]?.toLowerCase())
      );
    });
    const places = (template: string) => template.split('{').length;
    return fitting.toSorted((one, other) => places(one) - places(other))[0] ?? null;
  }

  /** The operation at an address, with its template; null when the description has none. */
  operationAt(method: string, path: string): { template: string; operation: Operation } | null {
    const template = this.templateOf(path)?.replace(/\(\)$/, '') ?? null;
    const operation = template === null ? undefined : this.operation(method, template);
    return template === null || operation === undefined ? null : { template, operation };
  }

  /** What the body of an operation looks like; null where nothing is known of it or it takes none. */
  bodySchema(method: string, template: string): Schema | null {
    const described = this.operation(method, template);
    const type = described === undefined ? UNDESCRIBED.find(([pattern]) => pattern.test(template))?.[1] : undefined;
    return type === undefined
      ? (described?.requestBody?.content['application/json']?.schema ?? null)
      : { $ref: `#/components/schemas/microsoft.graph.${type}` };
  }

  /** Every named schema. */
  get schemas(): Schemas {
    return this.#description.components.schemas;
  }

  /** What a type of Graph is made of. */
  shape(type: string): EntityShape {
    const { info, components } = this.#description;
    const known =
      this.#shapes.get(type) ?? new EntityShape({ schemas: components.schemas, pruned: info['x-pruned'] }, type);
    this.#shapes.set(type, known);
    return known;
  }

  /** The type an operation answers with, for a collection that of each item; null when the description does not say. */
  answeredShape(method: string, template: string): EntityShape | null {
    const schema = this.operation(method, template)?.responses['200']?.content?.['application/json']?.schema as
      { $ref?: string; properties?: { value?: { items?: { $ref?: string } } } } | undefined;
    const ref = schema?.properties?.value?.items?.$ref ?? schema?.$ref;
    const type = ref?.split('microsoft.graph.')[1];
    return type === undefined ? null : this.shape(type);
  }

  /** Every property a type of Graph has, inherited ones included. */
  propertyNames(type: string): Set<string> {
    const known =
      this.#names.get(type) ??
      new Set(collectNames(this.#description, { $ref: `#/components/schemas/microsoft.graph.${type}` }));
    this.#names.set(type, known);
    return known;
  }

  /** A check of answers against the description; gives the faults found, each with where it is. */
  async answerCheck(): Promise<(method: string, template: string, status: number, body: unknown) => string[]> {
    const [{ Ajv }, formats] = await Promise.all([import('ajv'), import('ajv-formats')]);
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
    const addFormats = formats.default as unknown as (to: typeof ajv) => void;
    addFormats(ajv);
    for (const name of [
      'base64url',
      'int64',
      'int32',
      'double',
      'float',
      'decimal',
      'binary',
      'time',
      'duration',
      'uuid',
    ]) {
      ajv.addFormat(name, true);
    }
    ajv.addSchema({ $id: 'graph', components: nullsAllowed(this.#description.components) as object });
    const compiled = new Map<string, ValidateFunction>();
    return (method, template, status, body) => {
      const schema = this.operation(method, template)?.responses[String(status)]?.content?.['application/json']?.schema;
      if (schema === undefined) {
        return [];
      }
      const name = `${method} ${template} ${String(status)}`;
      const validate = compiled.get(name) ?? ajv.compile(absoluteRefs(nullsAllowed(schema)) as object);
      compiled.set(name, validate);
      return validate(body) ? [] : (validate.errors ?? []).map((fault) => `${name} ${describe(fault)}`);
    };
  }
}

/** The steps of an address, a function's parentheses left out. */
function bareSteps(path: string): string[] {
  return path
    .split('/')
    .filter((step) => step !== '')
    .map((step) => step.replace(/\(.*\)$/, ''));
}

function describe(fault: ErrorObject): string {
  return `${fault.instancePath === '' ? '/' : fault.instancePath} ${fault.message ?? ''} ${JSON.stringify(fault.params)}`;
}

/** OpenAPI 3.0 says `nullable`; JSON Schema says the type may be null. */
function nullsAllowed(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(nullsAllowed);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [name, nullsAllowed(value)]),
  );
  if (nullable !== true || !('type' in rest)) {
    return rest;
  }
  return Object.keys(rest).length === 1 && rest['type'] === 'object'
    ? { type: 'null' }
    : { ...rest, type: [rest['type'], 'null'] };
}

function absoluteRefs(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"graph#/components/')) as unknown;
}

function collectNames(description: Description, schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const { $ref, allOf, properties } = schema as { $ref?: string; allOf?: unknown[]; properties?: object };
  const inherited =
    $ref === undefined ? [] : collectNames(description, description.components.schemas[$ref.split('/').at(-1) ?? '']);
  return [
    ...inherited,
    ...(allOf ?? []).flatMap((part) => collectNames(description, part)),
    ...Object.keys(properties ?? {}),
  ];
}

function readDescription(): Description {
  const read = JSON.parse(readFileSync(SLICE, 'utf8')) as Description;
  return { ...read, components: { ...read.components, schemas: { ...read.components.schemas, ...ADDED_TYPES } } };
}
