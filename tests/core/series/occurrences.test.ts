import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { occurrenceDates, occurrencesOf } from '#core/series/occurrences.ts';
import type { SeriesPattern, SeriesPlan, WeekIndex } from '#core/series/series.ts';
import {
  addDays,
  dateFromDayNumber,
  dayNumber,
  daysBetween,
  localDateOf,
  localTimeOf,
  minutesBetween,
  weekdayOf,
} from '#core/time.ts';
import type { Weekday } from '#core/time-types.ts';

const fortnightly: SeriesPlan = {
  pattern: { kind: 'weekly', every: 2, weekday: 2 },
  zone: 'Europe/London',
  startDate: '2026-10-13',
  startTime: '10:00',
  minutes: 45,
  untilDate: '2027-04-20',
};

const weekdays = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7);
const weeks = fc.constantFrom<WeekIndex[]>('first', 'second', 'third', 'fourth', 'last');
const patterns: fc.Arbitrary<SeriesPattern> = fc.oneof(
  fc.record({
    kind: fc.constant('dated' as const),
    every: fc.integer({ min: 1, max: 3 }),
    day: fc.integer({ min: 1, max: 31 }),
  }),
  fc.record({ kind: fc.constant('weekly' as const), every: fc.integer({ min: 1, max: 6 }), weekday: weekdays }),
  fc.record({
    kind: fc.constant('monthly' as const),
    every: fc.integer({ min: 1, max: 3 }),
    weekday: weekdays,
    week: weeks,
  }),
);
const plans: fc.Arbitrary<SeriesPlan> = fc
  .record({
    pattern: patterns,
    zone: fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
    start: fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2030-12-31') }),
    startTime: fc.constantFrom('09:30', '12:15', '16:00'),
    minutes: fc.constantFrom(30, 45, 60),
    span: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ start, span, ...plan }) => ({
    ...plan,
    startDate: dateFromDayNumber(start),
    untilDate: dateFromDayNumber(start + span),
  }));

describe('a series', () => {
  test('stays at ten through both clock changes', () => {
    const starts = occurrencesOf(fortnightly).map(({ start }) => start);
    expect(starts).toContain('2026-10-13T09:00:00.000Z');
    expect(starts).toContain('2026-10-27T10:00:00.000Z');
    expect(starts).toContain('2027-03-16T10:00:00.000Z');
    expect(starts).toContain('2027-03-30T09:00:00.000Z');
    expect(starts).toHaveLength(14);
  });

  test.each<[WeekIndex, string[]]>([
    ['first', ['2028-01-04', '2028-02-01', '2028-03-07']],
    ['fourth', ['2028-01-25', '2028-02-22', '2028-03-28']],
    ['last', ['2028-01-25', '2028-02-29', '2028-03-28']],
  ])('on the %s Tuesday of the month falls on these days, leap day too', (week, expected) => {
    const pattern: SeriesPattern = { kind: 'monthly', every: 1, weekday: 2, week };
    expect(occurrenceDates(pattern, '2028-01-01', '2028-03-31')).toEqual(expected);
  });

  test('on the 31st falls on the last day of a shorter month, of February too', () => {
    const pattern: SeriesPattern = { kind: 'dated', every: 1, day: 31 };
    expect(occurrenceDates(pattern, '2027-12-15', '2028-04-30')).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ]);
  });

  test('begins a month later when the day in the first month has gone by', () => {
    const pattern: SeriesPattern = { kind: 'monthly', every: 2, weekday: 1, week: 'first' };
    expect(occurrenceDates(pattern, '2026-12-08', '2027-06-30')).toEqual(['2027-01-04', '2027-03-01', '2027-05-03']);
  });

  test('that repeats every 0 weeks is refused rather than endless', () => {
    expect(() => occurrenceDates({ kind: 'weekly', every: 0, weekday: 1 }, '2026-12-01', '2027-01-01')).toThrow(
      RangeError,
    );
  });

  test('keeps its wall-clock time, weekday and length, and ends on its last day', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const occurrences = occurrencesOf(plan);
        for (const { originalDate, start, end } of occurrences) {
          expect(localDateOf(start, plan.zone)).toBe(originalDate);
          expect(localTimeOf(start, plan.zone)).toBe(plan.startTime);
          if (plan.pattern.kind === 'dated')
            expect(Number(originalDate.slice(8))).toBeLessThanOrEqual(plan.pattern.day);
          else expect(weekdayOf(originalDate)).toBe(plan.pattern.weekday);
          expect(originalDate >= plan.startDate && originalDate <= plan.untilDate).toBe(true);
          expect(minutesBetween(start, end)).toBe(plan.minutes);
        }
        const { pattern } = plan;
        occurrences.slice(1).forEach(({ originalDate }, index) => {
          const gap = daysBetween(occurrences[index]?.originalDate ?? '', originalDate);
          if (pattern.kind === 'weekly') expect(gap).toBe(pattern.every * 7);
          else if (pattern.kind === 'monthly') expect(gap % 7).toBe(0);
        });
      }),
    );
  });

  test('falls where the iCalendar rule puts it', () => {
    const byDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    const ordinal = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };
    const on = (pattern: SeriesPattern) => {
      // The last that there is of the days up to the one asked for.
      if (pattern.kind === 'dated')
        return {
          byMonthDay: pattern.day < 28 ? [pattern.day] : [28, 29, 30, 31].filter((day) => day <= pattern.day),
          bySetPos: [-1],
        };
      const day = byDay[pattern.weekday - 1] ?? '';
      return { byDay: [pattern.kind === 'weekly' ? day : `${String(ordinal[pattern.week])}${day}`] };
    };
    fc.assert(
      fc.property(plans, (raw) => {
        const [startDate] = occurrenceDates(raw.pattern, raw.startDate, addDays(raw.startDate, 70));
        const plan = { ...raw, startDate: startDate ?? '' };
        const { pattern } = plan;
        const rule = new RRuleTemporal({
          freq: pattern.kind === 'weekly' ? 'WEEKLY' : 'MONTHLY',
          interval: pattern.every,
          ...on(pattern),
          dtstart: Temporal.PlainDateTime.from(`${plan.startDate}T${plan.startTime}`).toZonedDateTime(plan.zone),
          until: Temporal.PlainDateTime.from(`${plan.untilDate}T23:59`).toZonedDateTime(plan.zone),
          tzid: plan.zone,
        });
        const expected = plan.untilDate < plan.startDate ? [] : rule.all().map((at) => at.toPlainDate().toString());
        expect(occurrencesOf(plan).map(({ originalDate }) => originalDate)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
