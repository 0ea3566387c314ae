import express, { Router } from 'express';
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { TokenOffice } from '../entra/tokens.ts';
import type { Controls } from '../local/controls.ts';
import type { Limits } from '../limits/limits.ts';
import { callerOf } from './caller.ts';
import { checkAccept, checkContentType, unreadableBody } from './content.ts';
import { GraphError, errorEnvelope, unexpected } from './error.ts';
import type { Answer, Caller } from './request.ts';
import { graphBatch } from './batch.ts';
import { Conformance } from './conformance.ts';
import { graphOperations } from './operations.ts';
import type { Incoming, Operation } from './router.ts';
import { wireHeaders } from './wire-headers.ts';
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
  router.use(wireHeaders);
  router.use(limits.sizeHandler());
  // A length nobody announced is known once the body is there.
  const verify = (request: { url?: string | undefined }, _response: unknown, body: Buffer): void => {
    limits.checkSize((request.url ?? '').split('?')[0] ?? '', body.length);
  };
  router.use(express.json({ limit: '8mb', type: ['application/json', 'application/*+json'], verify }));
  router.use(express.text({ limit: '8mb', type: 'text/plain', verify }));
  router.use(async (request, response) => {
    const caller = await callerOf(tenant, office, request);
    if (hasBody(request)) {
      checkContentType(request.get('content-type'), request.path);
    }
    checkAccept(request.get('accept'), request.path);
    const sent = incoming(tenant, request, caller, settings.origin);
    if (conformance !== null && caller.appId === tenant.apps.clientId) {
      const left = conformance.arrived(sent);
      response.once('close', () => {
        left(response.statusCode);
      });
    }
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
  await limits.takeTime();
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
    graphBase: `${forwardedOrigin(request) ?? origin}/v1.0`,
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

/** The origin a proxy that ends TLS says it was asked for; links then lead back through it. */
function forwardedOrigin(request: Request): string | null {
  const host = request.get('x-forwarded-host');
  const origin = `${request.get('x-forwarded-proto') ?? 'http'}://${host ?? ''}`;
  return host !== undefined && /^https?:\/\/[\w.-]+(:\d+)?$/.test(origin) ? origin : null;
}

function hasBody(request: Request): boolean {
  return Number(request.get('content-length') ?? 0) > 0 || request.get('transfer-encoding') !== undefined;
}

function refuse(tenant: Tenant, request: Request, response: Response, refusal: unknown): void {
  const { status, code, message, headers } = graphErrorOf(refusal);
  const ids = [request.get('client-request-id'), response.get('request-id')] as const;
  response
    .status(status)
    .set(headers)
    .json(errorEnvelope(code, message, tenant.now(), ...ids));
}

/** What went wrong, in Graph's words where it has any. */
function graphErrorOf(fault: unknown): GraphError {
  if (fault instanceof GraphError) {
    return fault;
  }
  // What Express says of a body or an address it could not read.
  const { status, type } = (fault ?? {}) as { status?: unknown; type?: unknown };
  if (status === 413) {
    return new GraphError(413, 'ErrorRequestTooLarge', 'The request is larger than the service takes.');
  }
  if (status === 415 || type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return new GraphError(415, 'RequestBodyRead', 'The encoding of the request body is not supported.');
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return fault instanceof URIError
      ? new GraphError(400, 'BadRequest', 'The address is not well formed.')
      : unreadableBody();
  }
  return unexpected(fault);
}
