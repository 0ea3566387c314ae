/** What kind of value a property holds, as far as a query needs to know. */
export type PropertyKind = 'text' | 'truth' | 'number' | 'instant' | 'structure' | 'anything';

/** One property of a type of Graph. */
export interface PropertyShape {
  name: string;
  kind: PropertyKind;
  isCollection: boolean;
  /** Only sent when `$expand` asks for it. */
  isNavigation: boolean;
  /** The type inside a structure, when it is described. */
  entity: EntityShape | null;
}

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  'x-ms-navigationProperty'?: boolean;
  'x-odata-derived'?: string[];
}

/** The published types a shape is read from, and the names that were left out of them. */
export interface TypeSource {
  schemas: Readonly<Record<string, unknown>>;
  pruned: Readonly<Record<string, readonly string[]>>;
}

const PREFIX = 'microsoft.graph.';
/** A query on these may name what their more special types have, as Entra's directory lets it. */
const SPOKEN_OF_AS_SPECIAL = new Set(['directoryObject']);
const DIRECTORY_TYPES = new Set(['user', 'directoryObject']);
const UNKNOWN: Omit<PropertyShape, 'name'> = {
  kind: 'anything',
  isCollection: false,
  isNavigation: false,
  entity: null,
};

/** The properties of one type of Graph, by name without case, inherited ones included. */
export class EntityShape {
  readonly type: string;
  readonly #source: TypeSource;
  #properties: Map<string, PropertyShape> | null = null;

  constructor(source: TypeSource, type: string) {
    this.#source = source;
    this.type = type;
  }

  /** The name Graph gives the type in its errors. */
  get fullName(): string {
    return `${PREFIX}${this.type}`;
  }

  /** Which service answers for the type: its errors are worded differently. */
  get service(): 'directory' | 'outlook' {
    return DIRECTORY_TYPES.has(this.type) ? 'directory' : 'outlook';
  }

  /** The property of that name, or null when the type has none. */
  property(name: string): PropertyShape | null {
    this.#properties ??= this.#read();
    return this.#properties.get(name.toLowerCase()) ?? null;
  }

  #read(): Map<string, PropertyShape> {
    const found = new Map<string, PropertyShape>();
    for (const type of this.#lineage(this.type)) {
      for (const name of this.#source.pruned[type] ?? []) {
        const isNavigation = name.startsWith('→');
        const plain = name.replace('→', '');
        found.set(plain.toLowerCase(), { name: plain, ...UNKNOWN, isNavigation });
      }
      for (const schema of parts(this.#schema(type))) {
        for (const [name, property] of Object.entries(schema.properties ?? {})) {
          found.set(name.toLowerCase(), this.#describe(name, property));
        }
      }
    }
    return found;
  }

  /** A type, what it inherits from, and what may stand in its place. */
  #lineage(type: string): string[] {
    const schema = parts(this.#schema(type));
    const parents = schema.flatMap((part) => (part.$ref === undefined ? [] : this.#lineage(typeName(part.$ref))));
    const special = SPOKEN_OF_AS_SPECIAL.has(type) && this.type === type;
    const children = special
      ? schema.flatMap((part) => (part['x-odata-derived'] ?? []).map((name) => name.replace(`#${PREFIX}`, '')))
      : [];
    return [...parents, type, ...children];
  }

  #schema(type: string): Schema {
    return this.#source.schemas[`${PREFIX}${type}`] ?? {};
  }

  #describe(name: string, property: Schema): PropertyShape {
    const isCollection = property.type === 'array';
    const inner = isCollection ? (property.items ?? {}) : property;
    const ref = inner.$ref ?? inner.anyOf?.find((one) => one.$ref !== undefined)?.$ref;
    const isNavigation = property['x-ms-navigationProperty'] === true;
    if (ref === undefined) {
      return { name, kind: scalarKind(inner), isCollection, isNavigation, entity: null };
    }
    const type = typeName(ref);
    return this.#schema(type).enum === undefined
      ? { name, kind: 'structure', isCollection, isNavigation, entity: new EntityShape(this.#source, type) }
      : { name, kind: 'text', isCollection, isNavigation, entity: null };
  }
}

function parts(schema: Schema): Schema[] {
  return schema.allOf ?? [schema];
}

function typeName(ref: string): string {
  return ref.split(PREFIX).at(-1) ?? '';
}

function scalarKind(schema: Schema): PropertyKind {
  if (schema.format === 'date-time') {
    return 'instant';
  }
  if (schema.type === 'boolean') {
    return 'truth';
  }
  return schema.type === 'integer' || schema.type === 'number'
    ? 'number'
    : schema.type === 'string'
      ? 'text'
      : 'anything';
}
