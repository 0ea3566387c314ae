import { ApiError } from '../api/api-error.ts';
import { say } from '../text/say.ts';
import { wordsFor } from './error-words.ts';
import { Notice } from './Notice.tsx';

interface ErrorNoticeProps {
  readonly error: Error;
  /** What is safe, where there is more to say than the words of the error. */
  readonly safe?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** Other ways out than trying again. */
  readonly actions?: readonly { readonly words: string; readonly onPress: () => void }[] | undefined;
}

/** What happened, what is safe, what to do, and last and small the reference for support. */
export function ErrorNotice({ error, safe, onRetry, actions = [] }: ErrorNoticeProps) {
  const { title, todo } = wordsFor(error);
  const reference =
    error instanceof ApiError && error.requestId !== ''
      ? say('general.reference', { reference: error.requestId })
      : undefined;
  const retry = onRetry === undefined ? [] : [{ words: say('general.tryAgain'), onPress: onRetry }];
  return (
    <Notice intent="warning" role="alert" title={title} reference={reference} actions={[...retry, ...actions]}>
      {safe} {todo}
    </Notice>
  );
}
