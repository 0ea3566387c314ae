import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { hashOf } from '../control/route.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { dateOf, minuteOf, shortDate, timeOf } from '../graph/wall-time.ts';
import type { WallTime } from '../graph/wall-time.ts';
import { useCalendarStyles } from './CalendarGrid.styles.ts';
import type { Span } from './calendar-span.ts';
import { layDay } from './day-layout.ts';
import { EventBlock, lookOf } from './EventBlock.tsx';
import { NewEventSlot } from './NewEventSlot.tsx';
import { useCalendarMove } from './use-calendar-move.ts';
import type { CalendarHands, Moving } from './use-calendar-move.ts';

const hourHeight = 56;
const hours = Array.from({ length: 24 }, (_none, hour) => hour);

/** Days side by side, hours downwards, opened at the working day; empty time and events can be taken by pointer and by keys. */
export function CalendarGrid(props: {
  readonly days: readonly string[];
  readonly events: readonly CalendarEvent[];
  readonly now: WallTime;
  readonly create: (span: Span) => void;
  readonly move: (moving: Moving, settled: () => void) => void;
  readonly turn: (days: number) => void;
}): React.JSX.Element {
  const { days, events, now } = props;
  const styles = useCalendarStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const hands: CalendarHands = useCalendarMove(
    { days, hourHeight, grid },
    {
      time: (span) => {
        hands.forget();
        props.create(span);
      },
      move: (moving) => {
        props.move(moving, hands.forget);
      },
    },
  );
  useEffect(() => {
    scroller.current?.scrollTo({ top: 7.6 * hourHeight });
  }, []);
  const columns = { gridTemplateColumns: `56px repeat(${String(days.length)}, minmax(0, 1fr))` };
  const wholeDay = events.filter((event) => event.isAllDay);
  const shown = hands.moving?.span ?? hands.selecting;
  return (
    <div className={styles.calendar}>
      <div className={styles.dayHeads} style={columns}>
        <span />
        {days.map((day) => (
          <div key={day} className={mergeClasses(styles.dayHead, day === dateOf(now) && styles.today)}>
            <h2 className={styles.dayName}>
              <a href={hashOf({ page: 'calendar', date: day, view: 'day' })} className={styles.dayLink}>
                {shortDate(day)}
              </a>
            </h2>
            {wholeDay
              .filter((event) => dateOf(event.start) <= day && dateOf(event.end) > day)
              .map((event) => (
                <a
                  key={event.id}
                  href={hashOf({ page: 'event', id: event.id })}
                  className={mergeClasses(styles.allDay, lookOf(event, styles))}
                >
                  {event.subject}
                </a>
              ))}
          </div>
        ))}
      </div>
      <div ref={scroller} className={styles.scroller}>
        <div className={styles.hours} style={{ ...columns, height: 24 * hourHeight }}>
          <div aria-hidden>
            {hours.map((hour) => (
              <div key={hour} className={styles.hour} style={{ height: hourHeight }}>
                {hour === 0 ? '' : `${String(hour).padStart(2, '0')}:00`}
              </div>
            ))}
          </div>
          <div
            ref={grid}
            className={styles.days}
            style={{ gridTemplateColumns: `repeat(${String(days.length)}, minmax(0, 1fr))` }}
          >
            {days.map((day) => (
              <div
                key={day}
                role="group"
                aria-label={shortDate(day)}
                className={mergeClasses(styles.day, isWeekend(day) && styles.weekend)}
                style={{ backgroundSize: `100% ${String(hourHeight)}px` }}
                onPointerDown={(pointer) => {
                  hands.select(pointer, day);
                }}
              >
                {layDay(day, events).map(({ event, from, to, column, columns: all }) => (
                  <EventBlock
                    key={event.id}
                    event={event}
                    hands={hands}
                    style={{
                      top: (from / 60) * hourHeight + 1,
                      height: ((to - from) / 60) * hourHeight - 3,
                      insetInlineStart: `calc(${String((column / all) * 100)}% + 2px)`,
                      width: `calc(${String(100 / all)}% - 6px)`,
                    }}
                    minutes={to - from}
                  />
                ))}
                {shown !== undefined && dateOf(shown.start) === day && (
                  <Ghost span={shown} subject={hands.moving?.event.subject ?? 'New event'} />
                )}
                {day === dateOf(now) && (
                  <div className={styles.now} style={{ top: (minuteOf(now) / 60) * hourHeight }} aria-hidden />
                )}
              </div>
            ))}
            <NewEventSlot days={days} hourHeight={hourHeight} now={now} create={props.create} turn={props.turn} />
          </div>
        </div>
      </div>
      <span className={styles.spoken} aria-live="polite">
        {hands.moving === undefined
          ? ''
          : `${shortDate(dateOf(hands.moving.span.start))}, ${timeOf(hands.moving.span.start)} to ${timeOf(hands.moving.span.end)}. Enter moves it there, Escape leaves it.`}
      </span>
    </div>
  );
}

function Ghost(props: { span: Span; subject: string }): React.JSX.Element {
  const styles = useCalendarStyles();
  const from = minuteOf(props.span.start);
  const to = dateOf(props.span.end) > dateOf(props.span.start) ? 24 * 60 : minuteOf(props.span.end);
  return (
    <div
      aria-hidden
      className={styles.ghost}
      style={{ top: (from / 60) * hourHeight + 1, height: ((to - from) / 60) * hourHeight - 3 }}
    >
      <strong>{props.subject}</strong> {timeOf(props.span.start)} to {timeOf(props.span.end)}
    </div>
  );
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
}
