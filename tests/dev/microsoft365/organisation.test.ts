import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, test } from 'vitest';
import { dateOfDay, dayNumber, toEpoch, weekdayOfDay } from '#server/dev/microsoft365/calendar/local-time.ts';
import type { Recurrence } from '#server/dev/microsoft365/calendar/recurrence.ts';
import { WEEKDAYS, occurrenceDates } from '#server/dev/microsoft365/calendar/recurrence.ts';
import { plannedEvents } from '#server/dev/organisation/calendars.ts';
import { demoToday } from '#server/dev/organisation/calendar-week.ts';
import { demoSeries } from '#server/dev/organisation/demo-series.ts';
import { NOW, organisation } from './local-microsoft365.ts';

const YEAR_START = Date.parse('2026-06-01T00:00:00Z');
const anyInstant = fc.integer({ min: YEAR_START, max: YEAR_START + 365 * 86_400_000 });

describe('the calendars the demo begins with', () => {
  test('the same organisation and instant give the same calendars', () => {
    expect([...plannedEvents(organisation, NOW)]).toEqual([...plannedEvents(organisation, NOW)]);
  });

  test("ad hoc meetings lie on nobody's other ad hoc meeting, leave or bank holiday", () => {
    const singles = [...plannedEvents(organisation, NOW)].filter((one) => one.recurrence === null);
    for (const person of organisation.people) {
      const spans = singles
        .filter((one) => one.organizerKey === person.key || one.attendeeKeys.includes(person.key))
        .map((one) => ({ one, from: toEpoch(one.start, one.timeZone) }))
        .toSorted((left, right) => left.from - right.from);
      const clashes = spans.filter(({ one, from }, at) => {
        const before = spans.slice(0, at).filter((earlier) => earlier.from + earlier.one.minutes * 60_000 > from);
        return !one.isAllDay && before.length > 0;
      });
      expect(clashes.map(({ one }) => [person.key, one.key])).toEqual([]);
    }
  });

  test('whenever it is started, today is a working day and each living series has its next meeting within its rhythm', () => {
    fc.assert(
      fc.property(anyInstant, (now) => {
        const today = demoToday(organisation, now);
        const weekday = weekdayOfDay(dayNumber(today));
        expect(weekday === 0 || weekday === 6 || organisation.holidays.some((one) => one.date === today)).toBe(false);
        for (const series of demoSeries(organisation, now)) {
          const next = series.dates.find((date) => date >= today);
          const isPaused = series.seriesKey === 'priya-grace';
          expect(isPaused ? next : dayNumber(next ?? '') - dayNumber(today) < series.everyWeeks * 7).toBe(
            isPaused ? undefined : true,
          );
          expect(WEEKDAYS[weekdayOfDay(dayNumber(series.firstStart.slice(0, 10)))]).toBe(series.weekday);
          expect(series.dates[0]).toBe(series.firstStart.slice(0, 10));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the dates of a series', () => {
  const start = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-12-31') });
  const interval = fc.integer({ min: 1, max: 6 });
  const days = fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 4 });
  const index = fc.constantFrom(['first', 1], ['second', 2], ['third', 3], ['fourth', 4], ['last', -1] as const);

  test('daily, weekly and by weekday of the month agree with another implementation of such rules', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('daily', 'weekly', 'relativeMonthly'),
        start,
        interval,
        days,
        index,
        (type, day, every, on, nth) => {
          const codes = on.map((one) => one.slice(0, 2).toUpperCase());
          const rule = {
            daily: 'FREQ=DAILY',
            weekly: `FREQ=WEEKLY;WKST=MO;BYDAY=${codes.join(',')}`,
            relativeMonthly: `FREQ=MONTHLY;BYDAY=${codes.join(',')};BYSETPOS=${String(nth[1])}`,
          }[type as 'daily'];
          const startDate = dateOfDay(day);
          const until = dateOfDay(day + 500);
          const recurrence: Recurrence = {
            pattern: {
              type: type,
              interval: every,
              month: 0,
              dayOfMonth: 0,
              daysOfWeek: on,
              firstDayOfWeek: 'monday',
              index: nth[0],
            },
            range: { type: 'endDate', startDate, endDate: until, recurrenceTimeZone: 'UTC', numberOfOccurrences: 0 },
          };
          const stamp = (date: string) => `${date.replaceAll('-', '')}T120000Z`;
          const others = (from: string, step: number) =>
            new RRuleTemporal({
              rruleString: `DTSTART:${stamp(from)}\nRRULE:${rule};INTERVAL=${String(step)};UNTIL=${stamp(until)}`,
            })
              .all()
              .map((one) => one.toPlainDate().toString());
          // Months are counted from the first that has a fitting day (outlook-schedule-recurring-events).
          const from = type === 'relativeMonthly' ? (others(startDate, 1)[0] ?? startDate) : startDate;
          expect(occurrenceDates(recurrence, startDate, until)).toEqual(others(from, every));
        },
      ),
      { numRuns: 200 },
    );
  });
});
