import type { CalendarEvent } from '../graph/calendar-event.ts';
import { dateOf, minuteOf } from '../graph/wall-time.ts';

/** Where an event lies in its day: minutes from midnight, and which of so many columns. */
export interface PlacedEvent {
  readonly event: CalendarEvent;
  readonly from: number;
  readonly to: number;
  readonly column: number;
  readonly columns: number;
}

const shortestMinutes = 25;
const dayMinutes = 24 * 60;

/** Lays one day's timed events side by side where they overlap. Events of several days are cut to this one. */
export function layDay(date: string, events: readonly CalendarEvent[]): PlacedEvent[] {
  const spans = events
    .filter((event) => !event.isAllDay && dateOf(event.start) <= date && dateOf(event.end) >= date)
    .map((event) => {
      const from = dateOf(event.start) < date ? 0 : minuteOf(event.start);
      const to = dateOf(event.end) > date ? dayMinutes : minuteOf(event.end);
      return { event, from, to: Math.max(to, from + shortestMinutes) };
    })
    .filter((span) => span.to > 0)
    .toSorted((one, other) => one.from - other.from || other.to - one.to);

  const placed: PlacedEvent[] = [];
  let group: Omit<PlacedEvent, 'columns'>[] = [];
  let groupEnd = 0;
  const close = (): void => {
    const columns = Math.max(1, ...group.map((one) => one.column + 1));
    placed.push(...group.map((one) => ({ ...one, columns })));
    group = [];
  };
  for (const span of spans) {
    if (span.from >= groupEnd) close();
    const taken = new Set(group.filter((one) => one.to > span.from).map((one) => one.column));
    let column = 0;
    while (taken.has(column)) column += 1;
    group.push({ ...span, column });
    groupEnd = Math.max(groupEnd, span.to);
  }
  close();
  return placed;
}
