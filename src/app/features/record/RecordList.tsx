import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { ActionView } from '#contract/actions.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { PointView } from '#contract/record.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useIsWriting } from '../../api/writing.ts';
import { say } from '../../text/say.ts';
import { captureKey } from './capture-draft.ts';
import { linesOf } from './record-lines.ts';
import { PointLine } from './PointLine.tsx';
import { RecordItem } from './RecordItem.tsx';
import { useRecordListStyles } from './RecordList.styles.ts';
import { useNewestInView } from './use-newest-in-view.ts';
import { useItemClock } from './use-item-clock.ts';
import { useRecord } from './use-record.ts';

interface RecordListProps {
  readonly view: MeetingResponse;
  readonly waiting: ReadonlySet<string>;
  /** The item being talked about; null: none in particular. */
  readonly openItemId: string | null;
  readonly onOpenItem: (itemId: string | null) => void;
  readonly onLastActions: () => void;
  readonly renderAction: (action: ActionView) => ReactNode;
  readonly renderMark: (item: MeetingResponse['items'][number]) => ReactNode;
  /** What the item about the person's measures shows. */
  readonly measures: ReactNode;
}

/** The agenda as it is talked through, the open item with its points and actions, live for both (C3). */
export function RecordList(props: RecordListProps) {
  const { view, waiting, openItemId, onOpenItem, onLastActions, renderAction, renderMark, measures } = props;
  const styles = useRecordListStyles();
  const changes = useRecord(view);
  const minutesSpent = useItemClock(openItemId);
  const isWriting = useIsWriting(view.meeting.id, view.other.id);
  const [draft, setDraft] = useKeptDraft(captureKey(view.meeting.id));
  const [deleted, setDeleted] = useState<PointView | null>(null);

  const end = useNewestInView(linesOf(view, openItemId).length);

  const makeAction = (point: PointView): void => {
    if (draft === '') {
      setDraft(point.text);
      return;
    }
    const { itemId, topicId } = point;
    changes.addAction({ text: point.text.slice(0, 300), ownerId: view.me.id, dueOn: null, itemId, topicId });
  };
  const lines = (itemId: string | null): ReactNode =>
    linesOf(view, itemId).map((line) =>
      line.kind === 'point' ? (
        <PointLine
          key={line.point.id}
          point={line.point}
          pairId={view.meeting.pairId}
          author={line.point.authorId === view.me.id ? view.me : view.other}
          isMine={line.point.authorId === view.me.id}
          isWaiting={waiting.has(line.point.id)}
          changes={changes}
          onMakeAction={makeAction}
          onDeleted={setDeleted}
        />
      ) : (
        <div key={line.action.id} className={styles.action}>
          {renderAction(line.action)}
        </div>
      ),
    );
  const next = (itemId: string): string | null => {
    const place = view.items.findIndex(({ id }) => id === itemId);
    return view.items.slice(place + 1).find(({ state }) => state !== 'discussed')?.id ?? null;
  };
  const besides = linesOf(view, null);

  return (
    <div className={styles.list}>
      <ol className={styles.items}>
        {view.items.map((item, index) => (
          <RecordItem
            key={item.id}
            item={item}
            number={index + 1}
            isOpen={item.id === openItemId}
            minutesUsed={minutesSpent(item.id)}
            mark={renderMark(item)}
            lineCount={linesOf(view, item.id).length}
            onOpen={() => {
              onOpenItem(item.id === openItemId ? null : item.id);
            }}
            onNext={() => {
              changes.settleItem(item.id, 'discussed');
              onOpenItem(next(item.id));
            }}
            onAgain={() => {
              changes.settleItem(item.id, 'open');
            }}
            {...(item.shows === 'last-actions' ? { onLastActions } : {})}
          >
            {item.shows === 'measures' && measures}
            {lines(item.id)}
            {item.id === openItemId && <span ref={end} />}
          </RecordItem>
        ))}
      </ol>
      {besides.length > 0 && (
        <section className={styles.besides} aria-label={say('record.other')}>
          <h2 className={styles.title}>{say('record.other')}</h2>
          {lines(null)}
        </section>
      )}
      {deleted !== null && (
        <div className={styles.deleted} role="status">
          {say('record.deleted')}
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              changes.addPoint(deleted.text, deletedPlace(deleted), deleted.mark);
              setDeleted(null);
            }}
          >
            {say('record.undo')}
          </Button>
        </div>
      )}
      <div className={styles.writing} role="status">
        {isWriting ? say('record.isWriting', { name: view.other.givenName }) : ''}
      </div>
    </div>
  );
}

function deletedPlace({ itemId, topicId, sectionId }: PointView) {
  return { itemId, topicId, sectionId };
}
