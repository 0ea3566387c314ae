import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addInterval,
  addMinutes,
  addMonths,
  dateFromDayNumber,
  dayNumber,
  daysBetween,
  endOfMonth,
  instantFromMilliseconds,
  instantOf,
  isLocalDate,
  isLocalTime,
  isZone,
  localDateOf,
  localTimeOf,
  millisecondsOf,
  minutesBetween,
  offsetChanges,
  startOfWeek,
  weekdayOf,
} from '#core/time.ts';

const zones = [
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Apia',
  'UTC',
];
const days = fc.integer({ min: dayNumber('1996-01-01'), max: dayNumber('2048-12-31') });
const milliseconds = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2037, 11, 31) });

describe('a wall time in a zone', () => {
  test.each([
    ['2026-11-26', '10:00', 'Europe/London', '2026-11-26T10:00:00.000Z'],
    ['2026-07-01', '10:00', 'Europe/London', '2026-07-01T09:00:00.000Z'],
    ['2026-07-01', '10:00', 'Asia/Kolkata', '2026-07-01T04:30:00.000Z'],
    ['2026-07-01', '00:15', 'Australia/Lord_Howe', '2026-06-30T13:45:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, instant) => {
    expect(instantOf(date, time, zone)).toBe(instant);
    expect([localDateOf(instant, zone), localTimeOf(instant, zone)]).toEqual([date, time]);
  });

  test('that the clocks skip becomes the later one', () => {
    expect(instantOf('2027-03-28', '01:30', 'Europe/London')).toBe('2027-03-28T01:30:00.000Z');
    expect(localTimeOf('2027-03-28T01:30:00.000Z', 'Europe/London')).toBe('02:30');
  });

  test('that the clocks show twice is the first', () => {
    expect(instantOf('2026-10-25', '01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('reads back as the same moment in any zone but where clocks change', () => {
    fc.assert(
      fc.property(milliseconds, fc.constantFrom(...zones), (at, zone) => {
        const minute = instantFromMilliseconds(Math.floor(at / 60_000) * 60_000);
        const oracle = Temporal.Instant.from(minute).toZonedDateTimeISO(zone);
        expect(localDateOf(minute, zone)).toBe(oracle.toPlainDate().toString());
        expect(localTimeOf(minute, zone)).toBe(oracle.toPlainTime().toString().slice(0, 5));
        const again = instantOf(localDateOf(minute, zone), localTimeOf(minute, zone), zone);
        expect(Math.abs(minutesBetween(minute, again))).toBeLessThanOrEqual(60);
        expect(localTimeOf(again, zone)).toBe(localTimeOf(minute, zone));
      }),
    );
  });

  test('has the offset that the list of changes gives for that moment', () => {
    fc.assert(
      fc.property(milliseconds, fc.integer({ min: 0, max: 400 }), fc.constantFrom(...zones), (from, span, zone) => {
        const at = from + span * 86_400_000;
        const held = offsetChanges(zone, from, at + 1).findLast((change) => change.at <= at);
        const oracle = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        expect(held?.offset).toBe(oracle.offsetNanoseconds / 1e6);
      }),
    );
  });
});

describe('an instant', () => {
  test('is written with milliseconds in 24 characters and read back', () => {
    fc.assert(
      fc.property(milliseconds, (at) => {
        const instant = instantFromMilliseconds(at);
        expect(instant).toBe(new Date(at).toISOString());
        expect(millisecondsOf(instant)).toBe(at);
      }),
    );
  });

  test.each(['2026-11-26T10:00:00Z', '2026-02-30T10:00:00.000Z', '2026-11-26T24:00:00.000Z', 'today', ''])(
    'is not %j',
    (text) => {
      expect(() => millisecondsOf(text)).toThrow(RangeError);
    },
  );

  test('moves by minutes over midnight', () => {
    expect(addMinutes('2026-12-31T23:50:00.000Z', 30)).toBe('2027-01-01T00:20:00.000Z');
    expect(addMinutes('2026-12-31T00:10:00.000Z', -30)).toBe('2026-12-30T23:40:00.000Z');
    expect(minutesBetween('2026-12-31T23:50:00.000Z', '2027-01-01T00:20:00.000Z')).toBe(30);
  });
});

describe('a day', () => {
  test('counts, steps and names its weekday as the calendar does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (number, step) => {
        const date = dateFromDayNumber(number);
        const oracle = Temporal.PlainDate.from(date);
        expect(dayNumber(date)).toBe(number);
        expect(weekdayOf(date)).toBe(oracle.dayOfWeek);
        expect(addDays(date, step)).toBe(oracle.add({ days: step }).toString());
        expect(addMonths(date, step)).toBe(oracle.add({ months: step }).toString());
        expect(daysBetween(date, addDays(date, step))).toBe(step);
        expect(endOfMonth(date)).toBe(oracle.with({ day: oracle.daysInMonth }).toString());
      }),
    );
  });

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
    expect(addInterval(date, { months })).toBe(expected);
  });

  test('steps by weeks', () => {
    expect(addInterval('2028-02-22', { weeks: 2 })).toBe('2028-03-07');
  });

  test('has a week that begins on Monday', () => {
    expect(['2026-11-23', '2026-11-26', '2026-11-29'].map(startOfWeek)).toEqual(Array(3).fill('2026-11-23'));
    expect(startOfWeek('2027-01-01')).toBe('2026-12-28');
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1', '2026-11-26T10:00'])(
    'is not %s',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow(RangeError);
    },
  );
});

test('a time is written to the minute, a zone by its IANA name', () => {
  expect(['00:00', '23:59', '24:00', '9:30', '09:60'].map(isLocalTime)).toEqual([true, true, false, false, false]);
  expect(['Europe/London', 'Asia/Kolkata', 'UTC', 'Mars/Base', ''].map(isZone)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
