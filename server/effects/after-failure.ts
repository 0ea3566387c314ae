import { instantFromMilliseconds, millisecondsOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import type { Effect, ParkedFor } from '../ports/effect.ts';
import type { Failure, FailureCode } from '../ports/failures.ts';

/** Tries at most so often by itself; then a person decides. */
const mostAttempts = 8;
/** First wait; doubles with each attempt up to the longest. */
const firstWaitSeconds = 2;
const longestWaitSeconds = 900;
/** Where a refusal for being too much did not say how long to wait. */
const throttledWaitSeconds = 5;

/** Failures only a person can put right, and what they are asked for. */
const parksAs: Partial<Record<FailureCode, ParkedFor>> = {
  'consent-needed': 'consent-needed',
  'sign-in-needed': 'sign-in-needed',
  'claims-needed': 'claims-needed',
  'application-refused': 'application-refused',
  'outlook-forbidden': 'outlook-forbidden',
  'outlook-missing': 'outlook-missing',
  'outlook-refused': 'outlook-refused',
};

export function later(now: Instant, seconds: number): Instant {
  return instantFromMilliseconds(millisecondsOf(now) + seconds * 1000);
}

function parked(effect: Effect, why: ParkedFor, now: Instant, claims: string | null): Effect {
  return { ...effect, state: 'parked', parkedFor: why, claims, settledAt: now };
}

/**
 * What becomes of a promise after a no from outside: try again at its hour, or wait for a person.
 * A mail that may have gone out is never tried again by itself: at most one submission.
 */
export function afterFailure(effect: Effect, failure: Failure, now: Instant): Effect {
  const attempts = effect.attempts + 1;
  const mail = effect.body.kind === 'send-summary';
  if (mail && failure.details.ambiguous === true) return parked(effect, 'unconfirmed', now, null);
  const why = parksAs[failure.code];
  if (why !== undefined)
    return parked({ ...effect, attempts, submittedAt: null }, why, now, failure.details.claims ?? null);
  // Nothing has happened and nothing is wrong: it waits its turn, however often (docs/decisions/025).
  if (failure.code === 'outlook-throttled')
    return {
      ...effect,
      submittedAt: null,
      nextAt: later(now, Math.max(1, failure.details.retryAfterSeconds ?? throttledWaitSeconds)),
    };
  if (attempts >= mostAttempts) return parked({ ...effect, attempts, submittedAt: null }, 'tried-too-often', now, null);
  const backoff = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (attempts - 1));
  return {
    ...effect,
    attempts,
    submittedAt: null,
    nextAt: later(now, Math.max(failure.details.retryAfterSeconds ?? 0, backoff)),
  };
}
