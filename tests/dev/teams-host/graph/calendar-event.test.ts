import { expect, test } from 'vitest';
import { calendarEvent, recurrenceWords } from '#server/dev/teams-host/graph/calendar-event.ts';

test('an event of Graph with nothing in it is shown as empty rather than not at all', () => {
  expect(calendarEvent({ id: 'x' })).toMatchObject({
    id: 'x',
    subject: '(No subject)',
    attendees: [],
    joinUrl: undefined,
    isOrganizer: false,
    response: 'none',
  });
});

test.each([
  [
    { type: 'weekly', interval: 2, daysOfWeek: ['thursday'] },
    { type: 'endDate', endDate: '2027-05-27' },
    'Every 2 weeks on Thursday until Thu 27 May 2027',
  ],
  [
    { type: 'weekly', interval: 1, daysOfWeek: ['monday', 'wednesday'] },
    { type: 'noEnd' },
    'Every week on Monday and Wednesday',
  ],
  [
    { type: 'absoluteMonthly', interval: 1, dayOfMonth: 5 },
    { type: 'numbered', numberOfOccurrences: 6 },
    'Every month on day 5, 6 times',
  ],
  [
    { type: 'relativeMonthly', interval: 1, index: 'last', daysOfWeek: ['friday'] },
    { type: 'noEnd' },
    'Every month on the last Friday of the month',
  ],
] as const)('a recurrence is put in words: %#', (pattern, range, words) => {
  expect(
    recurrenceWords({
      pattern: { ...pattern, daysOfWeek: 'daysOfWeek' in pattern ? [...pattern.daysOfWeek] : [] },
      range,
    }),
  ).toBe(words);
});
