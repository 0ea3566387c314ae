import { GraphError } from './error.ts';
import type { GraphSlice } from './openapi.ts';
import type { Answer } from './request.ts';
import { requestCheck } from './request-check.ts';
import type { RequestCheck, SentRequest } from './request-check.ts';

const MOST_NOTED = 50;

/** Watches what passes over the wire, and keeps what does not fit Graph's description. */
export class Conformance {
  readonly #noted: string[] = [];
  /** Addresses Graph gave for what comes next, whose options are its own. */
  readonly #given = new Set<string>();
  readonly #faultsOf: RequestCheck;
  readonly #answerFaults: Awaited<ReturnType<GraphSlice['answerCheck']>>;

  private constructor(slice: GraphSlice, answerFaults: Awaited<ReturnType<GraphSlice['answerCheck']>>) {
    this.#answerFaults = answerFaults;
    this.#faultsOf = requestCheck(slice, ({ path, query }) => this.#given.has(addressOf(path, query)));
  }

  static async watching(slice: GraphSlice): Promise<Conformance> {
    return new Conformance(slice, await slice.answerCheck());
  }

  /** What did not fit so far, each with who sent it and the path of the fault. */
  get faults(): readonly string[] {
    return this.#noted;
  }

  /**
   * Looks at a request of Duologue's before it is answered; it must fit whatever becomes of it.
   * @returns what to call with the status that was answered
   */
  arrived(request: SentRequest): (status: number) => void {
    this.#note(this.#faultsOf(request).map((fault) => `Duologue sent ${fault}`));
    return (status) => {
      if (status === 501) {
        this.#note([`Duologue asked for what nobody made: ${request.method} ${request.path}`]);
      }
    };
  }

  /** Looks at an answer before it leaves. @throws GraphError 500 when Graph would not answer so. */
  answered(method: string, template: string, { status, body }: Answer): void {
    this.#remember(body);
    const faults = this.#answerFaults(method, template, status, body);
    if (faults.length > 0) {
      const words = `The local Microsoft 365 was about to answer something Graph would not: ${faults.slice(0, 5).join('; ')}`;
      this.#note([words]);
      throw new GraphError(500, 'AnswerDoesNotFit', words);
    }
  }

  #note(faults: readonly string[]): void {
    const isNew = (fault: string): boolean => !this.#noted.includes(fault);
    this.#noted.push(...faults.filter(isNew).slice(0, MOST_NOTED - this.#noted.length));
  }

  #remember(body: unknown): void {
    const { '@odata.nextLink': next, '@odata.deltaLink': delta } = (body ?? {}) as Record<string, unknown>;
    for (const link of [next, delta]) {
      if (typeof link === 'string' && URL.canParse(link)) {
        const { pathname, searchParams } = new URL(link);
        this.#given.add(addressOf(pathname.replace(/^\/v1\.0/, ''), searchParams));
      }
    }
  }
}

/** An address whose options stand in one order, whoever wrote it. */
function addressOf(path: string, query: URLSearchParams): string {
  return `${path}?${[...query]
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&')}`;
}
