import { Button, Textarea } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Suspense, lazy, useState } from 'react';
import type { JottingView } from '#contract/agenda.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { say } from '../../text/say.ts';
import { SaveStatus } from '../../ui/SaveStatus.tsx';
import { JottingQuestion } from './JottingQuestion.tsx';
import { useJottingListStyles } from './JottingList.styles.ts';
import type { AgendaChanges } from './use-agenda.ts';

const AgendaItemForm = lazy(async () => ({ default: (await import('./AgendaItemForm.tsx')).AgendaItemForm }));

interface JottingRowProps {
  readonly jotting: JottingView;
  readonly pairId: string;
  readonly otherName: string;
  readonly isWaiting: boolean;
  readonly canShare: boolean;
  readonly changes: AgendaChanges;
}

const longestTitle = 300;

/** One line of one's own list: pressed, its words can be changed; Share makes an agenda item of it. */
export function JottingRow({ jotting, pairId, otherName, isWaiting, canShare, changes }: JottingRowProps) {
  const styles = useJottingListStyles();
  const [mode, setMode] = useState<'read' | 'edit' | 'share'>('read');
  const isShared = jotting.sharedItemId !== null;
  return (
    <li className={styles.row}>
      {jotting.promptId !== null && <JottingQuestion pairId={pairId} promptId={jotting.promptId} />}
      <div className={styles.line}>
        {mode === 'edit' ? (
          <JottingEditor
            jotting={jotting}
            onSave={(text) => {
              if (text !== '' && text !== jotting.text) changes.changeJotting(jotting.id, text);
              setMode('read');
            }}
            onRemove={() => {
              changes.removeJotting(jotting.id);
            }}
          />
        ) : (
          <Button
            className={isShared ? styles.sharedWords : styles.words}
            appearance="transparent"
            aria-label={say('agenda.changeJotting', { text: jotting.text })}
            disabledFocusable={!canShare}
            onClick={() => {
              setMode('edit');
            }}
          >
            {jotting.text}
          </Button>
        )}
        {isShared && (
          <span className={styles.onAgenda}>
            <Checkmark16Regular aria-hidden />
            {say('agenda.onAgenda')}
          </span>
        )}
        {!isShared && canShare && mode === 'read' && (
          <Button
            className={styles.share}
            size="small"
            icon={<ArrowRight16Regular />}
            iconPosition="after"
            aria-label={say('agenda.shareJotting', { text: jotting.text })}
            onClick={() => {
              setMode('share');
            }}
          >
            {say('agenda.share')}
          </Button>
        )}
      </div>
      {isWaiting && <SaveStatus state="waiting" />}
      {mode === 'share' && (
        <Suspense fallback={null}>
          <AgendaItemForm
            draftKey={`share ${jotting.id}`}
            brief
            initial={{
              title: jotting.text.slice(0, longestTitle),
              minutes: 5,
              urgency: 'normal',
              topicId: null,
              note: null,
            }}
            topics={[]}
            submitLabel={say('agenda.shareIt')}
            promise={say('agenda.shareWhat', { name: otherName })}
            onSubmit={({ title, minutes, urgency }) => {
              changes.shareJotting(jotting.id, { title, minutes, urgency });
              setMode('read');
            }}
            onCancel={() => {
              setMode('read');
            }}
          />
        </Suspense>
      )}
    </li>
  );
}

interface JottingEditorProps {
  readonly jotting: JottingView;
  readonly onSave: (text: string) => void;
  readonly onRemove: () => void;
}

function JottingEditor({ jotting, onSave, onRemove }: JottingEditorProps) {
  const styles = useJottingListStyles();
  const [text, setText] = useKeptDraft(`jotting ${jotting.id}`, jotting.text);
  const save = (): void => {
    onSave(text.trim());
    setText(jotting.text);
  };
  return (
    <div className={styles.editor}>
      <Textarea
        size="small"
        value={text}
        autoFocus
        resize="vertical"
        aria-label={say('agenda.changeJotting', { text: jotting.text })}
        onChange={(_, { value }) => {
          setText(value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            save();
          }
          if (event.key === 'Escape') onSave(jotting.text);
        }}
      />
      <div className={styles.editorButtons}>
        <Button size="small" onClick={save}>
          {say('general.save')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<Delete16Regular />}
          aria-label={say('agenda.removeJotting', { text: jotting.text })}
          onClick={onRemove}
        >
          {say('agenda.remove')}
        </Button>
      </div>
    </div>
  );
}
