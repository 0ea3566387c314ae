import { ApiError, Offline } from '../api/api-error.ts';
import { SignInFailed } from '../host/host.ts';
import { offlineWords, problemWords, signInWords, type ProblemWords } from '../text/problems.ts';

/** The words for an error, whatever it is. */
export function wordsFor(error: Error): ProblemWords {
  if (error instanceof ApiError) return problemWords[error.code];
  if (error instanceof Offline) return offlineWords;
  return error instanceof SignInFailed ? signInWords : problemWords.unexpected;
}
