import { Tooltip, mergeClasses } from '@fluentui/react-components';
import { ArrowRepeatAll16Regular, ArrowSync16Regular, Video16Regular } from '@fluentui/react-icons';
import { hashOf } from '../control/route.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { timeOf } from '../graph/wall-time.ts';
import { useCalendarStyles } from './CalendarGrid.styles.ts';
import type { CalendarHands } from './use-calendar-move.ts';

/** One event in a day: a link to its page, to be dragged, pulled longer, or moved with Alt and the arrow keys. */
export function EventBlock(props: {
  readonly event: CalendarEvent;
  readonly style: React.CSSProperties;
  /** How long it shows, in minutes: what does not fit is left out. */
  readonly minutes: number;
  readonly hands: CalendarHands;
}): React.JSX.Element {
  const { event, hands } = props;
  const styles = useCalendarStyles();
  const times = `${timeOf(event.start)} to ${timeOf(event.end)}`;
  const canMove = !event.isCancelled;
  const isShort = props.minutes < 40;
  return (
    <Tooltip content={<Peek event={event} times={times} />} relationship="description" withArrow positioning="after">
      <a
        href={hashOf({ page: 'event', id: event.id })}
        aria-label={`${event.subject}, ${times}${stateWords(event)}`}
        aria-keyshortcuts={
          canMove ? 'Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight Alt+Shift+ArrowDown' : undefined
        }
        className={mergeClasses(
          styles.event,
          lookOf(event, styles),
          hands.moving?.event.id === event.id && styles.leaving,
        )}
        style={props.style}
        draggable={false}
        onPointerDown={(pointer) => {
          pointer.stopPropagation();
          if (canMove) hands.grab(pointer, event, 'all');
        }}
        onKeyDown={(key) => {
          if (canMove) hands.nudge(key, event);
        }}
      >
        <span className={mergeClasses(styles.subject, isShort && styles.oneLine)}>{event.subject}</span>
        {!isShort && <span className={styles.small}>{times}</span>}
        {props.minutes >= 60 && event.location !== '' && event.joinUrl === undefined && (
          <span className={styles.small}>{event.location}</span>
        )}
        <span className={styles.marks}>
          {event.joinUrl !== undefined && <Video16Regular aria-hidden />}
          {event.type === 'exception' ? (
            <ArrowSync16Regular aria-hidden />
          ) : (
            event.type !== 'singleInstance' && <ArrowRepeatAll16Regular aria-hidden />
          )}
        </span>
        {canMove && event.isOrganizer && (
          <span
            className={styles.lower}
            onPointerDown={(pointer) => {
              pointer.stopPropagation();
              hands.grab(pointer, event, 'end');
            }}
          />
        )}
      </a>
    </Tooltip>
  );
}

function Peek(props: { event: CalendarEvent; times: string }): React.JSX.Element {
  const { event, times } = props;
  const names = event.attendees.map((one) => one.name).slice(0, 4);
  const more = event.attendees.length - names.length;
  return (
    <>
      <strong>{event.subject}</strong>
      <br />
      {times}
      {event.joinUrl !== undefined ? ', Teams meeting' : event.location === '' ? '' : `, ${event.location}`}
      <br />
      {event.isOrganizer ? '' : `From ${event.organizer.name}. `}
      {names.length === 0 ? '' : `With ${names.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}.`}
    </>
  );
}

function stateWords(event: CalendarEvent): string {
  if (event.isCancelled) return ', cancelled';
  if (event.response === 'notResponded') return ', not answered yet';
  return event.showAs === 'tentative' || event.showAs === 'oof' || event.showAs === 'free'
    ? { tentative: ', tentative', oof: ', out of office', free: ', free' }[event.showAs]
    : '';
}

/** How an event looks for what it means to one's time. */
export function lookOf(event: CalendarEvent, styles: ReturnType<typeof useCalendarStyles>): string {
  if (event.isCancelled) return styles.cancelled;
  if (event.showAs === 'oof') return styles.away;
  if (event.showAs === 'free') return styles.free;
  if (event.showAs === 'tentative' || event.response === 'notResponded' || event.response === 'tentativelyAccepted')
    return styles.tentative;
  return styles.busy;
}
