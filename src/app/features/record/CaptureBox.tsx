import { Button, Textarea } from '@fluentui/react-components';
import { ClipboardTask20Regular } from '@fluentui/react-icons/svg/clipboard-task';
import { Suspense, useEffect, useRef, useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useLive } from '../../api/use-live.ts';
import { say } from '../../text/say.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { captureKey } from './capture-draft.ts';
import { useCaptureBoxStyles } from './CaptureBox.styles.ts';
import { useCapture } from './use-capture.ts';
import { useRecord, type RecordPlace } from './use-record.ts';
import { useSayWriting } from './use-say-writing.ts';

const CautionNote = lazyPart(async () => (await import('../../ui/CautionNote.tsx')).CautionNote);
const CaptureTags = lazyPart(async () => (await import('./CaptureTags.tsx')).CaptureTags);

interface CaptureBoxProps {
  readonly view: MeetingResponse;
  readonly now: string;
  readonly place: RecordPlace;
  /** What the line will stand under, in words; null: the meeting as a whole. */
  readonly about: string | null;
}

/** What a person set instead of what was recognised; undefined: nothing. */
interface Chosen {
  readonly ownerId?: string;
  readonly dueOn?: string | null;
}

/** A line typed as people say it becomes an action (Enter) or a point (Ctrl+Enter). Owner and date recognised show before anything is saved (C3). */
export function CaptureBox({ view, now, place, about }: CaptureBoxProps) {
  const styles = useCaptureBoxStyles();
  const changes = useRecord(view);
  const sayWriting = useSayWriting(view.meeting.id);
  const { state } = useLive();
  const [text, setText] = useKeptDraft(captureKey(view.meeting.id));
  const [chosen, setChosen] = useState<Chosen>({});
  const box = useRef<HTMLTextAreaElement>(null);
  const today = localDateOf(now, view.zone);
  const isEmpty = text.trim() === '';
  const capture = useCapture(text, { today, people: [view.me, view.other], authorId: view.me.id });
  const { ownerId, dueOn } = { ...capture.now, ...chosen };
  useEffect(() => {
    Promise.all([CaptureTags.fetch(), CautionNote.fetch()]).catch(() => undefined);
  }, []);

  const clear = (): void => {
    setText('');
    setChosen({});
    box.current?.focus();
  };
  const saveAction = (): void => {
    if (isEmpty) return;
    void capture.inFull().then((read) => {
      changes.addAction({ ...read, ...chosen, itemId: place.itemId, topicId: place.topicId });
    });
    clear();
  };
  const savePoint = (): void => {
    if (isEmpty) return;
    changes.addPoint(text.trim(), place);
    clear();
  };

  return (
    <div className={styles.capture}>
      <Textarea
        className={styles.box}
        textarea={{ className: styles.input, ref: box }}
        resize="none"
        rows={2}
        value={text}
        placeholder={say('record.placeholder')}
        aria-label={about === null ? say('record.capture') : say('record.captureUnder', { title: about })}
        onChange={(_, { value }) => {
          setText(value);
          if (value.trim() === '') setChosen({});
          else sayWriting();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (event.ctrlKey || event.metaKey) savePoint();
          else saveAction();
        }}
      />
      {!isEmpty && (
        <Suspense fallback={null}>
          <CaptureTags
            people={[view.me, view.other]}
            ownerId={ownerId}
            dueOn={dueOn}
            today={today}
            onOwner={(id) => {
              setChosen({ ...chosen, ownerId: id });
            }}
            onDate={(date) => {
              setChosen({ ...chosen, dueOn: date });
            }}
          />
          <CautionNote pairId={view.meeting.pairId} text={text} />
        </Suspense>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          size="small"
          icon={<ClipboardTask20Regular />}
          disabledFocusable={isEmpty}
          onClick={saveAction}
        >
          {say('record.addAction')}
        </Button>
        <Button size="small" disabledFocusable={isEmpty} onClick={savePoint}>
          {say('record.addPoint')}
        </Button>
      </div>
      <span className={styles.keys}>{state === 'away' ? say('record.keptHere') : say('record.keys')}</span>
    </div>
  );
}
