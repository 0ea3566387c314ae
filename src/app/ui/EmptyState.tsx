import { Body1, Caption1, Subtitle2 } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useEmptyStateStyles } from './EmptyState.styles.ts';

interface EmptyStateProps {
  /** What will be here. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The one button that starts it. */
  readonly action?: ReactElement;
  /** What happens when it is pressed. */
  readonly promise?: string;
}

/** A place with nothing in it yet: what will be here and how it starts. */
export function EmptyState({ title, children, action, promise }: EmptyStateProps) {
  const styles = useEmptyStateStyles();
  return (
    <div className={styles.box}>
      <Subtitle2 as="h3" className={styles.title}>
        {title}
      </Subtitle2>
      {children !== undefined && <Body1>{children}</Body1>}
      {action}
      {promise !== undefined && <Caption1 className={styles.quiet}>{promise}</Caption1>}
    </div>
  );
}
