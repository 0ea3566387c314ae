import { BookOpen20Regular } from '@fluentui/react-icons/svg/book-open';
import type { ReactNode } from 'react';
import { ClauseLink } from './ClauseLink.tsx';
import { usePolicyLineStyles } from './PolicyLine.styles.ts';

interface PolicyLineProps {
  readonly children: ReactNode;
  readonly clause?: string | null;
}

/** What the policy asks and how it stands, with its clause. */
export function PolicyLine({ children, clause }: PolicyLineProps) {
  const styles = usePolicyLineStyles();
  return (
    <div className={styles.line}>
      <BookOpen20Regular className={styles.icon} aria-hidden />
      <span>
        {children}
        {typeof clause === 'string' && (
          <>
            {' '}
            <ClauseLink clause={clause} />
          </>
        )}
      </span>
    </div>
  );
}
