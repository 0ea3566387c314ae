import { Comment16Regular } from '@fluentui/react-icons/svg/comment';
import { Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { Gavel16Regular } from '@fluentui/react-icons/svg/gavel';
import { HatGraduation16Regular } from '@fluentui/react-icons/svg/hat-graduation';
import { PersonSupport16Regular } from '@fluentui/react-icons/svg/person-support';
import { Star16Regular } from '@fluentui/react-icons/svg/star';
import type { ReactElement } from 'react';
import type { PointMark } from '#core/record/point.ts';
import { say } from '../../text/say.ts';
import { usePointLineStyles } from './PointLine.styles.ts';

const icons: Record<PointMark, ReactElement> = {
  praise: <Star16Regular />,
  feedback: <Comment16Regular />,
  support: <PersonSupport16Regular />,
  development: <HatGraduation16Regular />,
  concern: <Flag16Regular />,
  decision: <Gavel16Regular />,
};

interface MarkBadgeProps {
  readonly mark: PointMark;
}

/** What a point was marked as, neutral: icon and word. */
export function MarkBadge({ mark }: MarkBadgeProps) {
  const styles = usePointLineStyles();
  return (
    <span className={styles.badge}>
      <span className={styles.badgeIcon} aria-hidden>
        {icons[mark]}
      </span>
      {say(`record.mark.${mark}`)}
    </span>
  );
}

/** The icon of a mark. */
export function iconOf(mark: PointMark): ReactElement {
  return icons[mark];
}
