import { describe, expect, test } from 'vitest';
import {
  sayDate,
  sayDay,
  sayDistance,
  sayLongDay,
  sayMoment,
  sayTimes,
  startWithMoment,
} from '../../../src/app/text/dates.ts';
import { planDays, planTimes, sayInterval, shortInterval } from '../../../src/app/text/intervals.ts';

const today = '2026-11-26';

describe('dates, as people say them', () => {
  test.each([
    ['2026-11-26', 'today'],
    ['2026-11-27', 'tomorrow'],
    ['2026-11-25', 'yesterday'],
    ['2026-11-12', 'Thu 12 Nov'],
    ['2026-09-17', 'Thu 17 Sep'],
    ['2027-05-20', 'Thu 20 May'],
    ['2027-05-27', 'Thu 27 May 2027'],
    ['2025-12-31', 'Wed 31 Dec 2025'],
  ])('%s is %s', (date, words) => {
    expect(sayDay(date, today)).toBe(words);
  });

  test('a date of its own carries its weekday even today', () => {
    expect(sayDate(today, today)).toBe('Thu 26 Nov');
    expect(sayLongDay(today)).toBe('Thursday 26 November');
  });

  test.each([
    ['2026-12-02', 'in 6 days'],
    ['2026-11-12', '14 days ago'],
    ['2026-10-22', '5 weeks ago'],
    ['2026-05-26', '6 months ago'],
    ['2026-11-27', 'tomorrow'],
  ])('%s is %s away', (date, words) => {
    expect(sayDistance(date, today)).toBe(words);
  });

  test('times are those of the zone, before and after the clocks change', () => {
    expect(sayTimes('2026-11-26T10:00:00.000Z', '2026-11-26T10:45:00.000Z', 'Europe/London')).toBe('10:00 to 10:45');
    expect(sayTimes('2026-07-02T09:00:00.000Z', '2026-07-02T09:45:00.000Z', 'Europe/London')).toBe('10:00 to 10:45');
    expect(sayMoment('2026-11-26T23:30:00.000Z', 'Europe/Madrid', today)).toBe('tomorrow, 00:30');
    expect(startWithMoment('2026-11-26T14:30:00.000Z', 'Europe/London', today)).toBe('Today, 14:30');
  });

  test('a plan names its days and hours', () => {
    expect(planDays({ pattern: { kind: 'weekly', every: 2, weekday: 2 } })).toBe('Tuesdays');
    expect(planDays({ pattern: { kind: 'monthly', every: 1, weekday: 5, week: 'last' } })).toBe(
      'Last Friday of each month',
    );
    expect(planTimes({ startTime: '11:45', minutes: 45 })).toBe('11:45 to 12:30');
    expect(
      [{ weeks: 1 }, { weeks: 2 }, { months: 1 }, { months: 3 }].map((one) => [sayInterval(one), shortInterval(one)]),
    ).toEqual([
      ['every week', 'Weekly'],
      ['every 2 weeks', 'Every 2 weeks'],
      ['once a month', 'Monthly'],
      ['every 3 months', 'Every 3 months'],
    ]);
  });
});
