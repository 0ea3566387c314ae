import { Button } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useEffect, useRef, useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { say } from '../../text/say.ts';
import { AddItem } from './AddItem.tsx';
import { useAgendaEditorStyles } from './AgendaEditor.styles.ts';
import { AgendaEditorRow, moveButtonId } from './AgendaEditorRow.tsx';
import { useAgendaRowStyles } from './AgendaRow.styles.ts';
import { useAgenda } from './use-agenda.ts';

interface AgendaEditorProps {
  readonly view: MeetingResponse;
  readonly waiting: ReadonlySet<string>;
  /** The side panel's width: fewer columns. */
  readonly compact?: boolean;
}

/** The joint agenda to change: order, minutes, urgency, words. Everything by keyboard; dragging is an extra. */
export function AgendaEditor({ view, waiting, compact = false }: AgendaEditorProps) {
  const styles = useAgendaEditorStyles();
  const rows = useAgendaRowStyles();
  const changes = useAgenda(view);
  const [editing, setEditing] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [told, setTold] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const { items } = view;
  const order = items.map(({ id }) => id).join(' ');
  const pressed = useRef<string | null>(null);
  // A row that changes place takes its focus along.
  useEffect(() => {
    if (pressed.current !== null) document.getElementById(pressed.current)?.focus();
    pressed.current = null;
  }, [order]);

  const move = (itemId: string, by: -1 | 1): void => {
    const place = items.findIndex(({ id }) => id === itemId);
    pressed.current = moveButtonId(itemId, by);
    changes.moveItem(itemId, by);
    setTold(say('agenda.moved', { title: items[place]?.title ?? '', place: place + 1 + by }));
  };

  return (
    <div className={styles.editor}>
      {items.length === 0 && <p className={styles.empty}>{say('agenda.empty', { name: view.other.givenName })}</p>}
      <ol className={rows.list} aria-label={say('agenda.title')}>
        {items.map((item, index) => (
          <li
            key={item.id}
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault();
            }}
            onDrop={() => {
              if (dragged !== null) changes.moveItemTo(dragged, item.id);
              setDragged(null);
            }}
          >
            <AgendaEditorRow
              view={view}
              item={item}
              place={index + 1}
              isLast={index === items.length - 1}
              compact={compact}
              isWaiting={waiting.has(item.id)}
              isOpen={editing === item.id}
              onOpen={(isOpen) => {
                setEditing(isOpen ? item.id : null);
              }}
              onMove={(by) => {
                move(item.id, by);
              }}
              onDrag={(isDragged) => {
                setDragged(isDragged ? item.id : null);
              }}
              changes={changes}
            />
          </li>
        ))}
      </ol>
      <div role="status" className={styles.told}>
        {told}
      </div>
      {isAdding ? (
        <AddItem
          view={view}
          onDone={() => {
            setAdding(false);
          }}
        />
      ) : (
        <Button
          className={styles.add}
          appearance="subtle"
          size={compact ? 'small' : 'medium'}
          icon={<Add20Regular />}
          onClick={() => {
            setAdding(true);
          }}
        >
          {say('agenda.addItem')}
        </Button>
      )}
    </div>
  );
}
