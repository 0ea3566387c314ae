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

/** Graph's error envelope for a code and message. */
export function errorEnvelope(
  code: string,
  message: string,
  at: number,
  clientRequestId: string | undefined,
): { error: Record<string, unknown> } {
  const requestId = freshGuid();
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

export function itemNotFound(): GraphError {
  return new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

export function accessDenied(): GraphError {
  return new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}

export function badRequest(message: string, code = 'ErrorInvalidRequest'): GraphError {
  return new GraphError(400, code, message);
}
