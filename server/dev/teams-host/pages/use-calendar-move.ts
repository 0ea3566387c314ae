import { useEffect, useRef, useState } from 'react';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { movedSpan, resizedSpan, sameSpan, spanOf, stepBelow, stepMinutes } from './calendar-span.ts';
import type { Span } from './calendar-span.ts';

/** An event on its way to another time; it is still where it was until the person says so. */
export interface Moving {
  readonly event: CalendarEvent;
  readonly span: Span;
}

/** Where the days and hours lie on the screen. */
export interface GridPlaces {
  readonly days: readonly string[];
  readonly hourHeight: number;
  readonly grid: React.RefObject<HTMLElement | null>;
}

/** The hands of the calendar: dragging over empty time, dragging an event or its end, and the same by keys. */
export interface CalendarHands {
  readonly moving: Moving | undefined;
  readonly selecting: Span | undefined;
  readonly select: (pointer: React.PointerEvent<HTMLElement>, day: string) => void;
  readonly grab: (pointer: React.PointerEvent<HTMLElement>, event: CalendarEvent, part: 'all' | 'end') => void;
  readonly nudge: (key: React.KeyboardEvent<HTMLElement>, event: CalendarEvent) => void;
  readonly forget: () => void;
}

const slackPixels = 4;

/** Follows pointer and keys over the calendar; what they choose is handed on once, when the pointer is let go or Enter pressed. */
export function useCalendarMove(
  places: GridPlaces,
  chosen: { readonly time: (span: Span) => void; readonly move: (moving: Moving) => void },
): CalendarHands {
  const [moving, setMoving] = useState<Moving>();
  const [selecting, setSelecting] = useState<Span>();
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const follow = (move: (pointer: PointerEvent) => void, end: (() => void) | undefined): void => {
    stop.current?.();
    const listeners = new AbortController();
    const { signal } = listeners;
    stop.current = () => {
      listeners.abort();
      stop.current = undefined;
    };
    const give = (go: boolean) => (): void => {
      stop.current?.();
      if (go) end?.();
      else {
        setMoving(undefined);
        setSelecting(undefined);
      }
    };
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', give(true), { signal });
    addEventListener('pointercancel', give(false), { signal });
    const leave = give(false);
    addEventListener(
      'keydown',
      (key) => {
        if (key.key === 'Escape') leave();
      },
      { signal },
    );
  };

  const select: CalendarHands['select'] = (pointer, day) => {
    if (pointer.button !== 0 || pointer.pointerType === 'touch') return;
    const column = pointer.currentTarget;
    const minuteAt = (y: number): number => ((y - column.getBoundingClientRect().top) / places.hourHeight) * 60;
    const from = stepBelow(minuteAt(pointer.clientY));
    let span = spanOf(day, from, from);
    setSelecting(span);
    pointer.preventDefault();
    follow(
      (moved) => {
        span = spanOf(day, from, stepBelow(minuteAt(moved.clientY) + stepMinutes));
        setSelecting(span);
      },
      () => {
        chosen.time(span);
      },
    );
  };

  const grab: CalendarHands['grab'] = (pointer, event, part) => {
    if (pointer.button !== 0 || pointer.pointerType === 'touch') return;
    const [x, y] = [pointer.clientX, pointer.clientY];
    const width = (places.grid.current?.getBoundingClientRect().width ?? 0) / Math.max(1, places.days.length);
    let span: Span = event;
    follow(
      (moved) => {
        const [acrossPixels, downPixels] = [moved.clientX - x, moved.clientY - y];
        if (span === event && Math.hypot(acrossPixels, downPixels) < slackPixels) return;
        moved.preventDefault();
        const minutes = Math.round(((downPixels / places.hourHeight) * 60) / stepMinutes) * stepMinutes;
        const days = width === 0 ? 0 : Math.round(acrossPixels / width);
        span = part === 'end' ? resizedSpan(event, minutes) : movedSpan(event, days, minutes);
        setMoving({ event, span });
      },
      () => {
        if (span === event) return;
        // The click that ends a drag would follow the event's link.
        addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => {
          removeEventListener('click', swallow, { capture: true });
        }, 50);
        if (sameSpan(span, event)) setMoving(undefined);
        else chosen.move({ event, span });
      },
    );
  };

  const nudge: CalendarHands['nudge'] = (key, event) => {
    const now = moving?.event.id === event.id ? moving.span : event;
    const step = { ArrowUp: [0, -stepMinutes], ArrowDown: [0, stepMinutes], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[
      key.key
    ];
    if (key.altKey && step !== undefined) {
      const [days = 0, minutes = 0] = step;
      key.preventDefault();
      setMoving({ event, span: key.shiftKey ? resizedSpan(now, minutes) : movedSpan(now, days, minutes) });
    } else if (key.key === 'Escape' && moving !== undefined) {
      setMoving(undefined);
    } else if (key.key === 'Enter' && moving !== undefined && !sameSpan(moving.span, event)) {
      key.preventDefault();
      chosen.move(moving);
    }
  };

  return {
    moving,
    selecting,
    select,
    grab,
    nudge,
    forget: () => {
      setMoving(undefined);
      setSelecting(undefined);
    },
  };
}

function swallow(click: Event): void {
  click.preventDefault();
  click.stopPropagation();
}
