import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import { say } from '../text/say.ts';
import { usePageSkeletonStyles } from './PageSkeleton.styles.ts';

interface PageSkeletonProps {
  /** How many rows the page is likely to have. */
  readonly rows?: number;
}

/** The shape of a page on its way. */
export function PageSkeleton({ rows = 6 }: PageSkeletonProps) {
  const styles = usePageSkeletonStyles();
  return (
    <Skeleton className={styles.page} aria-label={say('general.loading')}>
      <SkeletonItem size={28} className={styles.title} />
      {Array.from({ length: rows }, (_, row) => (
        <SkeletonItem key={row} size={32} />
      ))}
    </Skeleton>
  );
}
