import { mergeClasses } from '@fluentui/react-components';
import { ArrowRepeatAll16Regular } from '@fluentui/react-icons/svg/arrow-repeat-all';
import { CalendarCancel16Regular } from '@fluentui/react-icons/svg/calendar-cancel';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleHint16Regular } from '@fluentui/react-icons/svg/circle-hint';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { History16Regular } from '@fluentui/react-icons/svg/history';
import { PauseCircle16Regular } from '@fluentui/react-icons/svg/pause-circle';
import type { ReactElement, ReactNode } from 'react';
import { useStateBadgeStyles } from './StateBadge.styles.ts';

/** How something stands. Settled ones are plain; those that wait for somebody are tinted, amber where the day has passed. */
export type ShownState =
  | 'met'
  | 'agreed'
  | 'done'
  | 'excused'
  | 'not-applicable'
  | 'due'
  | 'waiting'
  | 'being-prepared'
  | 'being-booked'
  | 'overdue'
  | 'missed'
  | 'cancelled'
  | 'moved';

type Look = 'settled' | 'quiet' | 'waiting' | 'late';

const looks: Record<ShownState, { look: Look; icon: ReactElement }> = {
  met: { look: 'settled', icon: <CheckmarkCircle16Filled /> },
  agreed: { look: 'settled', icon: <CheckmarkCircle16Filled /> },
  done: { look: 'settled', icon: <CheckmarkCircle16Filled /> },
  excused: { look: 'quiet', icon: <PauseCircle16Regular /> },
  'not-applicable': { look: 'quiet', icon: <CircleHint16Regular /> },
  cancelled: { look: 'quiet', icon: <CalendarCancel16Regular /> },
  moved: { look: 'quiet', icon: <ArrowRepeatAll16Regular /> },
  due: { look: 'waiting', icon: <Clock16Regular /> },
  waiting: { look: 'waiting', icon: <Clock16Regular /> },
  'being-prepared': { look: 'waiting', icon: <Clock16Regular /> },
  'being-booked': { look: 'waiting', icon: <Clock16Regular /> },
  overdue: { look: 'late', icon: <History16Regular /> },
  missed: { look: 'late', icon: <CalendarCancel16Regular /> },
};

interface StateBadgeProps {
  readonly state: ShownState;
  /** The word: always there, never the icon alone. */
  readonly children: ReactNode;
}

/** A state as icon and word. */
export function StateBadge({ state, children }: StateBadgeProps) {
  const styles = useStateBadgeStyles();
  const { look, icon } = looks[state];
  return (
    <span className={mergeClasses(styles.badge, styles[look])}>
      <span className={mergeClasses(styles.icon, look === 'settled' && styles.settledIcon)} aria-hidden="true">
        {icon}
      </span>
      {children}
    </span>
  );
}
