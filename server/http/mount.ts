import { Router, type Request, type Response } from 'express';
import { api, type RouteName } from '#contract/api.ts';
import type { Route } from '#contract/route.ts';
import { Refusal } from '#core/refusal.ts';
import type { Store } from '../ports/store.ts';
import { admission, type Admit } from './admit.ts';
import { actorOf } from './authenticate.ts';
import type { Handler, Handlers } from './handlers.ts';
import { Malformed } from './problem-response.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function paramsOf(request: Request): (name: string) => string {
  return (name) => {
    const value = request.params[name];
    if (typeof value !== 'string' || !uuid.test(value)) throw new Refusal('not-found');
    return value.toLowerCase();
  };
}

/** Bodies are JSON and say so: a form or plain text from another page is refused before it is read. */
function payloadOf(request: Request, route: Route): unknown {
  if (route.method === 'GET') return request.query;
  if (request.is('application/json') === false) throw new Malformed([{ path: '', message: 'send JSON' }]);
  return request.body ?? {};
}

function parsed(route: Route, payload: unknown): unknown {
  const result = route.request.safeParse(payload);
  if (result.success) return result.data;
  throw new Malformed(
    result.error.issues
      .slice(0, 20)
      .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })),
  );
}

function respond(admit: Admit, name: RouteName, route: Route, handler: Handler<RouteName>) {
  return async (request: Request, response: Response): Promise<void> => {
    response.locals['route'] = name;
    const actor = actorOf(response);
    const param = paramsOf(request);
    await admit(actor, route.access, param);
    const result = await handler({ actor, param, request: parsed(route, payloadOf(request, route)) as never });
    response.setHeader('Cache-Control', 'no-store');
    response.json(result);
  };
}

/** Every route of the contract, each behind its access rule. Nothing else answers under `/api`. */
export function mountRoutes(store: Store, handlers: Handlers): Router {
  const admit = admission(store);
  const router = Router({ caseSensitive: true, strict: true });
  for (const name of Object.keys(api) as RouteName[]) {
    const route: Route = api[name];
    const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    router[method](route.path, respond(admit, name, route, handlers[name] as unknown as Handler<RouteName>));
  }
  return router;
}
