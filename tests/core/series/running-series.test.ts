import { expect, test } from 'vitest';
import { isRunOut } from '#core/series/running-series.ts';

const now = '2027-05-27T10:00:00.000Z';
const booked = { id: 'one', state: 'booked' } as const;
const meeting = { seriesId: 'one', state: 'planned', end: now } as const;

test('[OUT-3] a booked series has run out once its last meeting is over, whatever became of the others', () => {
  const before = '2027-05-27T09:59:59.999Z';
  expect(
    isRunOut(
      booked,
      [
        { ...meeting, end: before },
        { ...meeting, state: 'closed' },
      ],
      now,
    ),
  ).toBe(true);
  expect(isRunOut(booked, [{ ...meeting, state: 'cancelled', end: '2028-01-01T10:00:00.000Z' }], now)).toBe(true);
  expect(isRunOut(booked, [], now)).toBe(true);
});

test('it has not while one is planned, under way or open, nor before Outlook holds it', () => {
  expect(isRunOut(booked, [meeting], now)).toBe(false);
  expect(isRunOut(booked, [{ ...meeting, state: 'open', end: '2027-01-01T10:00:00.000Z' }], now)).toBe(false);
  expect(isRunOut({ ...booked, state: 'being-booked' }, [], now)).toBe(false);
  expect(isRunOut({ ...booked, state: 'parked' }, [], now)).toBe(false);
});

test('meetings of another series do not keep it going', () => {
  expect(
    isRunOut(
      booked,
      [
        { ...meeting, seriesId: 'two' },
        { ...meeting, seriesId: null },
      ],
      now,
    ),
  ).toBe(true);
});
