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
    <div className={styles.page} role="progressbar" aria-label={say('general.loading')}>
      <div className={styles.title} />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}
