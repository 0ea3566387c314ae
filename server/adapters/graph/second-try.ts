import { Failure } from '#server/ports/failures.ts';
import type { Verdict } from './call-gate.ts';
import { retryAfterSeconds } from './graph-failure.ts';

const longestWaitSeconds = 3;
const shortWaitMilliseconds = 400;
const passing = new Set([429, 503, 504]);

/** An answer, with its text where it is a good one. */
export interface Sent {
  readonly answer: Response;
  readonly text: string;
}

/** Whether Microsoft said it was too much. A 503 says so where it names a wait. */
export function verdictOn({ status, headers }: Response): Verdict {
  const seconds = retryAfterSeconds(headers, Date.now());
  const isRefused = status === 429 || (status === 503 && seconds !== undefined);
  return isRefused ? { kind: 'refused', seconds } : { kind: 'taken' };
}

/** A failure is looked at; anything else is a bug. */
export function onlyFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

/** Whether a read that met a passing trouble is worth one more try soon. */
export function isWorthAnother(sent: Sent | Failure): boolean {
  if (sent instanceof Failure) {
    const { outsideCode } = sent.details;
    return sent.code === 'outlook-unavailable' && sent.cause !== undefined && outsideCode !== 'timed-out';
  }
  if (!passing.has(sent.answer.status)) return false;
  const seconds = retryAfterSeconds(sent.answer.headers, Date.now());
  return seconds === undefined || seconds <= longestWaitSeconds;
}

/** Milliseconds to rest before it; a silence that was asked for is kept by the gate. */
export function restBeforeAnother(sent: Sent | Failure): number {
  return sent instanceof Failure || retryAfterSeconds(sent.answer.headers, Date.now()) === undefined
    ? shortWaitMilliseconds
    : 0;
}
