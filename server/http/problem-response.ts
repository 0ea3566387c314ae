import type { NextFunction, Request, Response } from 'express';
import type { Problem, ProblemCode } from '#contract/problem.ts';
import { Refusal, type RefusalCode, type RefusalDetails } from '#core/refusal.ts';
import { Failure, type FailureCode } from '../ports/failures.ts';
import type { Logger } from '../ports/system.ts';

/** The HTTP status of each refusal. A new code does not compile until it has one. */
const refusalStatus: Record<RefusalCode, number> = {
  'not-signed-in': 401,
  'not-found': 404,
  'not-allowed': 403,
  'bad-request': 400,
  'too-large': 413,
  'policy-missing': 409,
  'pack-invalid': 422,
  'version-taken': 409,
  'standard-weaker': 422,
  'policies-changed': 409,
  'already-in-force': 409,
  'activation-in-past': 422,
  'activation-day-taken': 409,
  'activation-begun': 409,
  'pair-exists': 409,
  'pair-ended': 409,
  'series-exists': 409,
  'series-missing': 409,
  'series-not-booked': 409,
  'slot-outside-hours': 422,
  'slot-in-past': 422,
  'meeting-not-open': 409,
  'meeting-closed': 409,
  'meeting-not-closed': 409,
  'meeting-already-open': 409,
  'meeting-cancelled': 409,
  'agenda-empty': 422,
  'agenda-changed': 409,
  'record-changed': 409,
  'not-signer': 403,
  'signed-already': 409,
  'signing-lapsed': 409,
  'record-being-written': 409,
  'record-confirmed': 409,
  'not-the-writer': 403,
  'reason-needed': 422,
  'action-settled': 409,
  'objective-settled': 409,
  'agreement-changed': 409,
  'agreement-incomplete': 422,
  'agreement-too-seldom': 422,
  'action-owner-outside-pair': 422,
  'only-supervisor': 403,
  'only-employee': 403,
  'only-author': 403,
  'effect-not-parked': 409,
  'move-crosses-neighbour': 422,
  'skip-told': 409,
  'duplicate-id': 409,
  'meeting-kind-unknown': 422,
  'slot-of-one-to-one': 422,
  'slot-kept-apart': 422,
  'one-to-one-that-day': 409,
  'proposal-overtaken': 409,
  'less-often-than-asked': 409,
  'job-running': 409,
  'job-over': 409,
  'job-empty': 409,
};

const failureStatus: Record<FailureCode, number> = {
  'outlook-unavailable': 503,
  'outlook-throttled': 503,
  'outlook-forbidden': 502,
  'outlook-missing': 502,
  'outlook-conflict': 503,
  'outlook-refused': 502,
  'consent-needed': 403,
  'sign-in-needed': 401,
  'claims-needed': 401,
  'application-refused': 401,
};

/** A request that does not fit its schema: says where. */
export class Malformed extends Refusal {
  readonly fields: readonly { readonly path: string; readonly message: string }[];

  constructor(
    fields: readonly { readonly path: string; readonly message: string }[],
    code: 'bad-request' | 'pack-invalid' | 'standard-weaker' = 'bad-request',
    details: RefusalDetails = {},
  ) {
    super(code, details);
    this.fields = fields;
  }
}

function send(response: Response, status: number, body: Problem): void {
  response.status(status).type('application/problem+json').send(JSON.stringify(body));
}

function failureProblem(failure: Failure, requestId: string): Problem {
  const code: ProblemCode = failure.code;
  const { claims, retryAfterSeconds } = failure.details;
  return {
    code,
    requestId,
    details: {},
    ...(claims === undefined ? {} : { claims }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

/** Express's own complaints: an address it could not decode, a body it could not read, inflate or parse. They bear a status of theirs. */
function expressRefusal(cause: unknown): Refusal | null {
  if (cause instanceof URIError) return new Refusal('not-found');
  if (typeof cause !== 'object' || cause === null || !('status' in cause)) return null;
  if (cause.status === 413) return new Refusal('too-large');
  const isTheirs = typeof cause.status === 'number' && cause.status >= 400 && cause.status < 500;
  return isTheirs ? new Malformed([{ path: '', message: 'not JSON' }]) : null;
}

/** Turns what was thrown into the one error envelope; what nobody expected is logged once, without anyone's words. */
export function problemResponse(log: Logger) {
  return (cause: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(cause);
      return;
    }
    const requestId = String(response.locals['requestId'] ?? '');
    const refusal = cause instanceof Refusal ? cause : expressRefusal(cause);
    if (refusal !== null) {
      const fields = refusal instanceof Malformed ? { fields: [...refusal.fields] } : {};
      send(response, refusalStatus[refusal.code], {
        code: refusal.code,
        requestId,
        details: { ...refusal.details },
        ...fields,
      });
      return;
    }
    if (cause instanceof Failure) {
      log.warn('request-failed-outside', {
        requestId,
        code: cause.code,
        outsideCode: cause.details.outsideCode,
        outsideRequestId: cause.details.outsideRequestId,
      });
      if (cause.details.retryAfterSeconds !== undefined)
        response.set('Retry-After', String(cause.details.retryAfterSeconds));
      send(response, failureStatus[cause.code], failureProblem(cause, requestId));
      return;
    }
    log.error(
      'request-bug',
      { requestId, method: request.method, route: String(response.locals['route'] ?? '') },
      cause,
    );
    send(response, 500, { code: 'unexpected', requestId, details: {} });
  };
}
