import { GraphError } from './error.ts';
import { bodyValue, textValue } from './request.ts';

const MOST_REQUESTS = 20;
const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** One request of a batch. */
export interface BatchStep {
  id: string;
  method: string;
  /** Below `/v1.0`, without the query. */
  path: string;
  query: string;
  /** By name in lower case. */
  headers: ReadonlyMap<string, string>;
  body: unknown;
  /** Ids of requests that stand earlier, as those are written. */
  dependsOn: readonly string[];
}

/** The requests of a batch. @throws GraphError 400 where Graph refuses the whole of it. */
export function batchSteps(body: unknown): BatchStep[] {
  const requests = bodyValue(body, 'requests');
  if (!Array.isArray(requests) || requests.length === 0) {
    throw refused('Invalid batch payload format.');
  }
  if (requests.length > MOST_REQUESTS) {
    throw refused(`Number of requests in a batch exceeds the maximum of ${String(MOST_REQUESTS)}.`);
  }
  const steps: BatchStep[] = [];
  for (const one of requests as unknown[]) {
    steps.push(stepOf(one, steps));
  }
  return steps;
}

function stepOf(one: unknown, earlier: readonly BatchStep[]): BatchStep {
  const id = textValue(one, 'id') ?? '';
  const method = (textValue(one, 'method') ?? '').toUpperCase();
  const url = textValue(one, 'url') ?? '';
  if (id === '' || url === '' || !METHODS.includes(method)) {
    throw refused('Invalid batch payload format.');
  }
  if (earlier.some((other) => isSame(other.id, id))) {
    throw refused(`Request Id ${id} has to be unique in a batch.`);
  }
  const headers = headersOf(bodyValue(one, 'headers'));
  const body = bodyValue(one, 'body') ?? undefined;
  if (body !== undefined && !headers.has('content-type')) {
    throw refused(`Write request with id '${id}' does not contain a Content-Type header.`);
  }
  const [path = '', ...query] = url.split('?');
  return {
    id,
    method,
    path: /^(\/|[a-z][a-z0-9+.-]*:)/i.test(path) ? path : `/${path}`,
    query: query.join('?'),
    headers,
    body,
    dependsOn: dependencies(bodyValue(one, 'dependsOn'), id, earlier),
  };
}

function dependencies(given: unknown, id: string, earlier: readonly BatchStep[]): string[] {
  if (given === undefined || given === null) {
    return [];
  }
  if (!Array.isArray(given)) {
    throw refused('Invalid batch payload format.');
  }
  return (given as unknown[]).map((wanted) => {
    const found = earlier.find((other) => typeof wanted === 'string' && isSame(other.id, wanted));
    if (found === undefined) {
      throw refused(`Invalid dependency for request Id ${id}.`);
    }
    return found.id;
  });
}

function headersOf(given: unknown): Map<string, string> {
  const pairs = typeof given === 'object' && given !== null ? Object.entries(given as Record<string, unknown>) : [];
  return new Map(
    pairs.flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function refused(message: string): GraphError {
  return new GraphError(400, 'BadRequest', message);
}
