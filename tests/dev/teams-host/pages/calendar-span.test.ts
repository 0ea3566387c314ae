import { expect, test } from 'vitest';
import { movedSpan, resizedSpan, sameSpan, spanOf, stepBelow } from '#server/dev/teams-host/pages/calendar-span.ts';

const span = { start: '2026-11-26T10:00', end: '2026-11-26T10:45' };

test('empty time is taken in quarters of an hour, either way round, half an hour at least, within the day', () => {
  expect(stepBelow(614)).toBe(600);
  expect(spanOf('2026-11-26', 600, 690)).toEqual({ start: '2026-11-26T10:00', end: '2026-11-26T11:30' });
  expect(spanOf('2026-11-26', 690, 600)).toEqual({ start: '2026-11-26T10:00', end: '2026-11-26T11:30' });
  expect(spanOf('2026-11-26', 600, 600).end).toBe('2026-11-26T10:30');
  expect(spanOf('2026-11-26', 1440, 1500)).toEqual({ start: '2026-11-26T23:45', end: '2026-11-27T00:00' });
});

test('an event moves by days and minutes and stays as long as it was', () => {
  expect(movedSpan(span, 5, -90)).toEqual({ start: '2026-12-01T08:30', end: '2026-12-01T09:15' });
  expect(movedSpan({ start: '2026-11-26T23:30', end: '2026-11-27T00:30' }, 0, 60)).toEqual({
    start: '2026-11-27T00:30',
    end: '2026-11-27T01:30',
  });
});

test('an event pulled at its end keeps its start and a quarter of an hour', () => {
  expect(resizedSpan(span, 30)).toEqual({ start: span.start, end: '2026-11-26T11:15' });
  expect(resizedSpan(span, -600).end).toBe('2026-11-26T10:15');
  expect([sameSpan(span, resizedSpan(span, 0)), sameSpan(span, resizedSpan(span, 15))]).toEqual([true, false]);
});
