import { Button, mergeClasses } from '@fluentui/react-components';
import { ClipboardTask16Regular } from '@fluentui/react-icons/svg/clipboard-task';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { Star16Regular } from '@fluentui/react-icons/svg/star';
import { Suspense, useState } from 'react';
import type { PointView } from '#contract/record.ts';
import { pointMarks, type PointMark } from '#core/record/point.ts';
import { say } from '../../text/say.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { iconOf } from './MarkBadge.tsx';
import { usePointLineStyles } from './PointLine.styles.ts';

const BehaviourField = lazyPart(async () => (await import('../../ui/BehaviourField.tsx')).BehaviourField);

interface PointToolsProps {
  readonly point: PointView;
  readonly pairId: string;
  readonly isMine: boolean;
  readonly onMark: (mark: PointMark | null) => void;
  readonly onBehaviour: (behaviourId: string | null) => void;
  readonly onMakeAction: () => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** What can be made of a point. Marks, words and deletion are its author's. */
export function PointTools(props: PointToolsProps) {
  const { point, pairId, isMine, onMark, onBehaviour, onMakeAction, onEdit, onDelete } = props;
  const styles = usePointLineStyles();
  const [isMarking, setMarking] = useState(false);
  if (isMarking) {
    return (
      <div className={styles.tools} role="group" aria-label={say('record.markGroup')}>
        {pointMarks.map((mark) => (
          <Button
            key={mark}
            className={mergeClasses(styles.tool, point.mark === mark && styles.chosen)}
            size="small"
            appearance="subtle"
            icon={iconOf(mark)}
            aria-pressed={point.mark === mark}
            onClick={() => {
              onMark(point.mark === mark ? null : mark);
            }}
          >
            {say(`record.mark.${mark}`)}
          </Button>
        ))}
        <Suspense fallback={null}>
          <BehaviourField pairId={pairId} value={point.behaviourId} onChange={onBehaviour} />
        </Suspense>
      </div>
    );
  }
  return (
    <div className={styles.tools}>
      <Button
        className={styles.tool}
        size="small"
        appearance="subtle"
        icon={<ClipboardTask16Regular />}
        aria-label={say('record.makeActionOf', { text: point.text })}
        onClick={onMakeAction}
      >
        {say('record.makeAction')}
      </Button>
      {isMine && (
        <>
          <Button
            className={styles.tool}
            size="small"
            appearance="subtle"
            icon={<Star16Regular />}
            aria-label={say('record.markPoint', { text: point.text })}
            onClick={() => {
              setMarking(true);
            }}
          >
            {say('record.mark')}
          </Button>
          <Button className={styles.tool} size="small" appearance="subtle" icon={<Edit16Regular />} onClick={onEdit}>
            {say('record.edit')}
          </Button>
          <Button
            className={styles.tool}
            size="small"
            appearance="subtle"
            icon={<Delete16Regular />}
            onClick={onDelete}
          >
            {say('record.delete')}
          </Button>
        </>
      )}
    </div>
  );
}
