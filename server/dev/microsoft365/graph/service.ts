import { setTimeout } from 'node:timers/promises';
import express, { Router } from 'express';
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { JWTPayload } from 'jose';
import { GRAPH_AUDIENCE } from '../entra/tokens.ts';
import type { TokenOffice } from '../entra/tokens.ts';
import type { Controls } from '../local/controls.ts';
import type { Limits } from '../limits/limits.ts';
import { GraphError, errorEnvelope } from './error.ts';
import type { Answer, Caller } from './request.ts';
import { graphBatch } from './batch.ts';
import { Conformance } from './conformance.ts';
import { graphOperations } from './operations.ts';
import type { Incoming, Operation } from './router.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import { GraphSlice } from './openapi.ts';
import { graphSubscriptions } from '../subscriptions/subscription-routes.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** Graph as it is mounted, and every operation it answers. */
export interface GraphService {
  router: Router;
  operations: readonly Operation[];
  /** What passed so far that does not fit Graph's description, where that is looked at. */
  faults: () => readonly string[];
}

/** Graph v1.0 over HTTP: tokens checked, faults applied, errors in Graph's envelope, requests and answers checked when asked for. */
export async function graphService(
  tenant: Tenant,
  office: TokenOffice,
  controls: Controls,
  settings: { origin: string; validate: boolean },
): Promise<GraphService> {
  const slice = new GraphSlice();
  const conformance = settings.validate ? await Conformance.watching(slice) : null;
  const graph = graphOperations(tenant, slice, conformance);
  const { faults, limits, deliveries } = controls;
  graphBatch(graph, controls);
  graphSubscriptions(graph, deliveries);
  const router = Router();
  router.use(limits.sizeHandler());
  // A length nobody announced is known once the body is there.
  const verify = (request: { url?: string | undefined }, _response: unknown, body: Buffer): void => {
    limits.checkSize((request.url ?? '').split('?')[0] ?? '', body.length);
  };
  router.use(express.json({ limit: '8mb', type: ['application/json', 'application/*+json'], verify }));
  router.use(express.text({ limit: '8mb', type: 'text/plain', verify }));
  router.use(async (request, response) => {
    const requestId = freshGuid();
    response.set({
      'request-id': requestId,
      'client-request-id': request.get('client-request-id') ?? requestId,
      'Cache-Control': 'private',
    });
    const caller = await callerOf(tenant, office, request);
    const sent = incoming(tenant, request, caller, settings.origin);
    const leftWith = conformance?.arrived(sent, caller.appId === tenant.apps.clientId);
    response.once('close', () => leftWith?.(response.statusCode));
    await limited(limits, caller, request, response);
    const [personId, appId] = [caller.person?.id ?? null, caller.appId];
    await faults.around(
      { method: request.method, path: `/v1.0${request.path}`, personId, appId, request, response },
      async () => {
        try {
          send(response, await graph.dispatch(sent));
        } catch (refusal) {
          refuse(tenant, request, response, refusal);
        }
      },
    );
  });
  const failed: ErrorRequestHandler = (fault, request, response, _next) => {
    refuse(tenant, request, response, fault);
  };
  router.use(failed);
  return { router, operations: graph.operations(), faults: () => conformance?.faults ?? [] };
}

/** Counts a request towards what one application may ask; its place is free again once its answer has left. */
async function limited(limits: Limits, caller: Caller, request: Request, response: Response): Promise<void> {
  // The pages of the local Teams and Outlook are Microsoft's own: nothing is refused to them.
  if (request.get('x-local-pages') !== undefined) {
    return;
  }
  const leave = limits.enter({
    method: request.method,
    path: request.path,
    appId: caller.appId,
    callerId: caller.person?.id ?? null,
    isNarrowed: request.url.includes('$select') || request.url.includes('%24select'),
    bytes: Number(request.get('content-length') ?? 0),
  });
  response.once('close', leave);
  if (limits.latencyMs > 0) {
    await setTimeout(limits.latencyMs);
  }
}

function incoming(tenant: Tenant, request: Request, caller: Caller, origin: string): Incoming {
  return {
    tenant,
    method: request.method,
    path: request.path.replace(/\/$/, ''),
    query: new URLSearchParams(request.url.split('?')[1] ?? ''),
    header: (name) => request.get(name),
    body: request.body as unknown,
    caller,
    graphBase: `${origin}/v1.0`,
  };
}

function send(response: Response, { status, body, headers, raw }: Answer): void {
  response.status(status).set(headers ?? {});
  if (raw !== undefined) {
    response.type(raw.contentType).send(raw.bytes);
  } else if (body === undefined) {
    response.end();
  } else {
    response.json(body);
  }
}

function refuse(tenant: Tenant, request: Request, response: Response, refusal: unknown): void {
  const isMalformed = refusal instanceof SyntaxError && 'body' in refusal;
  const known = isMalformed
    ? new GraphError(
        400,
        'BadRequest',
        'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
      )
    : refusal;
  if (known instanceof GraphError) {
    response
      .status(known.status)
      .set(known.headers)
      .json(errorEnvelope(known.code, known.message, tenant.now(), request.get('client-request-id')));
    return;
  }
  const tooLarge = typeof known === 'object' && known !== null && 'status' in known && known.status === 413;
  const words = known instanceof Error ? (known.stack ?? known.message) : String(known);
  response
    .status(tooLarge ? 413 : 500)
    .json(
      errorEnvelope(
        tooLarge ? 'ErrorRequestTooLarge' : 'InternalServerError',
        words,
        tenant.now(),
        request.get('client-request-id'),
      ),
    );
}

async function callerOf(tenant: Tenant, office: TokenOffice, request: Request): Promise<Caller> {
  const token = /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (token === undefined) {
    throw unauthorised('Access token is empty.');
  }
  const claims = await verified(office, token);
  const person = typeof claims['oid'] === 'string' ? (tenant.people.get(claims['oid']) ?? null) : null;
  const isApp = claims['idtyp'] === 'app';
  const roles = Array.isArray(claims['roles'])
    ? claims['roles'].filter((one): one is string => typeof one === 'string')
    : [];
  const scopes = typeof claims['scp'] === 'string' ? claims['scp'].split(' ') : [];
  if (!isApp && person === null) {
    throw unauthorised('Access token validation failure. The user is unknown.');
  }
  return {
    person: isApp ? null : person,
    appId: typeof claims['appid'] === 'string' ? claims['appid'] : '',
    permissions: new Set(isApp ? roles : scopes),
  };
}

async function verified(office: TokenOffice, token: string): Promise<JWTPayload> {
  try {
    return await office.verify(token, GRAPH_AUDIENCE);
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    const claim = fault instanceof Error && 'claim' in fault ? String(fault.claim) : '';
    throw unauthorised(
      code === 'ERR_JWT_EXPIRED'
        ? 'Lifetime validation failed, the token is expired.'
        : claim === 'aud'
          ? 'Access token validation failure. Invalid audience.'
          : 'Access token validation failure.',
    );
  }
}

function unauthorised(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate':
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
  });
}
