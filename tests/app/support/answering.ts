import { api, changesPath, type RouteName } from '#contract/api.ts';
import type { ProblemCode } from '#contract/problem.ts';

/** A call as it went over the wire. */
export interface Call {
  readonly name: RouteName | 'changes' | null;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly token: string;
  /** Ends when the caller gives up. */
  readonly signal: AbortSignal | null;
}

/** What the other end does with a call: answers it, or never hears it. */
export type Answer = (call: Call) => Response | Promise<Response>;

/** The other end of the wire: answers calls by route, in the contract's shapes, and remembers them. */
export interface Answering {
  readonly fetch: typeof fetch;
  readonly calls: Call[];
  readonly answers: Partial<Record<RouteName | 'changes', Answer>>;
  callsOf(name: RouteName): Call[];
}

/** Answers calls with what is given by route; others get a 404 in words. */
export function answering(answers: Answering['answers']): Answering {
  const calls: Call[] = [];
  return {
    calls,
    answers,
    callsOf: (name) => calls.filter((call) => call.name === name),
    fetch: async (input, init) => {
      const url = new URL(input as string, 'http://localhost');
      const call: Call = {
        name: nameOf(init?.method ?? 'GET', url.pathname),
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
        token: new Headers(init?.headers).get('authorization') ?? '',
        signal: init?.signal ?? null,
      };
      calls.push(call);
      const answer = call.name === null ? undefined : answers[call.name];
      return answer === undefined ? refusing('not-found', 404) : answer(call);
    },
  };
}

/** A good answer. */
export function giving(body: unknown): Response {
  return new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } });
}

/** A no in the contract's one envelope. */
export function refusing(code: ProblemCode, status: number, more: Record<string, unknown> = {}): Response {
  return new Response(JSON.stringify({ code, requestId: '7F3-K29', details: {}, ...more }), { status });
}

/** Nobody answers. */
export function silence(): never {
  throw new TypeError('Failed to fetch');
}

function nameOf(method: string, path: string): Call['name'] {
  if (path === changesPath) return 'changes';
  for (const [name, route] of Object.entries(api)) {
    const pattern = new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`);
    if (route.method === method && pattern.test(path)) return name as RouteName;
  }
  return null;
}
