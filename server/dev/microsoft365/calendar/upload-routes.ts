import express, { Router } from 'express';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { hang } from './attachment-routes.ts';
import { itemId } from './event.ts';
import { WRITES, onCalendars } from './event-paths.ts';
import { findItem } from './item-lookup.ts';
import { graphInstant } from './local-time.ts';
import { LARGEST_RANGE_BYTES, beginUpload, openUploads, takeRange } from './upload-session.ts';
import type { UploadSession } from './upload-session.ts';
import { GraphError, errorEnvelope } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { created, jsonBody } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** Upload sessions for files of 3 MB and more on events. */
export function graphUploads(router: GraphRouter): void {
  onCalendars(router, 'POST', '/events/{event-id}/attachments/createUploadSession', createSession, WRITES);
}

function createSession(request: GraphRequest): Answer {
  const item = findItem(request);
  const session = beginUpload(request.tenant, jsonBody(request), {
    folder: 'Events',
    mailbox: request.owner.id,
    itemId: itemId(item),
    ownerId: item.event.id,
    date: item.date,
    hang: (file) => {
      // The item may have changed while the file was on its way.
      hang(request, findItem(request), file);
    },
  });
  return uploadAnswer(request, session);
}

/** The answer to a new upload session, with the address that takes its ranges. */
export function uploadAnswer({ graphBase }: GraphRequest, session: UploadSession): Answer {
  return created({
    '@odata.context': `${graphBase}/$metadata#microsoft.graph.uploadSession`,
    uploadUrl: `${graphBase.replace(/\/v1\.0$/, '')}${session.path}?authtoken=${session.token}`,
    expirationDateTime: graphInstant(session.expiresAt),
    nextExpectedRanges: ['0-'],
  });
}

/** Where ranges of large files arrive, apart from Graph and without its tokens: the address itself lets in. */
export function uploadReception(tenant: Tenant): Router {
  const router = Router();
  router.use(express.raw({ type: () => true, limit: LARGEST_RANGE_BYTES }));
  router.put(/.*/, (request, response) => {
    const session = openSession(request);
    const { body } = request as { body: unknown };
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const file = takeRange(session, request.get('content-range') ?? '', bytes);
    if (file === null) {
      response.json({
        ExpirationDateTime: graphInstant(session.expiresAt),
        nextExpectedRanges: [String(session.next)],
      });
      return;
    }
    const origin = `${request.protocol}://${request.get('host') ?? 'localhost'}`;
    const item = session.path.replace(/\/AttachmentSessions\(.*$/, '');
    response.status(201).set('Location', `${origin}${item}/Attachments('${file.id}')`).end();
  });
  router.delete(/.*/, (request, response) => {
    openUploads().delete(openSession(request).id);
    response.status(204).end();
  });
  const failed: ErrorRequestHandler = (fault, request, response, _next) => {
    refuse(tenant, fault, request, response);
  };
  router.use(failed);
  return router;
}

/** @throws GraphError 401 when the token does not belong to the session, 404 when there is no such session any more. */
function openSession(request: Request): UploadSession {
  const id = /\/AttachmentSessions\('([^']+)'\)$/i.exec(request.path)?.[1] ?? '';
  const session = openUploads().get(id);
  if (session === undefined) {
    throw new GraphError(404, 'ErrorItemNotFound', 'The upload session was not found; it may have expired.');
  }
  if (request.query['authtoken'] !== session.token) {
    throw new GraphError(401, 'InvalidAuthenticationToken', 'The address does not carry the token of this session.');
  }
  return session;
}

function refuse(tenant: Tenant, fault: unknown, request: Request, response: Response): void {
  const { status } = (fault ?? {}) as { status?: unknown };
  const known =
    fault instanceof GraphError
      ? fault
      : status === 413
        ? new GraphError(413, 'ErrorRequestTooLarge', 'A range of a file holds at most 4 MB.')
        : new GraphError(400, 'ErrorInvalidRequest', 'The request could not be read.');
  response
    .status(known.status)
    .json(errorEnvelope(known.code, known.message, tenant.now(), request.get('client-request-id')));
}
