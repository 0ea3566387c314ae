import { Button, Textarea } from '@fluentui/react-components';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import type { PersonView } from '#contract/people.ts';
import type { PointView } from '#contract/record.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { say } from '../../text/say.ts';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { SaveStatus } from '../../ui/SaveStatus.tsx';
import { MarkBadge } from './MarkBadge.tsx';
import { PointTools } from './PointTools.tsx';
import { usePointLineStyles } from './PointLine.styles.ts';
import type { RecordChanges } from './use-record.ts';

interface PointLineProps {
  readonly point: PointView;
  readonly author: PersonView;
  readonly isMine: boolean;
  readonly isWaiting: boolean;
  readonly changes: RecordChanges;
  readonly onMakeAction: (point: PointView) => void;
  readonly onDeleted: (point: PointView) => void;
}

/** A line of the record while the meeting lasts. Its tools open under it; only its author can change it. */
export function PointLine({ point, author, isMine, isWaiting, changes, onMakeAction, onDeleted }: PointLineProps) {
  const styles = usePointLineStyles();
  const [mode, setMode] = useState<'read' | 'tools' | 'edit'>('read');
  return (
    <div className={styles.point}>
      <PersonAvatar person={author} size={20} />
      <div className={styles.body}>
        {mode === 'edit' ? (
          <PointEditor
            point={point}
            onSave={(text) => {
              if (text !== '' && text !== point.text) changes.changePoint(point.id, { text });
              setMode('read');
            }}
          />
        ) : (
          <p className={styles.text}>{point.text}</p>
        )}
        {point.mark !== null && <MarkBadge mark={point.mark} />}
        {isWaiting && <SaveStatus state="waiting" />}
        {mode === 'tools' && (
          <PointTools
            point={point}
            isMine={isMine}
            onMark={(mark) => {
              changes.changePoint(point.id, { mark });
              setMode('read');
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
  readonly onSave: (text: string) => void;
}

function PointEditor({ point, onSave }: PointEditorProps) {
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
