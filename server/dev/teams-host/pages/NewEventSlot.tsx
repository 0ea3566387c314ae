import { useState } from 'react';
import { addDays, addMinutes, dateOf, minuteOf, minutesBetween, shortDate, timeOf } from '../graph/wall-time.ts';
import type { WallTime } from '../graph/wall-time.ts';
import { useCalendarStyles } from './CalendarGrid.styles.ts';
import type { Span } from './calendar-span.ts';

const halfHour = 30;

/**
 * The keyboard's way to empty time: one half hour of the calendar as a button, seen while it has the focus. Arrows take it from half
 * hour to half hour and day to day, with Shift they make it longer or shorter, Page Up and Down turn the week.
 */
export function NewEventSlot(props: {
  readonly days: readonly string[];
  readonly hourHeight: number;
  readonly now: WallTime;
  readonly create: (span: Span) => void;
  readonly turn: (days: number) => void;
}): React.JSX.Element {
  const { days, hourHeight } = props;
  const styles = useCalendarStyles();
  const [place, setPlace] = useState({ at: firstPlace(days, props.now), length: halfHour });
  const first = days[0] ?? dateOf(props.now);
  const last = days.at(-1) ?? first;
  const date = dateOf(place.at);
  // Another week was opened: the slot stays at its hour, on a day that is shown.
  const at = date < first || date > last ? `${first}T${timeOf(place.at)}` : place.at;
  const span: Span = { start: at, end: addMinutes(at, place.length) };
  const column = days.indexOf(dateOf(at));
  const goTo = (start: WallTime, length = place.length): void => {
    if (minutesBetween(`${dateOf(start)}T00:00`, start) + length > 24 * 60) return;
    setPlace({ at: start, length });
    if (dateOf(start) < first || dateOf(start) > last) props.turn(dateOf(start) < first ? -1 : 1);
  };
  const keys: Record<string, (isShift: boolean) => void> = {
    ArrowDown: (isShift) => {
      if (isShift) goTo(at, place.length + halfHour);
      else if (minuteOf(at) < 24 * 60 - halfHour) goTo(addMinutes(at, halfHour));
    },
    ArrowUp: (isShift) => {
      if (isShift) goTo(at, Math.max(halfHour, place.length - halfHour));
      else if (minuteOf(at) >= halfHour) goTo(addMinutes(at, -halfHour));
    },
    ArrowLeft: () => {
      goTo(`${addDays(dateOf(at), -1)}T${timeOf(at)}`);
    },
    ArrowRight: () => {
      goTo(`${addDays(dateOf(at), 1)}T${timeOf(at)}`);
    },
    PageUp: () => {
      props.turn(-1);
    },
    PageDown: () => {
      props.turn(1);
    },
  };
  return (
    <button
      type="button"
      className={styles.slot}
      aria-label={`New event, ${shortDate(dateOf(at))}, ${timeOf(at)} to ${timeOf(span.end)}`}
      style={{
        top: (minuteOf(at) / 60) * hourHeight,
        height: (place.length / 60) * hourHeight,
        insetInlineStart: `${String((Math.max(0, column) / days.length) * 100)}%`,
        width: `${String(100 / days.length)}%`,
      }}
      onPointerDown={(pointer) => {
        pointer.stopPropagation();
      }}
      onClick={() => {
        props.create(span);
      }}
      onKeyDown={(key) => {
        const act = keys[key.key];
        if (act === undefined || key.altKey || key.ctrlKey) return;
        key.preventDefault();
        act(key.shiftKey);
      }}
    >
      {timeOf(at)} to {timeOf(span.end)}
    </button>
  );
}

function firstPlace(days: readonly string[], now: WallTime): WallTime {
  const day = days.includes(dateOf(now)) ? dateOf(now) : (days[0] ?? dateOf(now));
  const next = Math.min(23 * 60, Math.ceil(minuteOf(now) / halfHour) * halfHour);
  return addMinutes(`${day}T00:00`, day === dateOf(now) ? next : 9 * 60);
}
