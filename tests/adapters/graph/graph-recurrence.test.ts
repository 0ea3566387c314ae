import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeriesPattern, SeriesPlan } from '#core/series/series.ts';
import { occurrencesOf } from '#core/series/occurrences.ts';
import { addDays } from '#core/time.ts';
import type { Weekday } from '#core/time-types.ts';
import { patternOfOutlook, recurrenceOf } from '#server/adapters/graph/graph-recurrence.ts';
import { recurrenceAnswer } from '#server/adapters/graph/graph-schemas.ts';
import { instantOfOutlook } from '#server/adapters/graph/graph-time.ts';
import { windowsZoneOf, zoneOfOutlook } from '#server/adapters/graph/graph-zone.ts';

const weekday = fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday);
const every = fc.integer({ min: 1, max: 12 });
const pattern: fc.Arbitrary<SeriesPattern> = fc.oneof(
  fc.record({ kind: fc.constant('weekly' as const), every, weekday }),
  fc.record({ kind: fc.constant('dated' as const), every, day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({
    kind: fc.constant('monthly' as const),
    every,
    weekday,
    week: fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
  }),
);
const plan: fc.Arbitrary<SeriesPlan> = fc.record({
  pattern,
  zone: fc.constantFrom(
    'Europe/London',
    'Europe/Kyiv',
    'Asia/Kolkata',
    'America/New_York',
    'Australia/Lord_Howe',
    'UTC',
  ),
  startDate: fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days)),
  startTime: fc
    .tuple(fc.integer({ min: 6, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`),
  minutes: fc.constantFrom(15, 30, 45, 60, 90),
  untilDate: fc.constant('2030-12-31'),
});

describe('a plan as Outlook keeps it', () => {
  it('is the same rule when read back', () => {
    fc.assert(
      fc.property(plan, (one) => {
        const { recurrence } = recurrenceOf(one);
        // Outlook echoes every field, with its own fillings for those that do not apply.
        const echoed = {
          pattern: { month: 0, dayOfMonth: 0, index: 'first', ...recurrence.pattern },
          range: { numberOfOccurrences: 0, ...recurrence.range },
        };
        expect(patternOfOutlook(recurrenceAnswer.parse(echoed))).toEqual(one.pattern);
      }),
    );
  });

  it('begins with the first occurrence, on the day the range begins', () => {
    fc.assert(
      fc.property(plan, (one) => {
        const { start, end, recurrence } = recurrenceOf(one);
        const first = occurrencesOf(one)[0];
        expect(recurrence.range.startDate).toBe(first?.originalDate);
        expect(start.dateTime.slice(0, 10)).toBe(first?.originalDate);
        expect([instantOfOutlook(start, 'UTC'), instantOfOutlook(end, 'UTC')]).toEqual([first?.start, first?.end]);
      }),
    );
  });

  it('is the same bytes each time', () => {
    fc.assert(
      fc.property(
        plan,
        (one) => JSON.stringify(recurrenceOf(one)) === JSON.stringify(recurrenceOf(structuredClone(one))),
      ),
    );
  });

  it.each([
    ['daily', { type: 'daily', interval: 1 }],
    ['on several days', { type: 'weekly', interval: 1, daysOfWeek: ['monday', 'tuesday'] }],
    ['yearly', { type: 'relativeYearly', interval: 1, daysOfWeek: ['monday'], index: 'first' }],
  ])('is not ours where it repeats %s', (_, rule) => {
    const range = { type: 'noEnd', startDate: '2026-01-01' };
    expect(patternOfOutlook(recurrenceAnswer.parse({ pattern: rule, range }))).toBeNull();
  });
});

describe('zones', () => {
  it('have a name in Outlook, all of them but the one at a station in Antarctica', () => {
    const unnamed = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC' && windowsZoneOf(zone) === zone);
    expect(unnamed).toEqual(['Antarctica/Troll']);
  });

  it.each([
    ['Europe/Kyiv', 'FLE Standard Time'],
    ['Asia/Kolkata', 'India Standard Time'],
    ['Europe/London', 'GMT Standard Time'],
    ['UTC', 'UTC'],
  ])('%s is %s and back', (zone, windows) => {
    expect(windowsZoneOf(zone)).toBe(windows);
    expect(zoneOfOutlook(windows)).toBe(zone === 'UTC' ? 'Etc/UTC' : zone);
  });

  it('keep their clock on the way there and back', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const back = zoneOfOutlook(windowsZoneOf(zone));
      expect(zoneOfOutlook(windowsZoneOf(back ?? ''))).toBe(back);
    }
  });

  it.each([['tzone://Microsoft/Custom'], ['Customized Time Zone'], ['']])(
    'of somebody’s own making are nobody’s: %s',
    (name) => {
      expect(zoneOfOutlook(name)).toBeNull();
    },
  );
});
