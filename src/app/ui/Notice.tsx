import { mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import { Warning20Filled } from '@fluentui/react-icons/svg/warning';
import type { ReactElement, ReactNode } from 'react';
import { useNoticeStyles } from './Notice.styles.ts';

// Not Fluent's MessageBar: a notice has to be there when the network is not, and it may not weigh on the panel's start.

type Intent = 'info' | 'success' | 'warning';

const icons: Record<Intent, ReactElement> = {
  info: <Info20Regular />,
  success: <CheckmarkCircle20Filled />,
  warning: <Warning20Filled />,
};

/** Something a person can do about what happened. */
export interface NoticeAction {
  readonly words: string;
  readonly onPress: () => void;
  readonly isBusy?: boolean;
}

interface NoticeProps {
  readonly intent: Intent;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  /** Last and small. */
  readonly reference?: string | undefined;
  readonly actions?: readonly NoticeAction[] | undefined;
  readonly role?: 'alert' | 'status';
}

/** A bar at the top of where something happened: what, what is safe, what to do. */
export function Notice({ intent, title, children, reference, actions = [], role }: NoticeProps) {
  const styles = useNoticeStyles();
  return (
    <div className={mergeClasses(styles.bar, styles[intent])} role={role}>
      <span className={mergeClasses(styles.icon, styles[`${intent}Icon`])} aria-hidden="true">
        {icons[intent]}
      </span>
      <div className={styles.words}>
        {title !== undefined && <strong className={styles.title}>{title}</strong>} {children}
        {reference !== undefined && <span className={styles.reference}>{reference}</span>}
      </div>
      {actions.length > 0 && (
        <div className={styles.actions}>
          {actions.map(({ words, onPress, isBusy = false }) => (
            <button
              key={words}
              type="button"
              className={styles.button}
              aria-disabled={isBusy}
              onClick={isBusy ? undefined : onPress}
            >
              {words}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
