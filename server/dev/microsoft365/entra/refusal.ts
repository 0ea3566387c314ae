import type { Response } from 'express';
import { freshGuid } from '../tenant/identifiers.ts';

/** A "no" of Entra: the OAuth error, the AADSTS code, the words, and what else the answer carries (`suberror`, `claims`). */
export class EntraRefusal extends Error {
  readonly error: string;
  readonly code: number;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(error: string, code: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.error = error;
    this.code = code;
    this.more = more;
  }

  /** The words with the code before them, as Entra begins every description. */
  get description(): string {
    return `AADSTS${String(this.code)}: ${this.message}`;
  }
}

/** What a request can be found by afterwards. */
export interface Trace {
  readonly at: number;
  readonly traceId: string;
  readonly correlationId: string;
}

/** A new trace of a request; the correlation id is the caller's own if there is one. */
export function traceOf(now: number, correlationId: string | undefined): Trace {
  return { at: now, traceId: freshGuid(), correlationId: correlationId ?? freshGuid() };
}

/** The description of a refusal with its trace, as Entra ends every description. */
export function describedRefusal(refusal: EntraRefusal, trace: Trace): string {
  return `${refusal.description} Trace ID: ${trace.traceId} Correlation ID: ${trace.correlationId} Timestamp: ${entraTime(trace.at)}`;
}

/** Answers a refusal of the token endpoint in Entra's envelope: 401 where the application itself is not believed, 400 otherwise. */
export function sendRefusal(
  response: Response,
  refusal: EntraRefusal,
  trace: Trace,
  status = refusal.error === 'invalid_client' ? 401 : 400,
): void {
  response
    .status(status)
    .set({ 'Cache-Control': 'no-store', Pragma: 'no-cache', 'x-ms-request-id': trace.traceId })
    .json({
      error: refusal.error,
      error_description: describedRefusal(refusal, trace),
      error_codes: [refusal.code],
      timestamp: entraTime(trace.at),
      trace_id: trace.traceId,
      correlation_id: trace.correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${String(refusal.code)}`,
      ...refusal.more,
    });
}

/** An instant (epoch milliseconds) as Entra writes it: to the second, with a space. */
export function entraTime(at: number): string {
  return new Date(at)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
}

/** A parameter the request cannot do without. */
export function missingParameter(name: string): EntraRefusal {
  return new EntraRefusal(
    'invalid_request',
    900144,
    `The request body must contain the following parameter: '${name}'.`,
  );
}

/** The account was switched off by an administrator. */
export function accountDisabled(): EntraRefusal {
  return new EntraRefusal('invalid_grant', 50057, 'The user account is disabled.');
}
