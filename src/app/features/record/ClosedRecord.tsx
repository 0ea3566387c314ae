import type { ReactNode } from 'react';
import type { ActionView } from '#contract/actions.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { say } from '../../text/say.ts';
import { linesOf } from './record-lines.ts';
import { ReadPoint } from './ReadPoint.tsx';
import { useClosedRecordStyles } from './ClosedRecord.styles.ts';

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
