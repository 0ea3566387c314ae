import { expect, test } from 'vitest';
import {
  editedRecurrence,
  recurrenceOf,
  shiftedRecurrence,
  shiftedSpan,
} from '#server/dev/teams-host/graph/event-draft.ts';

test('a new event repeats on the weekday or the day of the month it begins on', () => {
  const thursday = '2026-11-26';
  expect(recurrenceOf('never', thursday, '')).toBeUndefined();
  expect(recurrenceOf('fortnightly', thursday, '2027-05-27')).toEqual({
    pattern: { type: 'weekly', interval: 2, daysOfWeek: ['thursday'] },
    range: { type: 'endDate', startDate: thursday, endDate: '2027-05-27' },
  });
  expect(recurrenceOf('monthly-weekday', thursday, '')?.pattern).toEqual({
    type: 'relativeMonthly',
    interval: 1,
    daysOfWeek: ['thursday'],
    index: 'fourth',
  });
  expect(recurrenceOf('monthly-weekday', '2026-12-31', '')?.pattern?.index).toBe('last');
  expect(recurrenceOf('monthly-day', thursday, '')?.pattern).toEqual({
    type: 'absoluteMonthly',
    interval: 1,
    dayOfMonth: 26,
  });
  expect(recurrenceOf('weekdays', thursday, '')?.pattern?.daysOfWeek).toHaveLength(5);
});

test('a series moved by some days takes its weekdays and both its ends along, across the end of a week', () => {
  const weekly = recurrenceOf('weekly', '2026-11-26', '2027-02-25') ?? {};
  expect(shiftedRecurrence(weekly, '2026-11-30', 4)).toEqual({
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'] },
    range: { type: 'endDate', startDate: '2026-11-30', endDate: '2027-03-01' },
  });
  expect(shiftedRecurrence(weekly, '2026-11-22', -4).pattern?.daysOfWeek).toEqual(['sunday']);
  const monthly = recurrenceOf('monthly-day', '2026-11-26', '') ?? {};
  expect(shiftedRecurrence(monthly, '2026-11-27', 1).pattern?.dayOfMonth).toBe(27);
  const place = recurrenceOf('monthly-weekday', '2026-11-26', '') ?? {};
  expect(shiftedRecurrence(place, '2026-12-01', 5).pattern).toMatchObject({ daysOfWeek: ['tuesday'], index: 'first' });
});

test('a whole series goes as far as the one that was moved, and becomes as long', () => {
  const series = { start: '2026-09-03T10:00', end: '2026-09-03T10:45' };
  const from = { start: '2026-11-26T10:00', end: '2026-11-26T10:45' };
  const to = { start: '2026-11-27T13:30', end: '2026-11-27T14:30' };
  expect(shiftedSpan(series, from, to)).toEqual({ start: '2026-09-04T13:30', end: '2026-09-04T14:30', days: 1 });
});

test('an edited series keeps what nobody touched of its rule, and sends none where it stays', () => {
  const rule = recurrenceOf('fortnightly', '2026-11-26', '2027-05-27') ?? {};
  const edit = { start: '2026-11-26T11:00', repeat: undefined, until: '2027-05-27' };
  expect(editedRecurrence(rule, edit, '2026-11-26')).toBeUndefined();
  expect(editedRecurrence(rule, { ...edit, until: '2027-02-04' }, '2026-11-26')).toEqual({
    pattern: { type: 'weekly', interval: 2, daysOfWeek: ['thursday'] },
    range: { type: 'endDate', startDate: '2026-11-26', endDate: '2027-02-04' },
  });
  expect(editedRecurrence(rule, { ...edit, start: '2026-11-27T11:00' }, '2026-11-26')).toEqual({
    pattern: { type: 'weekly', interval: 2, daysOfWeek: ['friday'] },
    range: { type: 'endDate', startDate: '2026-11-27', endDate: '2027-05-28' },
  });
  expect(editedRecurrence(rule, { ...edit, repeat: 'weekly' }, '2026-11-26')).toEqual({
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'] },
    range: { type: 'endDate', startDate: '2026-11-26', endDate: '2027-05-27' },
  });
});
