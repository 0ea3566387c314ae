import { Button, Caption1, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ApiError, Offline } from '../api/api-error.ts';
import { SignInFailed } from '../host/host.ts';
import { offlineWords, problemWords, signInWords, type ProblemWords } from '../text/problems.ts';
import { say } from '../text/say.ts';
import { useErrorNoticeStyles } from './ErrorNotice.styles.ts';

interface ErrorNoticeProps {
  readonly error: Error;
  /** What is safe, where there is more to say than the words of the error. */
  readonly safe?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** Other ways out than trying again. */
  readonly actions?: ReactElement | undefined;
}

/** What happened, what is safe, what to do, and last and small the reference for support. */
export function ErrorNotice({ error, safe, onRetry, actions }: ErrorNoticeProps) {
  const styles = useErrorNoticeStyles();
  const { title, todo } = wordsFor(error);
  const reference = error instanceof ApiError ? error.requestId : '';
  return (
    <MessageBar intent="warning" layout="multiline" role="alert" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{title}</MessageBarTitle> {safe} {todo}
        {reference !== '' && <Caption1 className={styles.reference}>{say('general.reference', { reference })}</Caption1>}
      </MessageBarBody>
      {(onRetry !== undefined || actions !== undefined) && (
        <MessageBarActions>
          {onRetry !== undefined && (
            <Button size="small" onClick={onRetry}>
              {say('general.tryAgain')}
            </Button>
          )}
          {actions}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** The words for an error, whatever it is. */
export function wordsFor(error: Error): ProblemWords {
  if (error instanceof ApiError) return problemWords[error.code];
  if (error instanceof Offline) return offlineWords;
  return error instanceof SignInFailed ? signInWords : problemWords.unexpected;
}
