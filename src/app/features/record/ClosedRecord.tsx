import type { ReactNode } from 'react';
import type { ActionView } from '#contract/actions.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { say } from '../../text/say.ts';
import { BehaviourBadge } from '../../ui/BehaviourBadge.tsx';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { MarkBadge } from './MarkBadge.tsx';
import { linesOf } from './record-lines.ts';
import { useClosedRecordStyles } from './ClosedRecord.styles.ts';
import { usePointLineStyles } from './PointLine.styles.ts';

interface ClosedRecordProps {
  readonly view: MeetingResponse;
  readonly renderAction: (action: ActionView) => ReactNode;
}

/** The record of a closed meeting, to read: points under what they were about, then the actions as they stand today. */
export function ClosedRecord({ view, renderAction }: ClosedRecordProps) {
  const styles = useClosedRecordStyles();
  const groups = [
    ...view.items.map((item) => ({ id: item.id, title: item.title })),
    { id: null, title: say('record.other') },
  ]
    .map((group) => ({
      ...group,
      points: linesOf(view, group.id).flatMap((line) => (line.kind === 'point' ? [line.point] : [])),
    }))
    .filter(({ points }) => points.length > 0);
  const actions = [...view.newActions, ...view.lastActions];
  return (
    <div className={styles.record}>
      <div className={styles.head}>
        <h2 className={styles.title}>{say('record.whatWasSaid')}</h2>
        <span className={styles.quiet}>{say('record.pointCount', { count: view.points.length })}</span>
      </div>
      {groups.length === 0 && <p className={styles.none}>{say('record.nothing')}</p>}
      {groups.map((group) => (
        <section key={group.id ?? 'besides'} className={styles.group}>
          <h3 className={styles.subtitle}>{group.title}</h3>
          {group.points.map((point) => (
            <ReadPoint key={point.id} view={view} point={point} />
          ))}
        </section>
      ))}
      <hr className={styles.line} />
      <div className={styles.head}>
        <h2 className={styles.subtitle}>{say('actions.title')}</h2>
        <span className={styles.quiet}>{say('actions.asTheyStand')}</span>
      </div>
      {actions.length === 0 && <p className={styles.none}>{say('actions.nothingYet')}</p>}
      {actions.map((action) => (
        <div key={action.id}>{renderAction(action)}</div>
      ))}
    </div>
  );
}

interface ReadPointProps {
  readonly view: MeetingResponse;
  readonly point: MeetingResponse['points'][number];
}

function ReadPoint({ view, point }: ReadPointProps) {
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
