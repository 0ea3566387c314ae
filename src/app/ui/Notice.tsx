import {
  Button,
  Caption1,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useNoticeStyles } from './Notice.styles.ts';

/** Something that happened, with what to do about it. */
export interface NoticeProps {
  readonly intent: 'info' | 'success' | 'warning';
  readonly title: string;
  readonly children: ReactNode;
  /** Last and small. */
  readonly reference?: string | undefined;
  readonly actions?:
    readonly { readonly words: string; readonly onPress: () => void; readonly isBusy?: boolean }[] | undefined;
  readonly role?: 'alert' | 'status';
}

/** Fluent's bar across the top of where something happened. */
export function Notice({ intent, title, children, reference, actions = [], role }: NoticeProps) {
  const styles = useNoticeStyles();
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar} {...(role === undefined ? {} : { role })}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{title}</MessageBarTitle> {children}
        {reference !== undefined && <Caption1 className={styles.reference}>{reference}</Caption1>}
      </MessageBarBody>
      {actions.length > 0 && (
        <MessageBarActions>
          {actions.map(({ words, onPress, isBusy = false }) => (
            <Button key={words} size="small" disabledFocusable={isBusy} onClick={onPress}>
              {words}
            </Button>
          ))}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
