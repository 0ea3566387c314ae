import { setTimeout as pause } from 'node:timers/promises';
import type { Limits } from '../limits/limits.ts';
import type { Faults } from '../local/faults.ts';
import { GraphError, errorEnvelope } from './error.ts';
import type { Answer, GraphRequest, Json } from './request.ts';
import { bodyValue, ok, textValue } from './request.ts';
import type { GraphRouter } from './router.ts';

const MOST_REQUESTS = 20;

/** What each request of a batch passes on its way, as a request by itself does. */
interface OnTheWay {
  faults: Faults;
  limits: Limits;
}

/** Several requests in one: each is answered by itself, a few at a time, in the order their dependencies ask for. */
export function graphBatch(router: GraphRouter, onTheWay: OnTheWay): void {
  router.at('POST', '/$batch', (request) => runBatch(router, onTheWay, request), {
    delegated: ['User.Read', 'Calendars.Read', 'Mail.Send'],
    application: ['User.Read.All', 'Calendars.Read', 'Mail.Send'],
  });
}

async function runBatch(router: GraphRouter, onTheWay: OnTheWay, request: GraphRequest): Promise<Answer> {
  const requests = bodyValue(request.body, 'requests');
  if (!Array.isArray(requests) || requests.length > MOST_REQUESTS) {
    throw new GraphError(400, 'BadRequest', `A batch holds at most ${String(MOST_REQUESTS)} requests.`);
  }
  const ids = requests.map((one: unknown) => bodyValue(one, 'id'));
  if (ids.some((id) => typeof id !== 'string') || new Set(ids).size !== ids.length) {
    throw new GraphError(400, 'BadRequest', 'Each request of a batch needs an id of its own.');
  }
  const inTurn = turns(onTheWay.limits.atOnceInBatch);
  const answers = new Map<string, Promise<Json>>();
  for (const one of requests as unknown[]) {
    const dependsOn = bodyValue(one, 'dependsOn');
    const before = (Array.isArray(dependsOn) ? (dependsOn as unknown[]) : []).map((other) =>
      answers.get(String(other)),
    );
    const run = async (): Promise<Json> => {
      const settled = await Promise.all(before.map(async (answer) => (await answer)?.['status']));
      const isHeldBack = settled.some((status) => Number(status ?? 424) >= 400);
      return isHeldBack
        ? failed(request, new GraphError(424, 'FailedDependency', 'A request this one depends on failed.'))
        : inTurn(() => runOne(router, onTheWay, request, one));
    };
    answers.set(String(bodyValue(one, 'id')), run());
  }
  const responses = await Promise.all([...answers].map(async ([id, answer]) => ({ id, ...(await answer) })));
  return ok({ responses });
}

/** Lets so many work at a time, first come first served. */
function turns(most: number): (work: () => Promise<Json>) => Promise<Json> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

async function runOne(
  router: GraphRouter,
  { faults, limits }: OnTheWay,
  request: GraphRequest,
  one: unknown,
): Promise<Json> {
  const [step = '', query = ''] = (textValue(one, 'url') ?? '').split('?');
  const headers = bodyValue(one, 'headers');
  const method = (textValue(one, 'method') ?? 'GET').toUpperCase();
  const path = step.startsWith('/') ? step : `/${step}`;
  const { appId } = request.caller;
  const personId = request.caller.person?.id ?? null;
  const body = bodyValue(one, 'body');
  let leave: (() => void) | undefined;
  try {
    const bytes = body === undefined ? 0 : JSON.stringify(body).length;
    leave = limits.enter({ method, path, appId, callerId: personId, isNarrowed: query.includes('$select'), bytes });
    await pause(limits.latencyMs);
    const answer = await faults.within({ method, path: `/v1.0${path}`, personId, appId }, () => {
      return router.dispatch({
        ...request,
        method,
        path,
        query: new URLSearchParams(query),
        header: (name) => {
          const value = bodyValue(headers, name);
          return typeof value === 'string' ? value : undefined;
        },
        body,
      });
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
  } finally {
    leave?.();
  }
}

function failed(request: GraphRequest, refusal: GraphError): Json {
  return {
    status: refusal.status,
    headers: { 'Content-Type': 'application/json', ...refusal.headers },
    body: errorEnvelope(refusal.code, refusal.message, request.tenant.now(), undefined),
  };
}
