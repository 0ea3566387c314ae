import { Button, mergeClasses } from '@fluentui/react-components';
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Flag16Filled } from '@fluentui/react-icons/svg/flag';
import type { AgendaItemView } from '#contract/agenda.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { SaveStatus } from '../../ui/SaveStatus.tsx';
import { useAgendaEditorStyles } from './AgendaEditor.styles.ts';
import { Adjourn } from './Adjourn.tsx';
import { AgendaItemForm } from './AgendaItemForm.tsx';
import { AgendaMark } from './AgendaMark.tsx';
import { useAgendaRowStyles } from './AgendaRow.styles.ts';
import { useItemKinds } from './use-item-kinds.ts';
import type { AgendaChanges } from './use-agenda.ts';

interface AgendaEditorRowProps {
  readonly view: MeetingResponse;
  readonly item: AgendaItemView;
  readonly place: number;
  readonly isLast: boolean;
  readonly compact: boolean;
  readonly isWaiting: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDrag: (isDragged: boolean) => void;
  readonly changes: AgendaChanges;
}

/** One item of the joint agenda: its title opens a form under it, arrows move it. */
export function AgendaEditorRow(props: AgendaEditorRowProps) {
  const { view, item, place, isLast, compact, isWaiting, isOpen, onOpen, onMove, onDrag, changes } = props;
  const styles = useAgendaEditorStyles();
  const rows = useAgendaRowStyles();
  const arrows = (
    <>
      <Button
        className={styles.arrow}
        appearance="subtle"
        size="small"
        icon={<ArrowUp16Regular />}
        disabledFocusable={place === 1}
        id={moveButtonId(item.id, -1)}
        aria-label={say('agenda.moveUp', { title: item.title })}
        onClick={() => {
          onMove(-1);
        }}
      />
      <Button
        className={styles.arrow}
        appearance="subtle"
        size="small"
        icon={<ArrowDown16Regular />}
        disabledFocusable={isLast}
        id={moveButtonId(item.id, 1)}
        aria-label={say('agenda.moveDown', { title: item.title })}
        onClick={() => {
          onMove(1);
        }}
      />
    </>
  );
  const kinds = useItemKinds(view.meeting.pairId);
  const kind = kinds.find(({ id }) => id === item.kindId)?.title ?? '';
  const detail = [kind, rowDetail(view, item)].filter((part) => part !== '').join(' · ');
  const isUrgent = item.urgency === 'urgent';
  return (
    <>
      <div
        className={mergeClasses(rows.row, !compact && rows.wide, isOpen && rows.plain)}
        draggable={!compact && !isOpen}
        onDragStart={() => {
          onDrag(true);
        }}
        onDragEnd={() => {
          onDrag(false);
        }}
      >
        {!compact && <span className={styles.order}>{arrows}</span>}
        <span className={rows.number}>{place}</span>
        <span className={rows.words}>
          <Button
            className={styles.titleButton}
            appearance="transparent"
            aria-expanded={isOpen}
            aria-label={say('agenda.changeItem', { title: item.title })}
            onClick={() => {
              onOpen(!isOpen);
            }}
          >
            {item.title}
          </Button>
          {detail !== '' && <span className={rows.detail}>{detail}</span>}
          {isUrgent && compact && <span className={rows.detail}>{say('agenda.urgent')}</span>}
          {isWaiting && <SaveStatus state="waiting" />}
        </span>
        <span className={rows.marks}>
          {isUrgent && !compact && (
            <span className={rows.badge}>
              <Flag16Filled aria-hidden />
              {say('agenda.urgent')}
            </span>
          )}
          {compact ? (
            <span className={styles.compactOrder}>{arrows}</span>
          ) : (
            <AgendaMark item={item} people={[view.me, view.other]} size={24} />
          )}
        </span>
        <span className={mergeClasses(rows.minutes, !compact && rows.wideMinutes)}>
          {say('general.minutes', { minutes: item.minutes })}
        </span>
      </div>
      {isOpen && (
        <div className={styles.open}>
          <AgendaItemForm
            draftKey={`item ${item.id}`}
            initial={item}
            topics={view.coverage.topics}
            kinds={kinds}
            submitLabel={say('general.save')}
            onSubmit={(words) => {
              changes.changeItem(item.id, words);
              onOpen(false);
            }}
            onCancel={() => {
              onOpen(false);
            }}
          />
          <div className={styles.tools}>
            <Adjourn view={view} item={item} />
            <Button
              size="small"
              appearance="subtle"
              icon={<Delete16Regular />}
              aria-label={say('agenda.removeItem', { title: item.title })}
              onClick={() => {
                changes.removeItem(item.id);
                onOpen(false);
              }}
            >
              {say('agenda.remove')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function rowDetail(view: MeetingResponse, item: AgendaItemView): string {
  if (item.note !== null) return item.note;
  if (item.timesCarried > 0)
    return [say('agenda.carried', { count: item.timesCarried }), cameFrom(view, item)].filter(Boolean).join(', ');
  if (item.raisedBy !== null) return '';
  if (item.shows !== 'last-actions') return say('agenda.standing');
  return say('agenda.standingLast', { count: view.lastActions.filter(({ state }) => state === 'open').length });
}

function cameFrom({ zone, now }: MeetingResponse, item: AgendaItemView): string {
  if (item.cameFrom === null) return '';
  return say('agenda.cameFrom', { when: sayDate(localDateOf(item.cameFrom.start, zone), localDateOf(now, zone)) });
}

/** The id of the button that moves an item up or down. */
export function moveButtonId(itemId: string, by: -1 | 1): string {
  return `${by < 0 ? 'up' : 'down'}-${itemId}`;
}
