import { api, type RequestOf, type ResponseOf, type RouteName } from '#contract/api.ts';
import type { Route } from '#contract/route.ts';
import { problem } from '#contract/problem.ts';
import type { TokenWish } from '../host/host.ts';
import { ApiError, Offline, unexpectedProblem } from './api-error.ts';

type PathParams<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & PathParams<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Record<Name, string>
    : unknown;

/** The `:names` of a route's path. */
export type ParamsOf<Name extends RouteName> = PathParams<(typeof api)[Name]['path']>;

type ParamsPart<Name extends RouteName> =
  unknown extends ParamsOf<Name> ? { params?: undefined } : { params: ParamsOf<Name> };
type RequestPart<Name extends RouteName> =
  Record<string, never> extends RequestOf<Name> ? { request?: RequestOf<Name> } : { request: RequestOf<Name> };

/** What a call needs: the ids in its path and what it says. */
export type CallOptions<Name extends RouteName> = ParamsPart<Name> & RequestPart<Name> & { signal?: AbortSignal };

/**
 * Calls a route of the contract as the person signed in.
 * @throws ApiError when the server says no; Offline when nobody answers; SignInFailed when there is no token.
 */
export type CallApi = <Name extends RouteName>(name: Name, options: CallOptions<Name>) => Promise<ResponseOf<Name>>;

/** What calls are made with. */
export interface CallNeeds {
  readonly getToken: (wish?: TokenWish) => Promise<string>;
  readonly fetch: typeof fetch;
}

const answerMilliseconds = 30_000;
const gatewayStatuses = new Set([502, 503, 504]);

/** Makes the one function that speaks to the server. A refused token or a claims challenge is answered once with a better token. */
export function createCallApi({ getToken, fetch }: CallNeeds): CallApi {
  return async (name, options) => {
    const first = await attempt(name, options, await getToken());
    if (!(first instanceof ApiError)) return first;
    const wish = betterToken(first);
    if (wish === null) throw first;
    const second = await attempt(name, options, await getToken(wish));
    if (second instanceof ApiError) throw second;
    return second;
  };

  async function attempt<Name extends RouteName>(
    name: Name,
    options: CallOptions<Name>,
    token: string,
  ): Promise<ResponseOf<Name> | ApiError> {
    const { method, path, response }: Route = api[name];
    const request: unknown = options.request ?? {};
    const isGet = method === 'GET';
    const address = fillPath(path, options.params ?? {}) + (isGet ? queryOf(request) : '');
    const answer = await send(address, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(isGet ? {} : { 'content-type': 'application/json' }) },
      ...(isGet ? {} : { body: JSON.stringify(request) }),
      signal: limited(options.signal),
    });
    const body = await readJson(answer, options.signal);
    if (!answer.ok) return readProblem(answer, body);
    const parsed = response.safeParse(body);
    if (!parsed.success) return unexpectedProblem(answer.headers.get('x-request-id') ?? '');
    return parsed.data as ResponseOf<Name>;
  }

  async function send(address: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
    try {
      return await fetch(address, init);
    } catch (error) {
      throw error instanceof DOMException && error.name === 'AbortError' ? error : new Offline(error);
    }
  }
}

function betterToken(error: ApiError): TokenWish | null {
  if (error.code === 'not-signed-in') return { fresh: true };
  return error.code === 'claims-needed' && error.claims !== null ? { claims: error.claims } : null;
}

function readProblem(answer: Response, body: unknown): ApiError {
  const parsed = problem.safeParse(body);
  if (parsed.success) return new ApiError(parsed.data);
  if (gatewayStatuses.has(answer.status)) throw new Offline(answer.status);
  return unexpectedProblem(answer.headers.get('x-request-id') ?? '');
}

async function readJson(answer: Response, signal: AbortSignal | undefined): Promise<unknown> {
  let text: string;
  try {
    text = await answer.text();
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Offline(error);
  }
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fillPath(path: string, params: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

function queryOf(request: unknown): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request as Record<string, string | number | null | undefined>)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function limited(signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(answerMilliseconds);
  return signal === undefined ? limit : AbortSignal.any([signal, limit]);
}
