import type { EntityShape } from './entity-shape.ts';
import type { GraphError } from './error.ts';
import { COMPARISONS, TESTS, filterFunction } from './odata-functions.ts';
import { literal, tokensOf } from './odata-tokens.ts';
import type { Token } from './odata-tokens.ts';
import { disagreement, literalKind, lookUp } from './odata-types.ts';
import type { Kinded } from './odata-types.ts';
import { comparable, readPath } from './odata-value.ts';
import type { Comparable } from './odata-value.ts';
import { queryFault } from './query-fault.ts';

/** The item a filter looks at, and the element of a collection its `any` or `all` stands at. */
interface Scope {
  item: unknown;
  element: unknown;
}
type Expression = (scope: Scope) => unknown;

interface Operand extends Kinded {
  read: Expression;
}

/** A `$filter` that was read. */
export interface Filter {
  matches: (item: Readonly<Record<string, unknown>>) => boolean;
  /** The properties it names, in lower case and in their order. */
  paths: readonly string[];
  /** The operators and functions it uses, in lower case. */
  uses: ReadonlySet<string>;
  /** How many alternatives its `or` and `in` hold. */
  alternatives: number;
}

const LONGEST = 16_384;
const DEEPEST = 100;
/**
 * Reads an OData `$filter`: comparisons, `in`, `and`, `or`, `not`, `any` and `all` over a collection, and the functions.
 * With a shape, names and kinds are checked against it.
 * @throws GraphError 400 when the text is not such a filter, names what is not there, or is too long or deep.
 */
export function parseFilter(text: string, shape: EntityShape | null = null): Filter {
  const reader = new Reader(text, shape);
  return reader.whole();
}

class Reader {
  readonly #text: string;
  readonly #shape: EntityShape | null;
  readonly #tokens: readonly Token[];
  readonly #paths: string[] = [];
  readonly #uses = new Set<string>();
  #alternatives = 1;
  #at = 0;
  #depth = 0;
  /** The name given to the element inside `any` or `all`, and its type. */
  #variable: { name: string; shape: EntityShape | null } | null = null;

  constructor(text: string, shape: EntityShape | null) {
    this.#text = text;
    this.#shape = shape;
    if (text.length > LONGEST) {
      throw this.#fault(`The filter is longer than ${String(LONGEST)} characters.`);
    }
    const { tokens, unreadAt } = tokensOf(text);
    if (unreadAt !== null || tokens.length === 0) {
      throw this.#syntax(unreadAt ?? 0);
    }
    this.#tokens = tokens;
  }

  whole(): Filter {
    const expression = this.#either();
    if (this.#at < this.#tokens.length) {
      throw this.#syntax();
    }
    return {
      matches: (item) => expression({ item, element: null }) === true,
      paths: this.#paths,
      uses: this.#uses,
      alternatives: this.#alternatives,
    };
  }

  #either(): Expression {
    const all = [this.#both()];
    while (this.#accepts('or')) {
      this.#uses.add('or');
      this.#alternatives += 1;
      all.push(this.#both());
    }
    const [only] = all;
    return all.length === 1 && only !== undefined ? only : (scope) => all.some((one) => one(scope) === true);
  }

  #both(): Expression {
    const all = [this.#single()];
    while (this.#accepts('and')) {
      all.push(this.#single());
    }
    const [only] = all;
    return all.length === 1 && only !== undefined ? only : (scope) => all.every((one) => one(scope) === true);
  }

  #single(): Expression {
    if (this.#accepts('not')) {
      this.#uses.add('not');
      const inner = this.#deeper(() => this.#single());
      return (scope) => inner(scope) !== true;
    }
    if (this.#accepts('(')) {
      const inner = this.#deeper(() => this.#either());
      this.#expect(')');
      return inner;
    }
    return this.#comparison();
  }

  #comparison(): Expression {
    const left = this.#operand();
    const operator = this.#peek().toLowerCase();
    if (operator === 'in') {
      return this.#oneOf(left);
    }
    const comparison = COMPARISONS.get(operator);
    if (comparison === undefined) {
      return left.read;
    }
    this.#at += 1;
    this.#uses.add(operator);
    const right = this.#operand();
    this.#agree(left, right, comparison.kind);
    const [one, other] = [this.#prepared(left), this.#prepared(right)];
    return (scope) => comparison.holds(one(scope), other(scope));
  }

  #oneOf(left: Operand): Expression {
    this.#at += 1;
    this.#uses.add('in');
    this.#expect('(');
    const among = new Set<Comparable>();
    do {
      const value = this.#operand();
      this.#agree(left, value, 'Equal');
      among.add(this.#prepared(value)({ item: null, element: null }));
    } while (this.#accepts(','));
    this.#expect(')');
    this.#alternatives += among.size - 1;
    const read = this.#prepared(left);
    return (scope) => among.has(read(scope));
  }

  /** Entra compares texts without case; Outlook's stores compare them as they are. */
  #prepared({ read }: Operand): (scope: Scope) => Comparable {
    const ignoresCase = this.#shape?.service === 'directory';
    return (scope) => {
      const value = comparable(read(scope));
      return ignoresCase && typeof value === 'string' ? value.toLowerCase() : value;
    };
  }

  #agree(left: Operand, right: Operand, operator: string): void {
    const complaint = disagreement(left, right, operator);
    if (complaint !== null) {
      throw this.#fault(complaint);
    }
  }

  #operand(): Operand {
    const word = this.#peek();
    if (word === '' || word === ')' || word === ',' || word === ':' || word === '(') {
      throw this.#syntax();
    }
    this.#at += 1;
    const known = literal(word);
    if (known !== undefined) {
      return { read: () => known.value, kind: literalKind(known.value, word), isLiteral: true };
    }
    if (this.#accepts('(')) {
      const quantifier = /^(.+)\/(any|all)$/i.exec(word);
      return this.#deeper(() =>
        quantifier === null
          ? this.#function(word)
          : this.#quantified(quantifier[1] ?? '', (quantifier[2] ?? '').toLowerCase()),
      );
    }
    return this.#path(word);
  }

  #function(name: string): Operand {
    const known = filterFunction(name);
    if (known === undefined) {
      throw this.#fault(`An unknown function with name '${name.slice(0, 100)}' was found.`);
    }
    this.#uses.add(name.toLowerCase());
    const operands = [this.#operand()];
    while (this.#accepts(',')) {
      operands.push(this.#operand());
    }
    this.#expect(')');
    if (operands.length !== known.takes) {
      throw this.#fault(`No function signature for the function with name '${name}' matches the specified arguments.`);
    }
    return {
      read: (scope) => known.apply(...operands.map((one) => one.read(scope))),
      kind: TESTS.has(name.toLowerCase()) ? 'truth' : 'anything',
      isLiteral: false,
    };
  }

  #quantified(path: string, quantifier: string): Operand {
    if (this.#variable !== null) {
      throw this.#fault("The Any/All nesting limit of '1' has been exceeded.");
    }
    this.#uses.add(quantifier);
    const collection = this.#path(path);
    if (quantifier === 'any' && this.#accepts(')')) {
      return { read: (scope) => listOf(collection.read(scope)).length > 0, kind: 'truth', isLiteral: false };
    }
    const name = this.#peek();
    this.#at += 1;
    this.#expect(':');
    this.#variable = { name, shape: lookUp(path.split('/'), this.#shape).entity };
    const inner = this.#either();
    this.#variable = null;
    this.#expect(')');
    const test = (scope: Scope, element: unknown) => inner({ item: scope.item, element }) === true;
    return {
      read: (scope) => {
        const elements = listOf(collection.read(scope));
        return quantifier === 'any'
          ? elements.some((element) => test(scope, element))
          : elements.every((element) => test(scope, element));
      },
      kind: 'truth',
      isLiteral: false,
    };
  }

  #path(word: string): Operand {
    const steps = word.split('/');
    const isElement = this.#variable !== null && this.#variable.name === steps[0];
    const counts = !isElement && steps.at(-1) === '$count';
    const named = isElement ? steps.slice(1) : counts ? steps.slice(0, -1) : steps;
    const { kind, complaint } = lookUp(named, isElement ? (this.#variable?.shape ?? null) : this.#shape);
    if (complaint !== null) {
      throw this.#fault(complaint);
    }
    const path = named.join('/');
    if (isElement) {
      return { read: ({ element }) => (path === '' ? element : readPath(element, path)), kind, isLiteral: false };
    }
    this.#paths.push(path.toLowerCase());
    if (counts) {
      this.#uses.add('$count');
      return { read: ({ item }) => listOf(readPath(item, path)).length, kind: 'number', isLiteral: false };
    }
    return { read: ({ item }) => readPath(item, path), kind, isLiteral: false };
  }

  #deeper<Result>(read: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > DEEPEST) {
      throw this.#fault('Recursion depth exceeded allowed limit.');
    }
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #peek(): string {
    return this.#tokens[this.#at]?.text ?? '';
  }

  #accepts(token: string): boolean {
    if (this.#peek().toLowerCase() === token) {
      this.#at += 1;
      return true;
    }
    return false;
  }

  #expect(token: string): void {
    if (!this.#accepts(token)) {
      throw this.#syntax();
    }
  }

  #syntax(at = this.#tokens[this.#at]?.at ?? this.#text.length): GraphError {
    return this.#fault(`Syntax error at position ${String(at)} in '${this.#text.slice(0, 200)}'.`);
  }

  #fault(message: string): GraphError {
    return queryFault(this.#shape, 'filter', message);
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
