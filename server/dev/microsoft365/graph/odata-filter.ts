import { GraphError } from './error.ts';

type Value = string | number | boolean | null | undefined;
type Scope = Readonly<Record<string, unknown>>;
type Expression = (scope: Scope) => unknown;

const TOKEN = /\s*('(?:[^']|'')*'|[(),:]|[^\s(),:']+)/y;

/**
 * A predicate from an OData `$filter`: comparisons, `and`, `or`, `not`, `any` over a collection, and the text functions.
 * @throws GraphError 400 when the text is not such a filter.
 */
export function parseFilter(text: string): (item: Readonly<Record<string, unknown>>) => boolean {
  const reader = new Reader(text);
  const expression = reader.either();
  reader.end();
  return (item) => expression(item) === true;
}

function invalid(text: string): GraphError {
  return new GraphError(400, 'ErrorInvalidUrlQueryFilter', `The query filter is not valid or not supported: ${text}`);
}

class Reader {
  readonly #text: string;
  readonly #tokens: string[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.trimEnd().length) {
      const found = TOKEN.exec(text);
      if (found?.[1] === undefined) {
        throw invalid(text);
      }
      this.#tokens.push(found[1]);
    }
  }

  end(): void {
    if (this.#at < this.#tokens.length) {
      throw invalid(this.#text);
    }
  }

  either(): Expression {
    let left = this.#both();
    while (this.#accepts('or')) {
      const [one, other] = [left, this.#both()];
      left = (scope) => one(scope) === true || other(scope) === true;
    }
    return left;
  }

  #both(): Expression {
    let left = this.#single();
    while (this.#accepts('and')) {
      const [one, other] = [left, this.#single()];
      left = (scope) => one(scope) === true && other(scope) === true;
    }
    return left;
  }

  #single(): Expression {
    if (this.#accepts('not')) {
      const inner = this.#single();
      return (scope) => inner(scope) !== true;
    }
    if (this.#accepts('(')) {
      const inner = this.either();
      this.#expect(')');
      return inner;
    }
    return this.#comparison();
  }

  #comparison(): Expression {
    const left = this.#operand();
    const operator = (this.#tokens[this.#at] ?? '').toLowerCase();
    const compare = COMPARISONS[operator];
    if (compare === undefined) {
      return left;
    }
    this.#at += 1;
    const right = this.#operand();
    return (scope) => compare(left(scope) as Value, right(scope) as Value);
  }

  #operand(): Expression {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token === undefined || token === ')' || token === ',') {
      throw invalid(this.#text);
    }
    if (token.startsWith("'")) {
      const words = token.slice(1, -1).replaceAll("''", "'");
      return () => words;
    }
    if (this.#accepts('(')) {
      return token.toLowerCase().endsWith('/any')
        ? this.#any(token.slice(0, -4))
        : this.#textFunction(token.toLowerCase());
    }
    return literalOrPath(this.#withColons(token));
  }

  /** A date and time without quotes is cut at its colons; this puts it together again. */
  #withColons(token: string): string {
    let whole = token;
    while (/^\d{4}-\d{2}-\d{2}T/.test(token) && this.#accepts(':')) {
      whole += `:${this.#tokens[this.#at] ?? ''}`;
      this.#at += 1;
    }
    return whole;
  }

  #any(path: string): Expression {
    const variable = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    this.#expect(':');
    const inner = this.either();
    this.#expect(')');
    return (scope) => {
      const collection = readPath(scope, path);
      return (
        Array.isArray(collection) &&
        collection.some((element: unknown) => inner({ ...scope, [variable]: element }) === true)
      );
    };
  }

  #textFunction(name: string): Expression {
    const left = this.#operand();
    this.#expect(',');
    const right = this.#operand();
    this.#expect(')');
    const test = TEXT_FUNCTIONS[name];
    if (test === undefined) {
      throw invalid(this.#text);
    }
    return (scope) => test(asText(left(scope)), asText(right(scope)));
  }

  #accepts(token: string): boolean {
    if (this.#tokens[this.#at]?.toLowerCase() === token) {
      this.#at += 1;
      return true;
    }
    return false;
  }

  #expect(token: string): void {
    if (!this.#accepts(token)) {
      throw invalid(this.#text);
    }
  }
}

const COMPARISONS: Readonly<Record<string, (left: Value, right: Value) => boolean>> = {
  eq: (left, right) => comparable(left) === comparable(right),
  ne: (left, right) => comparable(left) !== comparable(right),
  gt: (left, right) => order(left, right) > 0,
  ge: (left, right) => order(left, right) >= 0,
  lt: (left, right) => order(left, right) < 0,
  le: (left, right) => order(left, right) <= 0,
};

const TEXT_FUNCTIONS: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
};

function asText(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}

function comparable(value: Value): Value {
  return value === undefined ? null : instantOr(value);
}

/** Instants are compared as instants, however many decimals they were written with. */
function instantOr(value: Value): Value {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z?$/.test(value)
    ? Date.parse(value.endsWith('Z') ? value : `${value}Z`)
    : value;
}

function order(left: Value, right: Value): number {
  const [one, other] = [comparable(left), comparable(right)];
  if (typeof one === 'number' && typeof other === 'number') {
    return one - other;
  }
  return typeof one === 'string' && typeof other === 'string' ? one.localeCompare(other) : Number.NaN;
}

function literalOrPath(token: string): Expression {
  if (token === 'true' || token === 'false') {
    return () => token === 'true';
  }
  if (token === 'null') {
    return () => null;
  }
  if (/^-?\d+(\.\d+)?$/.test(token)) {
    return () => Number(token);
  }
  if (/^\d{4}-\d{2}-\d{2}/.test(token)) {
    return () => token;
  }
  return (scope) => readPath(scope, token);
}

/** The value at a path such as `start/dateTime`, names compared without case. */
export function readPath(item: unknown, path: string): unknown {
  let value = item;
  for (const step of path.split('/')) {
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    const name = Object.keys(value).find((key) => key.toLowerCase() === step.toLowerCase());
    value = name === undefined ? undefined : (value as Record<string, unknown>)[name];
  }
  return value;
}
