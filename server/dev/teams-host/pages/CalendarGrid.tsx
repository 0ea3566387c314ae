import { mergeClasses } from '@fluentui/react-components';
import { ArrowRepeatAll16Regular, Video16Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { hashOf } from '../control/route.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { dateOf, minuteOf, shortDate, timeOf } from '../graph/wall-time.ts';
import type { WallTime } from '../graph/wall-time.ts';
import { useCalendarStyles } from './CalendarGrid.styles.ts';
import { layDay } from './day-layout.ts';

const hourHeight = 56;
const hours = Array.from({ length: 24 }, (_none, hour) => hour);

/** Days side by side, hours downwards, opened at the working day. */
export function CalendarGrid(props: {
  readonly days: readonly string[];
  readonly events: readonly CalendarEvent[];
  readonly now: WallTime;
}): React.JSX.Element {
  const { days, events, now } = props;
  const styles = useCalendarStyles();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 7.6 * hourHeight });
  }, []);
  const columns = { gridTemplateColumns: `56px repeat(${String(days.length)}, minmax(0, 1fr))` };
  const wholeDay = events.filter((event) => event.isAllDay);
  return (
    <div className={styles.calendar}>
      <div className={styles.dayHeads} style={columns}>
        <span />
        {days.map((day) => (
          <div key={day} className={mergeClasses(styles.dayHead, day === dateOf(now) && styles.today)}>
            <h2 className={styles.dayName}>{shortDate(day)}</h2>
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
          {days.map((day) => (
            <div
              key={day}
              role="group"
              aria-label={shortDate(day)}
              className={styles.day}
              style={{ backgroundSize: `100% ${String(hourHeight)}px` }}
            >
              {layDay(day, events).map(({ event, from, to, column, columns: all }) => (
                <EventLink
                  key={event.id}
                  event={event}
                  style={{
                    top: (from / 60) * hourHeight + 1,
                    height: ((to - from) / 60) * hourHeight - 3,
                    insetInlineStart: `calc(${String((column / all) * 100)}% + 2px)`,
                    width: `calc(${String(100 / all)}% - 6px)`,
                  }}
                  isShort={to - from < 40}
                />
              ))}
              {day === dateOf(now) && (
                <div className={styles.now} style={{ top: (minuteOf(now) / 60) * hourHeight }} aria-hidden />
              )}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function EventLink(props: { event: CalendarEvent; style: React.CSSProperties; isShort: boolean }): React.JSX.Element {
  const { event } = props;
  const styles = useCalendarStyles();
  const times = `${timeOf(event.start)} to ${timeOf(event.end)}`;
  return (
    <a
      href={hashOf({ page: 'event', id: event.id })}
      aria-label={`${event.subject}, ${times}${stateWords(event)}`}
      className={mergeClasses(styles.event, lookOf(event, styles))}
      style={props.style}
    >
      <span className={mergeClasses(styles.subject, props.isShort && styles.oneLine)}>{event.subject}</span>
      {!props.isShort && <span className={styles.small}>{times}</span>}
      <span className={styles.marks}>
        {event.joinUrl !== undefined && <Video16Regular aria-hidden />}
        {event.type !== 'singleInstance' && <ArrowRepeatAll16Regular aria-hidden />}
      </span>
    </a>
  );
}

function stateWords(event: CalendarEvent): string {
  if (event.isCancelled) return ', cancelled';
  if (event.response === 'notResponded') return ', not answered yet';
  return event.showAs === 'tentative' || event.showAs === 'oof' || event.showAs === 'free'
    ? { tentative: ', tentative', oof: ', out of office', free: ', free' }[event.showAs]
    : '';
}

function lookOf(event: CalendarEvent, styles: ReturnType<typeof useCalendarStyles>): string {
  if (event.isCancelled) return styles.cancelled;
  if (event.showAs === 'oof') return styles.away;
  if (event.showAs === 'free') return styles.free;
  if (event.showAs === 'tentative' || event.response === 'notResponded' || event.response === 'tentativelyAccepted')
    return styles.tentative;
  return styles.busy;
}
