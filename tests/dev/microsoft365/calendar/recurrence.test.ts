import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { EVENT_DEFAULTS } from '#server/dev/microsoft365/calendar/event-change.ts';
import type { StoredEvent } from '#server/dev/microsoft365/calendar/event.ts';
import { itemSpan, itemsBetween } from '#server/dev/microsoft365/calendar/event.ts';
import { addLocalMinutes } from '#server/dev/microsoft365/calendar/local-time.ts';
import type { Recurrence, RecurrencePattern } from '#server/dev/microsoft365/calendar/recurrence.ts';
import {
  PATTERN_TYPES,
  RANGE_TYPES,
  WEEKDAYS,
  WEEK_INDEXES,
  occurrenceDates,
} from '#server/dev/microsoft365/calendar/recurrence.ts';

const ZONES = [
  'Europe/London',
  'Europe/Kyiv',
  'Asia/Kolkata',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Africa/Casablanca',
  'UTC',
] as const;

/** A series with how far its window reaches, as the generator makes them. */
interface Case {
  recurrence: Recurrence;
  zone: string;
  time: string;
  minutes: number;
  windowDays: [from: number, length: number];
}

const patterns: fc.Arbitrary<RecurrencePattern> = fc.record({
  type: fc.constantFrom(...PATTERN_TYPES),
  interval: fc.integer({ min: 1, max: 5 }),
  month: fc.integer({ min: 1, max: 12 }),
  dayOfMonth: fc.integer({ min: 1, max: 31 }),
  daysOfWeek: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 7 }),
  firstDayOfWeek: fc.constantFrom(...WEEKDAYS),
  index: fc.constantFrom(...WEEK_INDEXES),
});

const cases: fc.Arbitrary<Case> = fc
  .record({
    pattern: patterns,
    type: fc.constantFrom(...RANGE_TYPES),
    start: fc.date({ min: new Date('2024-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }),
    spanDays: fc.integer({ min: 0, max: 900 }),
    numberOfOccurrences: fc.integer({ min: 1, max: 60 }),
    zone: fc.constantFrom(...ZONES),
    time: fc.constantFrom('00:00:00', '00:30:00', '01:30:00', '02:15:00', '02:30:00', '09:00:00', '23:45:00'),
    minutes: fc.constantFrom(0, 30, 60, 90, 1440, 2880),
    windowDays: fc.tuple(fc.integer({ min: -40, max: 700 }), fc.integer({ min: 1, max: 500 })),
  })
  .map(({ pattern, type, start, spanDays, numberOfOccurrences, ...rest }) => {
    const startDate = start.toISOString().slice(0, 10);
    const endDate = new Date(start.getTime() + spanDays * 86_400_000).toISOString().slice(0, 10);
    return {
      ...rest,
      recurrence: {
        pattern,
        range: { type, startDate, endDate, numberOfOccurrences, recurrenceTimeZone: rest.zone },
      },
    };
  });

function dayCode(day: string): string {
  return day.slice(0, 2).toUpperCase();
}

/** The pattern as RFC 5545 says it; a day beyond the month's end is the last of those there are. */
function rulePart(pattern: RecurrencePattern): string {
  const days = pattern.daysOfWeek.map(dayCode).join(',');
  const upTo = Array.from(
    { length: Math.max(1, pattern.dayOfMonth - 27) },
    (_, at) => Math.min(28, pattern.dayOfMonth) + at,
  );
  const absolute = `BYMONTHDAY=${upTo.join(',')};BYSETPOS=-1`;
  const relative = `BYDAY=${days};BYSETPOS=${pattern.index === 'last' ? '-1' : String(WEEK_INDEXES.indexOf(pattern.index) + 1)}`;
  switch (pattern.type) {
    case 'daily':
      return 'FREQ=DAILY';
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${days};WKST=${dayCode(pattern.firstDayOfWeek)}`;
    case 'absoluteMonthly':
      return `FREQ=MONTHLY;${absolute}`;
    case 'relativeMonthly':
      return `FREQ=MONTHLY;${relative}`;
    case 'absoluteYearly':
      return `FREQ=YEARLY;BYMONTH=${String(pattern.month)};${absolute}`;
    case 'relativeYearly':
      return `FREQ=YEARLY;BYMONTH=${String(pattern.month)};${relative}`;
  }
}

/** The first starts of a rule in a zone, in order, from an implementation nobody here wrote. */
function startsOf(
  zone: string,
  start: string,
  parts: string,
  goesOn: (count: number, at: Temporal.ZonedDateTime) => boolean,
): Temporal.ZonedDateTime[] {
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${zone}:${start.replaceAll(/[-:]/g, '')}\nRRULE:${parts}`,
    maxIterations: 100_000,
  });
  return rule
    .all((at, count) => goesOn(count, Temporal.ZonedDateTime.from(at.toString())))
    .map((at) => Temporal.ZonedDateTime.from(at.toString()));
}

/**
 * The same occurrences from the other implementation, as [start, end] instants. It leaves out a time the clocks skip, as
 * RFC 5545 asks; Outlook keeps it, moved forward: so dates come from the rule in UTC, instants from the rule in its zone.
 */
function expected(each: Case): [number, number][] {
  const [from, to] = windowOf(each);
  return expectedStarts(each)
    .map(({ span }) => span)
    .filter(([start, end]) => start < to && (end > from || (start === end && start >= from)));
}

/** Every occurrence up to the window's end, with the date it is told by. */
function expectedStarts(each: Case): { date: string; span: [number, number] }[] {
  const { zone, time } = each;
  const { pattern, range } = each.recurrence;
  const part = rulePart(pattern);
  // A series that does not begin on a fitting day is counted from the first that fits (weeks from the week of the start).
  const anchor =
    pattern.type === 'weekly'
      ? range.startDate
      : dateOf(startsOf('UTC', `${range.startDate}T${time}`, part, (count) => count < 1)[0]);
  const full = `${part};INTERVAL=${String(pattern.interval)}`;
  const [, to] = windowOf(each);
  const until = range.type === 'endDate' ? range.endDate : '9999-12-31';
  const most = range.type === 'numbered' ? range.numberOfOccurrences : 2000;
  const isNear = (at: Temporal.ZonedDateTime) => at.epochMilliseconds < to + 3 * 86_400_000;
  const days = startsOf('UTC', `${anchor}T${time}`, full, (count, at) => count < most && isNear(at)).map(dateOf);
  const inZone = new Map(
    startsOf(zone, `${anchor}T${time}`, full, (_, at) => isNear(at)).map((at) => [dateOf(at), at.epochMilliseconds]),
  );
  return days
    .filter((date) => date <= until)
    .map((date) => ({
      date,
      span: [inZone.get(date) ?? instantOf(each, date, 0), instantOf(each, date, each.minutes)],
    }));
}

function dateOf(at: Temporal.ZonedDateTime | undefined): string {
  return at?.toPlainDate().toString() ?? '';
}

function windowOf({ recurrence, windowDays }: Case): [from: number, to: number] {
  const from = Date.parse(`${recurrence.range.startDate}T00:00:00Z`) + windowDays[0] * 86_400_000;
  return [from, from + windowDays[1] * 86_400_000];
}

function series({ recurrence, zone, time, minutes }: Case): StoredEvent {
  const local = `${recurrence.range.startDate}T${time}`;
  return {
    ...EVENT_DEFAULTS,
    start: { local, zone },
    end: { local: addLocalMinutes(local, minutes), zone },
    id: 'a-series',
    mailbox: 'somebody',
    iCalUId: 'a-series',
    organizer: { name: 'Somebody', address: 'somebody@example.org' },
    isOrganizer: true,
    isDraft: false,
    createdAt: 0,
    modifiedAt: 0,
    transactionId: null,
    recurrence,
    startZoneName: zone,
    endZoneName: zone,
    exceptions: {},
    cancelledDates: [],
  };
}

test('every pattern with every range falls where an independent implementation puts it, in every zone and window', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const found = itemsBetween(series(each), ...windowOf(each)).map(({ content }) => itemSpan(content));
      expect(found.map(inWords)).toEqual(expected(each).map(inWords));
    }),
    { numRuns: 250, seed: 20_261_122 },
  );
}, 60_000);

test('without the occurrences taken out and with those moved, it is what the other implementation leaves and moves', () => {
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.constantFrom('stays', 'goes', 'moves')), (each, fates) => {
      const whole = series(each);
      const [from, to] = windowOf(each);
      const dates = occurrenceDates(each.recurrence, dayBefore(from, 3), dayBefore(to, -3));
      const fate = new Map(dates.map((date) => [date, fates.next().value as string]));
      const changed: StoredEvent = {
        ...whole,
        cancelledDates: dates.filter((date) => fate.get(date) === 'goes'),
        exceptions: Object.fromEntries(
          dates
            .filter((date) => fate.get(date) === 'moves')
            .map((date) => [date, { start: moved(each, date, 0), end: moved(each, date, each.minutes) }]),
        ),
      };
      const left = expectedStarts(each)
        .filter(({ date }) => fate.get(date) !== 'goes')
        .map(({ date, span }): [number, number] =>
          fate.get(date) === 'moves' ? [instantOf(each, date, 90), instantOf(each, date, 90 + each.minutes)] : span,
        )
        .filter(([start, end]) => start < to && (end > from || (start === end && start >= from)));
      const found = itemsBetween(changed, from, to).map(({ content }) => itemSpan(content));
      expect(found.map(inWords).toSorted()).toEqual(left.map(inWords).toSorted());
    }),
    { numRuns: 100, seed: 20_261_122 },
  );
}, 60_000);

function dayBefore(at: number, days: number): string {
  return new Date(at - days * 86_400_000).toISOString().slice(0, 10);
}

/** An occurrence an hour and a half later. */
function moved({ time, zone }: Case, date: string, minutes: number): { local: string; zone: string } {
  return { local: addLocalMinutes(`${date}T${time}`, 90 + minutes), zone };
}

function instantOf({ time, zone }: Case, date: string, minutes: number): number {
  return Temporal.PlainDateTime.from(`${date}T${time}`).add({ minutes }).toZonedDateTime(zone).epochMilliseconds;
}

function inWords(span: readonly number[]): string {
  return span.map((at) => new Date(at).toISOString()).join(' to ');
}

const PATTERN: RecurrencePattern = {
  type: 'daily',
  interval: 1,
  month: 0,
  dayOfMonth: 0,
  daysOfWeek: [],
  firstDayOfWeek: 'sunday',
  index: 'first',
};

function dates(pattern: Partial<RecurrencePattern>, startDate: string, to: string, from = startDate): string[] {
  const range = {
    type: 'noEnd' as const,
    startDate,
    endDate: '0001-01-01',
    recurrenceTimeZone: 'UTC',
    numberOfOccurrences: 0,
  };
  return occurrenceDates({ pattern: { ...PATTERN, ...pattern }, range }, from, to);
}

test('the documented example: every other first Thursday from 29 August begins in September', () => {
  expect(dates({ type: 'relativeMonthly', interval: 2, daysOfWeek: ['thursday'] }, '2017-08-29', '2018-01-31')).toEqual(
    ['2017-09-07', '2017-11-02', '2018-01-04'],
  );
});

test('the last weekday, the second weekend day and the first of two days are found in each month', () => {
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
  expect(
    dates({ type: 'relativeMonthly', daysOfWeek: [...weekdays], index: 'last' }, '2027-01-01', '2027-05-31'),
  ).toEqual(['2027-01-29', '2027-02-26', '2027-03-31', '2027-04-30', '2027-05-31']);
  expect(
    dates({ type: 'relativeMonthly', daysOfWeek: ['saturday', 'sunday'], index: 'second' }, '2027-01-01', '2027-03-31'),
  ).toEqual(['2027-01-03', '2027-02-07', '2027-03-07']);
  expect(dates({ type: 'relativeMonthly', daysOfWeek: ['thursday', 'friday'] }, '2027-01-01', '2027-02-28')).toEqual([
    '2027-01-01',
    '2027-02-04',
  ]);
});

test('29 February comes each year, on the 28th when there is none', () => {
  expect(dates({ type: 'absoluteYearly', month: 2, dayOfMonth: 29 }, '2024-02-29', '2028-12-31')).toEqual([
    '2024-02-29',
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ]);
});

test('a series without an end goes on decades after it began', () => {
  expect(dates({}, '1999-03-01', '2031-06-02', '2031-06-01')).toEqual(['2031-06-01', '2031-06-02']);
  expect(
    dates({ type: 'weekly', interval: 2, daysOfWeek: ['tuesday'] }, '2010-01-05', '2031-01-31', '2031-01-01'),
  ).toEqual(['2031-01-07', '2031-01-21']);
});
