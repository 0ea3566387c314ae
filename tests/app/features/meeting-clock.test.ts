import { expect, test } from 'vitest';
import { meetingClock } from '../../../src/app/features/panel/meeting-clock.ts';
import { momentOf } from '../../../src/app/features/meeting/own-time.ts';
import { meetingView } from '../support/meeting-view.ts';

const view = meetingView({}, { start: '2026-11-26T10:00:00.000Z', end: '2026-11-26T10:45:00.000Z' });

test.each([
  ['2026-11-24T10:00:00.000Z', 'in 2 days'],
  ['2026-11-26T08:00:00.000Z', 'in 2 hours'],
  ['2026-11-26T09:48:00.000Z', 'in 12 min'],
  ['2026-11-26T10:14:00.000Z', '10:14, 31 min left'],
  ['2026-11-26T10:45:00.000Z', '10:45, 0 min left'],
  ['2026-11-26T10:47:30.000Z', '10:47, 2 min over'],
  ['2026-11-27T10:47:00.000Z', 'yesterday'],
])('at %s the head of the panel says “%s”', (now, words) => {
  expect(meetingClock(view, now)).toBe(words);
});

test('a closed meeting says when it closed', () => {
  const closed = meetingView({}, { state: 'closed', closedAt: '2026-11-26T10:46:00.000Z' });
  expect(meetingClock(closed, '2026-11-26T11:00:00.000Z')).toBe('closed 10:46');
});

test.each([
  ['2026-11-26', '10:00', 'Europe/London', '2026-11-26T10:00:00.000Z'],
  ['2027-03-29', '10:00', 'Europe/London', '2027-03-29T09:00:00.000Z'],
  ['2026-11-26', '09:30', 'Asia/Kolkata', '2026-11-26T04:00:00.000Z'],
  ['2026-11-26', '23:30', 'America/New_York', '2026-11-27T04:30:00.000Z'],
  ['2027-03-28', '01:30', 'Europe/London', null],
])('%s %s in %s is %s', (date, time, zone, instant) => {
  expect(momentOf(date, time, zone)).toBe(instant);
});
