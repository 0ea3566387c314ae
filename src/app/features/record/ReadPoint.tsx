import type { MeetingResponse } from '#contract/meetings.ts';
import type { PointView } from '#contract/record.ts';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { BehaviourBadge } from '../../ui/BehaviourBadge.tsx';
import { MarkBadge } from './MarkBadge.tsx';
import { usePointLineStyles } from './PointLine.styles.ts';

interface ReadPointProps {
  readonly view: Pick<MeetingResponse, 'meeting' | 'me' | 'other'>;
  readonly point: PointView;
}

/** A point to read: who wrote it, what it says, how it is marked. */
export function ReadPoint({ view, point }: ReadPointProps) {
  const styles = usePointLineStyles();
  return (
    <div className={styles.point}>
      <PersonAvatar person={point.authorId === view.me.id ? view.me : view.other} size={20} />
      <div className={styles.wideBody}>
        <p className={styles.text}>{point.text}</p>
        {point.mark !== null && <MarkBadge mark={point.mark} />}
        {point.behaviourId !== null && <BehaviourBadge pairId={view.meeting.pairId} behaviourId={point.behaviourId} />}
      </div>
    </div>
  );
}
