import { freshGuid } from '../tenant/identifiers.ts';
import { graphInstant } from '../calendar/local-time.ts';

/** A "no" in Graph's words: status, code and message, as Graph's error envelope carries them. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Graph's error envelope for a code and message; without a request id it makes one. */
export function errorEnvelope(
  code: string,
  message: string,
  at: number,
  clientRequestId: string | undefined,
  requestId: string = freshGuid(),
): { error: Record<string, unknown> } {
  return {
    error: {
      code,
      message,
      innerError: {
        date: graphInstant(at).slice(0, 19),
        'request-id': requestId,
        'client-request-id': clientRequestId ?? requestId,
      },
    },
  };
}

/** What is answered for a fault of this server's own, which Graph would not have; it says what went wrong. */
export function unexpected(fault: unknown): GraphError {
  const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  return new GraphError(500, 'InternalServerError', words);
}

export function itemNotFound(): GraphError {
  return new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

export function accessDenied(): GraphError {
  return new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}

export function badRequest(message: string, code = 'ErrorInvalidRequest'): GraphError {
  return new GraphError(400, code, message);
}
