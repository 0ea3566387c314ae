import { Button, Textarea } from '@fluentui/react-components';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Suspense, useState } from 'react';
import type { PersonView } from '#contract/people.ts';
import type { PointView } from '#contract/record.ts';
import type { PointMark } from '#core/record/point.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { say } from '../../text/say.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { SaveStatus } from '../../ui/SaveStatus.tsx';
import { MarkBadge } from './MarkBadge.tsx';
import { PointTools } from './PointTools.tsx';
import { usePointLineStyles } from './PointLine.styles.ts';
import type { RecordChanges } from './use-record.ts';

const BehaviourBadge = lazyPart(async () => (await import('../../ui/BehaviourBadge.tsx')).BehaviourBadge);
const CautionNote = lazyPart(async () => (await import('../../ui/CautionNote.tsx')).CautionNote);

interface PointLineProps {
  readonly point: PointView;
  readonly pairId: string;
  readonly author: PersonView;
  readonly isMine: boolean;
  readonly isWaiting: boolean;
  readonly changes: RecordChanges;
  readonly onMakeAction: (point: PointView) => void;
  readonly onDeleted: (point: PointView) => void;
}

/** A line of the record while the meeting lasts. Its tools open under it; only its author can change it. */
export function PointLine({
  point,
  pairId,
  author,
  isMine,
  isWaiting,
  changes,
  onMakeAction,
  onDeleted,
}: PointLineProps) {
  const styles = usePointLineStyles();
  const [mode, setMode] = useState<'read' | 'tools' | 'edit'>('read');
  const [justMarked, setJustMarked] = useState<PointMark | null>(null);
  return (
    <div className={styles.point}>
      <PersonAvatar person={author} size={20} />
      <div className={styles.body}>
        {mode === 'edit' ? (
          <PointEditor
            point={point}
            pairId={pairId}
            onSave={(text) => {
              if (text !== '' && text !== point.text) changes.changePoint(point.id, { text });
              setMode('read');
            }}
          />
        ) : (
          <p className={styles.text}>{point.text}</p>
        )}
        {point.mark !== null && <MarkBadge mark={point.mark} />}
        {point.behaviourId !== null && (
          <Suspense fallback={null}>
            <BehaviourBadge pairId={pairId} behaviourId={point.behaviourId} />
          </Suspense>
        )}
        {isWaiting && <SaveStatus state="waiting" />}
        {justMarked !== null && (
          <Suspense fallback={null}>
            <CautionNote pairId={pairId} text="" mark={justMarked} />
          </Suspense>
        )}
        {mode === 'tools' && (
          <PointTools
            point={point}
            isMine={isMine}
            onMark={(mark) => {
              changes.changePoint(point.id, { mark });
              setJustMarked(mark);
              setMode('read');
            }}
            pairId={pairId}
            onBehaviour={(behaviourId) => {
              changes.changePoint(point.id, { behaviourId });
            }}
            onMakeAction={() => {
              onMakeAction(point);
              setMode('read');
            }}
            onEdit={() => {
              setMode('edit');
            }}
            onDelete={() => {
              changes.removePoint(point.id);
              onDeleted(point);
            }}
          />
        )}
      </div>
      {mode !== 'edit' && (
        <Button
          className={styles.more}
          appearance="subtle"
          size="small"
          icon={<MoreHorizontal16Regular />}
          aria-expanded={mode === 'tools'}
          aria-label={say('record.moreOf', { text: point.text })}
          onClick={() => {
            setMode(mode === 'tools' ? 'read' : 'tools');
          }}
        />
      )}
    </div>
  );
}

interface PointEditorProps {
  readonly point: PointView;
  readonly pairId: string;
  readonly onSave: (text: string) => void;
}

function PointEditor({ point, pairId, onSave }: PointEditorProps) {
  const styles = usePointLineStyles();
  const [text, setText] = useKeptDraft(`point ${point.id}`, point.text);
  const leave = (words: string): void => {
    onSave(words.trim());
    setText(point.text);
  };
  return (
    <div className={styles.editor}>
      <Textarea
        size="small"
        resize="vertical"
        rows={3}
        value={text}
        autoFocus
        aria-label={say('record.pointWords')}
        onChange={(_, { value }) => {
          setText(value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            leave(text);
          }
          if (event.key === 'Escape') leave(point.text);
        }}
      />
      <Suspense fallback={null}>
        <CautionNote pairId={pairId} text={text} />
      </Suspense>
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => {
            leave(text);
          }}
        >
          {say('general.save')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            leave(point.text);
          }}
        >
          {say('general.cancel')}
        </Button>
      </div>
    </div>
  );
}
