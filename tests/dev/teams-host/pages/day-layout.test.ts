import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarEvent } from '#server/dev/teams-host/graph/calendar-event.ts';
import type { CalendarEvent } from '#server/dev/teams-host/graph/calendar-event.ts';
import { layDay } from '#server/dev/teams-host/pages/day-layout.ts';

const date = '2026-11-26';

function eventAt(id: string, start: string, end: string): CalendarEvent {
  return calendarEvent({ id, start: { dateTime: start }, end: { dateTime: end } });
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

const span = fc
  .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 5, max: 240 }))
  .map(([from, length]) => ({ from, to: Math.min(from + length, 1439) }));

test('events that overlap never share a column, and none is wider than its day', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const events = spans.map(({ from, to }, index) =>
        eventAt(String(index), `${date}T${clock(from)}`, `${date}T${clock(to)}`),
      );
      const placed = layDay(date, events);
      expect(placed).toHaveLength(events.length);
      for (const one of placed) {
        expect(one.column).toBeLessThan(one.columns);
        const clashes = placed.filter(
          (other) => other !== one && other.column === one.column && other.from < one.to && one.from < other.to,
        );
        expect(clashes).toEqual([]);
      }
    }),
  );
});

test('an event over midnight is cut to each of its days', () => {
  const night = eventAt('night', '2026-11-25T22:00', '2026-11-26T06:00');
  expect(layDay('2026-11-25', [night])).toMatchObject([{ from: 1320, to: 1440 }]);
  expect(layDay('2026-11-26', [night])).toMatchObject([{ from: 0, to: 360 }]);
  expect(layDay('2026-11-27', [night])).toEqual([]);
});
