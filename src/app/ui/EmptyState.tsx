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
      <h3 className={styles.title}>{title}</h3>
      {children !== undefined && <span className={styles.words}>{children}</span>}
      {action}
      {promise !== undefined && <span className={styles.quiet}>{promise}</span>}
    </div>
  );
}
