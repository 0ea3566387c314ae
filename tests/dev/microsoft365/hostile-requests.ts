import type { Operation } from '#server/dev/microsoft365/graph/router.ts';
import { GraphSlice } from '#server/dev/microsoft365/graph/openapi.ts';
import { flattened } from '#server/dev/microsoft365/graph/schema-fit.ts';
import type { Schema, Schemas } from '#server/dev/microsoft365/graph/schema-fit.ts';

/** A request nobody would send by mistake, as it goes over the wire. */
export interface HostileRequest {
  method: string;
  /** Below `/v1.0`, as it is written. */
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** Ids that exist, by the name of the place in an address. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/** Numbers that only depend on a seed (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const LONG = 'x'.repeat(70_000);
const WORDS = [
  '',
  ' ',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '\u0000',
  '\ud800',
  '\u202Eeman\u202C',
  '🧑‍🤝‍🧑'.repeat(50),
  "' or 1 eq 1 or '",
  '<script>alert(1)</script>',
  '%00%ff%',
  '${7*7}',
  'W/"not an etag"',
  LONG,
];
const DATES = [
  '0000-00-00',
  '0001-01-01',
  '2026-02-30',
  '2026-12-01',
  '9999-12-31',
  '+275760-09-13',
  '-000001-01-01',
  '2026-12-01T25:61:61',
  '2026-12-01T10:00:00.0000000',
  '2026-03-29T01:30:00',
  '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
  '2026-W49-2',
  '١٢/٠١/٢٠٢٦',
];
const ZONES = ['Narnia', 'tzone://Microsoft/Custom', 'Etc/GMT+14', 'UTC', 'Pacific Standard Time', '', 'GMT\r\nX: y'];
const NUMBERS = [0, -1, 0.5, 1e9, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, -1e-320];
const QUERIES = [
  '$top=-1',
  '$top=99999999999999999999',
  '$top=1&$top=2',
  '$skip=1e9',
  '$select=,',
  '$select=__proto__',
  `$select=${'a,'.repeat(5000)}a`,
  '$expand=singleValueExtendedProperties($filter=id eq',
  `$expand=${'a('.repeat(300)}${')'.repeat(300)}`,
  "$filter=subject eq 'x",
  `$filter=${'('.repeat(2000)}`,
  `$filter=${'not '.repeat(1000)}true`,
  `$filter=${Array.from({ length: 500 }, () => "subject eq 'x'").join(' or ')}`,
  "$filter=startswith(subject,'(a+)+$')",
  '$filter=start/dateTime ge 9999',
  '$orderby=;drop',
  `$orderby=${'subject,'.repeat(3000)}`,
  '$count=perhaps',
  '$search="',
  '$search=%22subject:%22%22',
  '$skiptoken=%00',
  '$deltatoken=x',
  '$deltatoken=',
  '$format=xml',
  '$levels=max',
  '%24top=%GG',
  '=&&&==',
  'startDateTime=2026-12-01&endDateTime=2026-11-01',
  'startDateTime=0001-01-01T00:00:00Z&endDateTime=9999-12-31T23:59:59Z',
  'startDateTime=2026-12-01T00:00:00Z&endDateTime=2099-12-31T23:59:59Z&$top=999',
  'startDateTime=NaN&endDateTime=Infinity',
  'startDateTime=2026-12-01T00:00:00Z&startDateTime=2026-12-02T00:00:00Z&endDateTime=2026-12-03T00:00:00Z',
];
const TYPES = ['application/json', 'application/json; charset=utf-16', 'text/plain', 'multipart/form-data', 'x', ''];
const PREFERENCES = [
  'outlook.timezone="Narnia"',
  'outlook.timezone=',
  `outlook.timezone="${'Z'.repeat(5000)}"`,
  'odata.maxpagesize=0',
  'odata.maxpagesize=99999999999',
  'IdType="ImmutableId", ,;;==',
  'outlook.body-content-type="pdf"',
];

/** Makes requests for operations, the same ones for the same seed. */
export class HostileRequests {
  readonly #pick: (below: number) => number;
  readonly #ids: KnownIds;
  readonly #slice = new GraphSlice();
  readonly #schemas: Schemas = this.#slice.schemas;

  constructor(seed: number, ids: KnownIds) {
    this.#pick = seeded(seed);
    this.#ids = ids;
  }

  /** One more request to an operation. */
  next({ method, template }: Operation): HostileRequest {
    const query = this.#chance(2) ? `?${this.#one(QUERIES)}${this.#chance(4) ? `&${this.#one(QUERIES)}` : ''}` : '';
    const hasBody = method !== 'GET' && method !== 'DELETE' ? !this.#chance(12) : this.#chance(10);
    return {
      method,
      path: `${this.#path(template)}${query}`.replaceAll(/[^\x21-\x7e]/g, (one) => encoded(one)).slice(0, 9_000),
      headers: {
        ...(hasBody ? { 'Content-Type': this.#chance(8) ? this.#one(TYPES) : 'application/json' } : {}),
        ...(this.#chance(5) ? { Prefer: this.#one(PREFERENCES) } : {}),
        ...(this.#chance(12) ? { 'If-Match': this.#one(['*', 'W/"x"', '', '"']) } : {}),
        ...(this.#chance(12) ? { ConsistencyLevel: 'eventual' } : {}),
        ...(this.#chance(20) ? { Accept: this.#one(['text/html', '*/*', ';;;']) } : {}),
      },
      body: hasBody ? this.#body(method, template) : undefined,
    };
  }

  /** Something that has nothing to do with what is expected. */
  nonsense(): unknown {
    return this.#hostile();
  }

  #path(template: string): string {
    return template.replaceAll(/\{([^}]+)\}/g, (_all, name: string) => {
      const known = this.#ids[name] ?? [];
      if (known.length > 0 && !this.#chance(5)) {
        return encodeURIComponent(this.#one(known));
      }
      const odd = this.#one([...WORDS.slice(0, -1), ...DATES, 'x'.repeat(3000)]);
      return this.#chance(6) ? this.#one(['%E0%A4%A', '%', '%00', '..', '.', '%2e%2e%2f', "('x')"]) : encoded(odd);
    });
  }

  #body(method: string, template: string): string {
    const kind = this.#pick(24);
    if (kind === 0) return this.#one(['', '{', '[', 'null', '"', '{"a":}', '\u0000', '{"a":1}}', '\ufeff{}', 'NaN']);
    if (kind === 1) return `${'['.repeat(50_000)}${']'.repeat(this.#chance(2) ? 50_000 : 10)}`;
    if (kind === 2) return `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    if (kind === 3) return JSON.stringify(this.#hostile());
    const whole = this.#sample(this.#bodySchema(method, template), 0);
    const mutations = this.#pick(3);
    let sent = whole;
    for (let at = 0; at < mutations; at += 1) {
      sent = this.#mutated(sent, 0);
    }
    return JSON.stringify(sent);
  }

  #bodySchema(method: string, template: string): Schema {
    const described = this.#slice.operation(method, template)?.requestBody?.content['application/json']?.schema;
    const type = /messages/i.test(template) ? 'message' : template.includes('attachments') ? 'fileAttachment' : 'event';
    return described ?? { $ref: `#/components/schemas/microsoft.graph.${type}` };
  }

  /** Something that nearly fits a schema, often enough to get past the first check. */
  #sample(schema: Schema, depth: number): unknown {
    const meant = schema.anyOf?.find((one) => one.$ref !== undefined) ?? schema;
    const flat = flattened(this.#schemas, meant);
    if (flat.enum !== undefined) return this.#one(flat.enum);
    if (flat.type === 'array') return this.#few(3).map(() => this.#sample(flat.items ?? {}, depth + 1));
    if (flat.type === 'boolean') return this.#chance(2);
    if (flat.type === 'integer' || flat.type === 'number') return this.#chance(3) ? this.#one(NUMBERS) : this.#pick(32);
    if (flat.type === 'string') return this.#text(flat);
    if (flat.type !== 'object' || depth > 4) return null;
    const names = Object.keys(flat.properties ?? {}).filter((name) => name !== '@odata.type' && this.#chance(3));
    const chosen = [...names, ...(flat.required ?? []), ...this.#usual(flat)];
    const type = /microsoft\.graph\.(attachment)$/.test(meant.$ref ?? '')
      ? { '@odata.type': this.#attachmentType() }
      : {};
    const inner = chosen.map((name): [string, unknown] => [
      name,
      this.#sample(flat.properties?.[name] ?? {}, depth + 1),
    ]);
    return { ...type, ...Object.fromEntries(inner) };
  }

  /** Properties without which an operation would look at nothing else. */
  #usual({ properties = {} }: Schema): string[] {
    const wanted = [
      'start',
      'end',
      'dateTime',
      'timeZone',
      'pattern',
      'range',
      'type',
      'interval',
      'startDate',
      'name',
    ];
    return [...wanted, 'contentBytes', 'Message', 'address', 'emailAddress'].filter((one) => one in properties);
  }

  #attachmentType(): string {
    return this.#one([
      '#microsoft.graph.fileAttachment',
      '#microsoft.graph.itemAttachment',
      '#microsoft.graph.event',
      'x',
    ]);
  }

  #text({ format }: Schema): string {
    if (format === 'date' || format === 'date-time') return this.#one(DATES);
    if (format === 'base64url' || format === 'binary') return this.#one(['QQ==', '====', '💥', LONG]);
    return this.#one([this.#one(DATES), this.#one(ZONES), this.#one(WORDS), '2026-12-01T10:00:00', 'Europe/London']);
  }

  #mutated(value: unknown, depth: number): unknown {
    if (this.#chance(4) || typeof value !== 'object' || value === null || depth > 6) {
      return this.#hostile();
    }
    if (Array.isArray(value)) {
      const list: unknown[] = value;
      const at = this.#pick(list.length + 1);
      return [...list.slice(0, at), this.#mutated(list[at], depth + 1), ...list.slice(at + 1)];
    }
    const entries = Object.entries(value as Record<string, unknown>);
    const chosen = this.#pick(entries.length + 1);
    if (chosen === entries.length) {
      return Object.fromEntries([...entries, [this.#one(WORDS), this.#hostile()]]);
    }
    return Object.fromEntries(
      entries.map(([name, inner], at) => [name, at === chosen ? this.#mutated(inner, depth + 1) : inner]),
    );
  }

  #hostile(): unknown {
    const odd: unknown[] = [null, true, [], {}, [[]], [null], { value: [] }, Array.from({ length: 3000 }, () => ({}))];
    return this.#one([...odd, this.#one(NUMBERS), this.#one(WORDS), this.#one(DATES), this.#one(ZONES)]);
  }

  #few(most: number): number[] {
    return Array.from({ length: this.#pick(most + 1) }, (_one, at) => at);
  }

  #chance(oneIn: number): boolean {
    return this.#pick(oneIn) === 0;
  }

  #one<T>(from: readonly T[]): T {
    return from[this.#pick(from.length)] as T;
  }
}

/** Text as a step of an address; what cannot be encoded is sent as it stands. */
function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}
