import type { Limits } from '../limits/limits.ts';
import type { Faults } from '../local/faults.ts';
import { batchSteps } from './batch-step.ts';
import type { BatchStep } from './batch-step.ts';
import { checkContentType } from './content.ts';
import { GraphError, errorEnvelope, unexpected } from './error.ts';
import type { Answer, GraphRequest, Json } from './request.ts';
import { ok } from './request.ts';
import { NO_PERMISSION } from './router.ts';
import type { GraphRouter } from './router.ts';

/** What each request of a batch passes on its way, as a request by itself does. */
interface OnTheWay {
  faults: Faults;
  limits: Limits;
}

/** Several requests in one: each is answered by itself, a few at a time, in the order their dependencies ask for. */
export function graphBatch(router: GraphRouter, onTheWay: OnTheWay): void {
  router.at('POST', '/$batch', (request) => runBatch(router, onTheWay, request), NO_PERMISSION);
}

async function runBatch(router: GraphRouter, onTheWay: OnTheWay, request: GraphRequest): Promise<Answer> {
  const inTurn = turns(onTheWay.limits.atOnceInBatch);
  const answers = new Map<string, Promise<Json>>();
  for (const step of batchSteps(request.body)) {
    const before = step.dependsOn.map((id) => answers.get(id));
    const run = async (): Promise<Json> => {
      const settled = await Promise.all(before.map(async (answer) => (await answer)?.['status']));
      return settled.some((status) => Number(status) >= 400)
        ? failed(request, new GraphError(424, 'FailedDependency', 'A request this one depends on failed.'))
        : inTurn(() => runOne(router, onTheWay, request, step));
    };
    answers.set(step.id, run());
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
  step: BatchStep,
): Promise<Json> {
  const { method, path, query } = step;
  const { appId } = request.caller;
  const personId = request.caller.person?.id ?? null;
  let leave: (() => void) | undefined;
  try {
    checkAddress(path);
    const body = bodyOf(step);
    const bytes = step.body === undefined ? 0 : JSON.stringify(step.body).length;
    leave = limits.enter({ method, path, appId, callerId: personId, isNarrowed: query.includes('$select'), bytes });
    await limits.takeTime();
    const answer = await faults.within({ method, path: `/v1.0${path}`, personId, appId }, () =>
      router.dispatch({
        ...request,
        method,
        path,
        query: new URLSearchParams(query),
        header: (name) => step.headers.get(name.toLowerCase()),
        body,
      }),
    );
    return answered(answer);
  } catch (refusal) {
    return failed(request, refusal instanceof GraphError ? refusal : unexpected(refusal));
  } finally {
    leave?.();
  }
}

/** @throws GraphError 400 for an address that is not below the version of the batch, or another batch */
function checkAddress(path: string): void {
  if (!path.startsWith('/') || /^\/(v1\.0|beta)(\/|$)/i.test(path)) {
    throw new GraphError(400, 'BadRequest', `The URL of a request in a batch is relative to its version: ${path}`);
  }
  if (/^\/\$batch$/i.test(path)) {
    throw new GraphError(400, 'BadRequest', 'A batch cannot hold another batch.');
  }
}

/** What the operation gets to read: JSON as it stands, anything else from base64. @throws GraphError for a type nobody reads */
function bodyOf({ body, headers, path }: BatchStep): unknown {
  if (body === undefined) {
    return undefined;
  }
  const type = headers.get('content-type');
  checkContentType(type, path);
  return typeof body === 'string' && type?.startsWith('text/plain') === true
    ? Buffer.from(body, 'base64').toString()
    : body;
}

function answered({ status, headers, body, raw }: Answer): Json {
  if (raw !== undefined) {
    return { status, headers: { 'Content-Type': raw.contentType, ...headers }, body: raw.bytes.toString('base64') };
  }
  return body === undefined
    ? { status, headers: { ...headers } }
    : { status, headers: { 'Content-Type': 'application/json', ...headers }, body };
}

function failed(request: GraphRequest, refusal: GraphError): Json {
  return {
    status: refusal.status,
    headers: { 'Content-Type': 'application/json', ...refusal.headers },
    body: errorEnvelope(refusal.code, refusal.message, request.tenant.now(), undefined),
  };
}
