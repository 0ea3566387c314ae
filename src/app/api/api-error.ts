import type { Problem, ProblemCode } from '#contract/problem.ts';

/** The server said no, in the contract's own words. */
export class ApiError extends Error {
  readonly code: ProblemCode;
  readonly requestId: string;
  readonly details: Problem['details'];
  /** What was wrong in what was sent, place by place. */
  readonly fields: readonly { readonly path: string; readonly message: string }[];
  readonly claims: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ApiError';
    this.code = problem.code;
    this.requestId = problem.requestId;
    this.details = problem.details;
    this.fields = problem.fields ?? [];
    this.claims = problem.claims ?? null;
    this.retryAfterSeconds = problem.retryAfterSeconds ?? null;
  }
}

/** Nobody answered: whether the request arrived is unknown. */
export class Offline extends Error {
  constructor(cause?: unknown) {
    super('Offline', { cause });
    this.name = 'Offline';
  }
}

/** An error for what cannot be read at all: an answer outside the contract. */
export function unexpectedProblem(requestId: string): ApiError {
  return new ApiError({ code: 'unexpected', requestId, details: {} });
}
