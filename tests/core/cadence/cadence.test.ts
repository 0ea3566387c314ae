import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueOn, isAtLeastAsOften, keepsTo, longestGapDays, rhythmFor } from '#core/cadence/cadence.ts';
import { addDays, addInterval, dateFromDayNumber, dayNumber, daysBetween } from '#core/time.ts';
import type { Interval } from '#core/time-types.ts';

const dates = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2032-12-31') }).map(dateFromDayNumber);
const intervals: fc.Arbitrary<Interval> = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((weeks) => ({ weeks })),
  fc.integer({ min: 1, max: 14 }).map((months) => ({ months })),
);

describe('[OUT-1] an interval between meetings', () => {
  test.each<[Interval, string, string, boolean]>([
    [{ weeks: 2 }, '2026-11-12', '2026-11-26', true],
    [{ weeks: 2 }, '2026-11-12', '2026-11-27', false],
    [{ months: 1 }, '2026-11-12', '2026-12-12', true],
    [{ months: 1 }, '2026-11-12', '2026-12-13', false],
    [{ months: 1 }, '2027-01-31', '2027-02-28', true],
    [{ months: 1 }, '2028-01-31', '2028-02-29', true],
    [{ months: 1 }, '2027-01-31', '2027-03-01', false],
    [{ weeks: 2 }, '2027-03-16', '2027-03-30', true],
  ])('of %j from %s keeps to it on %s: %s', (interval, from, to, kept) => {
    expect(keepsTo(interval, from, to)).toBe(kept);
  });

  test('is kept to until the due day and not after', () => {
    fc.assert(
      fc.property(dates, intervals, fc.integer({ min: 0, max: 500 }), (from, interval, step) => {
        const due = dueOn(from, interval);
        expect(keepsTo(interval, from, due)).toBe(true);
        expect(keepsTo(interval, from, addDays(due, 1))).toBe(false);
        expect(keepsTo(interval, from, addDays(from, step))).toBe(step <= daysBetween(from, due));
      }),
    );
  });

  test('at least as often as another never runs out later', () => {
    fc.assert(
      fc.property(dates, intervals, intervals, (from, interval, asked) => {
        fc.pre(isAtLeastAsOften(interval, asked));
        expect(addInterval(from, interval) <= addInterval(from, asked)).toBe(true);
      }),
    );
  });

  test.each<[Interval, Interval, boolean]>([
    [{ weeks: 4 }, { months: 1 }, true],
    [{ weeks: 5 }, { months: 1 }, false],
    [{ months: 1 }, { weeks: 5 }, true],
    [{ months: 1 }, { weeks: 4 }, false],
    [{ weeks: 2 }, { weeks: 2 }, true],
    [{ weeks: 3 }, { weeks: 2 }, false],
    [{ months: 1 }, { months: 2 }, true],
    [{ weeks: 52 }, { months: 12 }, true],
  ])('of %j is at least as often as %j: %s', (interval, asked, expected) => {
    expect(isAtLeastAsOften(interval, asked)).toBe(expected);
  });

  test.each<[Interval, number]>([
    [{ weeks: 2 }, 2],
    [{ months: 1 }, 4],
    [{ months: 3 }, 12],
    [{ weeks: 1 }, 1],
  ])('of %j is always kept to by meeting every %i weeks', (interval, every) => {
    expect(rhythmFor(interval)).toEqual({ kind: 'weekly', every });
  });
});

test('the longest gap is found whatever the order, and is none for one meeting', () => {
  expect(longestGapDays(['2026-12-01', '2027-01-04', '2026-12-15', '2027-01-12'])).toBe(20);
  expect(longestGapDays(['2026-12-01'])).toBe(0);
  expect(longestGapDays([])).toBe(0);
});
