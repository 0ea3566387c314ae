import { Subtitle2, mergeClasses } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { usePanelStyles } from './Panel.styles.ts';

interface PanelProps {
  readonly title: string;
  /** How many there are, beside the title. */
  readonly count?: number | undefined;
  /** At the end of the title's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A titled card of a wide page. */
export function Panel({ title, count, aside, children, className }: PanelProps) {
  const styles = usePanelStyles();
  const titleId = useId();
  return (
    <section className={mergeClasses(styles.panel, className)} aria-labelledby={titleId}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={titleId} className={styles.title}>
          {title}
        </Subtitle2>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
