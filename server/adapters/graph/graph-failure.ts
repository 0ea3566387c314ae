import { Failure } from '#server/ports/failures.ts';
import type { FailureCode, FailureDetails } from '#server/ports/failures.ts';
import { errorAnswer } from './graph-schemas.ts';

/** What a call does to the other side: only a write may have happened although no good answer came. */
export type CallEffect = 'reads' | 'writes';

/** Error codes of the network for a request that certainly never left. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

/** Whole seconds to wait, from a `Retry-After` in seconds or as a date. */
export function retryAfterSeconds(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

/** The claims of a challenge, decoded; undefined where there is none. */
export function claimsChallengeIn(headers: Headers): string | undefined {
  const challenge = headers.get('www-authenticate') ?? '';
  if (!challenge.includes('insufficient_claims')) return undefined;
  const encoded = /claims="([^"]+)"/.exec(challenge)?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
}

function codeOf(status: number): FailureCode {
  if (status === 401) return 'sign-in-needed';
  if (status === 403) return 'outlook-forbidden';
  if (status === 404 || status === 410) return 'outlook-missing';
  if (status === 409 || status === 412) return 'outlook-conflict';
  if (status === 429) return 'outlook-throttled';
  if (status === 408 || status >= 500) return 'outlook-unavailable';
  return 'outlook-refused';
}

/** The failure an answer stands for. Its words are dropped: they may quote what somebody wrote. */
export async function failureOf(answer: Response, effect: CallEffect): Promise<Failure> {
  const text = await answer.text().catch(() => '');
  const outside = errorAnswer.safeParse(jsonOrNull(text)).data?.error;
  const claims = claimsChallengeIn(answer.headers);
  const seconds = retryAfterSeconds(answer.headers, Date.now());
  const requestId = answer.headers.get('request-id');
  const code = claims === undefined ? codeOf(answer.status) : 'claims-needed';
  const details: FailureDetails = {
    outsideCode: outside?.code ?? `http-${String(answer.status)}`,
    ...(requestId === null ? {} : { outsideRequestId: requestId }),
    ...(claims === undefined ? {} : { claims }),
    ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
    ...(code === 'outlook-unavailable' && effect === 'writes' ? { ambiguous: true } : {}),
  };
  return new Failure(code, details);
}

/** Refusals that say what may not be done with this token, not what is wrong with the call. */
const saysWho: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'outlook-forbidden',
  'claims-needed',
  'sign-in-needed',
]);

/** A no to the application's own token: its rights do not reach there, and the person is waited for. */
export function refusedToApplication(failure: Failure): Failure {
  if (!saysWho.has(failure.code)) return failure;
  const { outsideCode, outsideRequestId } = failure.details;
  return new Failure('application-refused', {
    ...(outsideCode === undefined ? {} : { outsideCode }),
    ...(outsideRequestId === undefined ? {} : { outsideRequestId }),
  });
}

/** The failure a call stands for that got no answer. */
export function failureWithoutAnswer(error: unknown, effect: CallEffect): Failure {
  if (error instanceof Failure) return error;
  const code = networkCodeOf(error);
  const isDoubtful = effect === 'writes' && !neverLeft.has(code);
  return new Failure('outlook-unavailable', { outsideCode: code, ...(isDoubtful ? { ambiguous: true } : {}) }, error);
}

/** An answer that does not look as Graph's reference says. After a write the change has happened all the same. */
export function unexpectedShape(effect: CallEffect, cause: unknown): Failure {
  return new Failure(
    'outlook-unavailable',
    { outsideCode: 'unexpected-shape', ...(effect === 'writes' ? { ambiguous: true } : {}) },
    cause,
  );
}

function networkCodeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    if (at.name === 'TimeoutError') return 'timed-out';
  }
  return 'no-answer';
}

/** What a text holds as JSON; null where it holds none. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
