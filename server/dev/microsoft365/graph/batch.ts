import { GraphError, errorEnvelope } from './error.ts';
import type { Answer, GraphRequest, Json } from './request.ts';
import { bodyValue, ok, textValue } from './request.ts';
import type { GraphRouter } from './router.ts';

const MOST_REQUESTS = 20;

/** Several requests in one: each is answered by itself, in the order their dependencies ask for. */
export function graphBatch(router: GraphRouter): void {
  router.at('POST', '/$batch', (request) => runBatch(router, request), {
    delegated: ['User.Read', 'Calendars.Read', 'Mail.Send'],
    application: ['User.Read.All', 'Calendars.Read', 'Mail.Send'],
  });
}

async function runBatch(router: GraphRouter, request: GraphRequest): Promise<Answer> {
  const requests = bodyValue(request.body, 'requests');
  if (!Array.isArray(requests) || requests.length > MOST_REQUESTS) {
    throw new GraphError(400, 'BadRequest', `A batch holds at most ${String(MOST_REQUESTS)} requests.`);
  }
  const ids = requests.map((one: unknown) => bodyValue(one, 'id'));
  if (ids.some((id) => typeof id !== 'string') || new Set(ids).size !== ids.length) {
    throw new GraphError(400, 'BadRequest', 'Each request of a batch needs an id of its own.');
  }
  const answers = new Map<string, Json>();
  for (const one of requests as unknown[]) {
    const id = String(bodyValue(one, 'id'));
    const dependsOn = bodyValue(one, 'dependsOn');
    const isHeldBack = (Array.isArray(dependsOn) ? (dependsOn as unknown[]) : []).some(
      (other) => Number(answers.get(String(other))?.['status'] ?? 424) >= 400,
    );
    answers.set(id, {
      id,
      ...(isHeldBack
        ? failed(request, new GraphError(424, 'FailedDependency', 'A request this one depends on failed.'))
        : await runOne(router, request, one)),
    });
  }
  return ok({ responses: [...answers.values()] });
}

async function runOne(router: GraphRouter, request: GraphRequest, one: unknown): Promise<Json> {
  const [path = '', query = ''] = (textValue(one, 'url') ?? '').split('?');
  const headers = bodyValue(one, 'headers');
  try {
    const { answer } = await router.dispatch({
      ...request,
      method: (textValue(one, 'method') ?? 'GET').toUpperCase(),
      path: path.startsWith('/') ? path : `/${path}`,
      query: new URLSearchParams(query),
      header: (name) => {
        const value = bodyValue(headers, name);
        return typeof value === 'string' ? value : undefined;
      },
      body: bodyValue(one, 'body'),
    });
    return {
      status: answer.status,
      headers: { 'Content-Type': 'application/json', ...answer.headers },
      ...(answer.raw === undefined ? { body: answer.body ?? null } : { body: answer.raw.bytes.toString('base64') }),
    };
  } catch (refusal) {
    if (refusal instanceof GraphError) {
      return failed(request, refusal);
    }
    throw refusal;
  }
}

function failed(request: GraphRequest, refusal: GraphError): Json {
  return {
    status: refusal.status,
    headers: { 'Content-Type': 'application/json', ...refusal.headers },
    body: errorEnvelope(refusal.code, refusal.message, request.tenant.now(), undefined),
  };
}
