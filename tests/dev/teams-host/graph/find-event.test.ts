import { expect, test } from 'vitest';
import { calendarEvent } from '#server/dev/teams-host/graph/calendar-event.ts';
import { nearestEvent } from '#server/dev/teams-host/graph/find-event.ts';

function occurrence(date: string, isCancelled = false): ReturnType<typeof calendarEvent> {
  return calendarEvent({
    id: date,
    isCancelled,
    start: { dateTime: `${date}T10:00` },
    end: { dateTime: `${date}T10:45` },
  });
}

test.each([
  ['the one that runs now', '2026-11-26T10:30', [], '2026-11-26'],
  ['the next one once it is over', '2026-11-26T11:00', [], '2026-12-10'],
  ['the one after a cancelled one', '2026-11-25T09:00', ['2026-11-26'], '2026-12-10'],
  ['the last one when all are over', '2027-02-01T09:00', [], '2026-12-24'],
  [
    'a cancelled one when there is no other',
    '2026-11-25T09:00',
    ['2026-11-26', '2026-12-10', '2026-12-24'],
    '2026-11-26',
  ],
])('a join link leads to %s', (_words, now, cancelled, expected) => {
  const dates = ['2026-11-26', '2026-12-10', '2026-12-24'];
  expect(
    nearestEvent(
      dates.map((date) => occurrence(date, cancelled.includes(date))),
      now,
    )?.id,
  ).toBe(expected);
});
