import { mergeClasses } from '@fluentui/react-components';
import type { MeetingResponse } from '#contract/meetings.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { plannedMinutes } from './agenda-words.ts';
import { useAgreeBarStyles } from './AgreeBar.styles.ts';

interface AgreedLengthProps {
  readonly view: Pick<MeetingResponse, 'items' | 'meeting'>;
  /** Which clause asks for it. */
  readonly clause: string;
}

/** That the length is part of what is agreed, or that more is planned than the meeting holds. It stops nobody (OD3a-12). */
export function AgreedLength({ view, clause }: AgreedLengthProps) {
  const styles = useAgreeBarStyles();
  const { used, minutes } = plannedMinutes(view);
  const isOver = used > minutes;
  return (
    <span className={mergeClasses(styles.quiet, isOver && styles.over)}>
      {isOver ? say('agreedLength.over', { count: used - minutes }) : say('agreedLength.isPart')}{' '}
      <ClauseLink clause={clause} />
    </span>
  );
}
