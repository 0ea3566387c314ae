import type { RequestHandler } from 'express';
import { freshGuid } from '../tenant/identifiers.ts';

const METHODS = 'GET, POST, PATCH, PUT, DELETE, OPTIONS';
/** What a page of another origin may read of an answer. */
const READABLE =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, Retry-After, WWW-Authenticate';

/** The headers every answer of Graph carries: its ids, and leave for pages of any origin to read it. */
export const wireHeaders: RequestHandler = (request, response, next) => {
  const requestId = freshGuid();
  response.set({
    'request-id': requestId,
    'client-request-id': request.get('client-request-id') ?? requestId,
    'Cache-Control': 'private',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': READABLE,
  });
  if (request.method !== 'OPTIONS') {
    next();
    return;
  }
  response
    .set({
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': request.get('access-control-request-headers') ?? '*',
      'Access-Control-Max-Age': '3600',
    })
    .status(200)
    .end();
};
