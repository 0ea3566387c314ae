import { api, changesPath, type RequestOf, type ResponseOf, type RouteName } from '#contract/api.ts';
import type { Route } from '#contract/route.ts';
import { changeEvent, type ChangeEvent } from '#contract/changes.ts';
import { problem, type Problem } from '#contract/problem.ts';

/** A refusal or failure as it came over HTTP. */
export class ProblemAnswer extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, body: Problem) {
    super(`${status} ${body.code} ${JSON.stringify(body.fields ?? body.details)}`);
    this.status = status;
    this.problem = body;
  }
}

export interface Sent<Name extends RouteName> {
  readonly params?: Readonly<Record<string, string>>;
  readonly request?: RequestOf<Name>;
}

/** What Graph said to Outlook. */
export interface OutlookAnswer {
  readonly status: number;
  /** Parsed; empty where there is none. */
  readonly body: Record<string, unknown>;
}

/** One person's way into Duologue and Graph over HTTP, as their browser would have it. */
export interface PersonClient {
  readonly personId: string;
  /** The API token in use. */
  token(): string;
  call<Name extends RouteName>(name: Name, sent?: Sent<Name>): Promise<ResponseOf<Name>>;
  /** The refusal a call gives. Fails when it succeeds. */
  refused<Name extends RouteName>(name: Name, sent?: Sent<Name>): Promise<Problem>;
  graph(path: string): Promise<Record<string, unknown>>;
  /** Signs in once more, as Microsoft asked for with `claims`: the next call brings a new token. */
  signInAgain(claims?: string): Promise<void>;
  /** Graph as Outlook itself calls it for them: with any method, and the answer whatever it is. Times are in UTC. */
  outlook(method: string, path: string, body?: unknown): Promise<OutlookAnswer>;
  /** Changes as they come, until the signal ends. */
  changes(signal: AbortSignal): AsyncGenerator<ChangeEvent>;
}

function addressOf(origin: string, route: Route, sent: Sent<RouteName>): string {
  const path = route.path.replaceAll(/:(\w+)/g, (_all, name: string) => encodeURIComponent(sent.params?.[name] ?? ''));
  if (route.method !== 'GET' || sent.request === undefined) return origin + path;
  const query = Object.entries(sent.request as Record<string, unknown>).filter(([, value]) => value !== undefined);
  return `${origin}${path}?${new URLSearchParams(query.map(([key, value]) => [key, String(value)])).toString()}`;
}

/** Where Duologue and its Microsoft 365 answer. */
export interface Origins {
  readonly origin: string;
  readonly microsoft365: { readonly origin: string };
}

interface Tokens {
  readonly apiToken: string;
  readonly graphToken: string;
}

async function signIn(trial: Origins, personId: string, claims?: string): Promise<Tokens> {
  const answer = await fetch(`${trial.microsoft365.origin}/_local/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ personId, ...(claims === undefined ? {} : { claims }) }),
  });
  return (await answer.json()) as Tokens;
}

/** Signs somebody in. An expired token is renewed, as the host does for a browser. */
export async function personClient(trial: Origins, personId: string): Promise<PersonClient> {
  let tokens = await signIn(trial, personId);
  const authorised = async (send: (tokens: Tokens) => Promise<Response>): Promise<Response> => {
    const answer = await send(tokens);
    if (answer.status !== 401) return answer;
    tokens = await signIn(trial, personId);
    return send(tokens);
  };
  const call = async <Name extends RouteName>(name: Name, sent: Sent<Name> = {}): Promise<ResponseOf<Name>> => {
    const route: Route = api[name];
    const bodied = route.method !== 'GET';
    const response = await authorised(({ apiToken }) =>
      fetch(addressOf(trial.origin, route, sent), {
        method: route.method,
        headers: { Authorization: `Bearer ${apiToken}`, ...(bodied ? { 'Content-Type': 'application/json' } : {}) },
        ...(bodied ? { body: JSON.stringify(sent.request ?? {}) } : {}),
      }),
    );
    const body: unknown = await response.json();
    if (!response.ok) throw new ProblemAnswer(response.status, problem.parse(body));
    return route.response.parse(body) as ResponseOf<Name>;
  };
  return {
    personId,
    token: () => tokens.apiToken,
    call,
    refused: async (name, sent) => {
      try {
        await call(name, sent);
      } catch (cause) {
        if (cause instanceof ProblemAnswer) return cause.problem;
        throw cause;
      }
      throw new Error(`${name} was not refused`);
    },
    graph: async (path) => {
      const response = await authorised(({ graphToken }) =>
        fetch(`${trial.microsoft365.origin}/v1.0${path}`, { headers: { Authorization: `Bearer ${graphToken}` } }),
      );
      return (await response.json()) as Record<string, unknown>;
    },
    outlook: async (method, path, body) => {
      const response = await authorised(({ graphToken }) =>
        fetch(`${trial.microsoft365.origin}/v1.0${path}`, {
          method,
          headers: {
            Authorization: `Bearer ${graphToken}`,
            Prefer: 'outlook.timezone="UTC"',
            ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
    },
    signInAgain: async (claims) => {
      tokens = await signIn(trial, personId, claims);
    },
    changes: async function* (signal) {
      const response = await authorised(({ apiToken }) =>
        fetch(trial.origin + changesPath, { headers: { Authorization: `Bearer ${apiToken}` }, signal }),
      );
      if (response.body === null) return;
      let rest = '';
      for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line !== '') yield changeEvent.parse(JSON.parse(line));
      }
    },
  };
}
