import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paceOf, type Cadence, type RollingCadence, type TermCadence } from '#core/cadence/cadence-kind.ts';
import { countDue, termDue, windowAfter } from '#core/cadence/next-due.ts';
import { addDays, addInterval, addMonths, dateFromDayNumber, dayNumber } from '#core/time.ts';

const fourAYear: RollingCadence = { kind: 'rolling', count: 4, months: 12, evenly: false };
const monthly: RollingCadence = { kind: 'rolling', count: 12, months: 12, evenly: true };
const terms: TermCadence = {
  kind: 'term',
  terms: [
    { title: 'Autumn', from: '2026-09-01', to: '2026-12-18' },
    { title: 'Spring', from: '2027-01-04', to: '2027-03-25' },
    { title: 'Summer', from: '2027-04-12', to: '2027-07-23' },
  ],
};

describe('at least four in any twelve months', () => {
  const quarterly = ['2026-01-15', '2026-04-15', '2026-07-15', '2026-10-15'];

  test.each<[string, string[], string, { dueOn: string; remaining: number; counted: number }]>([
    ['asks for all four within the first year', [], '2026-06-01', { dueOn: '2026-12-31', remaining: 4, counted: 0 }],
    ['asks for the rest of them', ['2026-02-02'], '2026-06-01', { dueOn: '2026-12-31', remaining: 3, counted: 1 }],
    ['waits for the first of four', quarterly, '2026-11-26', { dueOn: '2027-01-15', remaining: 1, counted: 4 }],
    ['is late the day after', quarterly, '2027-01-16', { dueOn: '2027-01-15', remaining: 1, counted: 3 }],
    [
      'stays late until there are four again',
      [...quarterly, '2027-06-01'],
      '2027-06-01',
      { dueOn: '2027-04-15', remaining: 1, counted: 3 },
    ],
    [
      'four in one week keep a year',
      ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'],
      '2026-11-26',
      { dueOn: '2027-03-02', remaining: 1, counted: 4 },
    ],
    ['long after a year without any', [], '2028-01-01', { dueOn: '2026-12-31', remaining: 4, counted: 0 }],
  ])('%s', (_, held, today, due) => {
    expect(countDue(fourAYear, held, '2026-01-01', today)).toEqual(due);
  });

  test('meeting on each last day keeps it for ever, and a day later never does', () => {
    const starts = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2030-12-31') }).map(dateFromDayNumber);
    const shapes = fc.record({ count: fc.integer({ min: 1, max: 12 }), months: fc.integer({ min: 1, max: 18 }) });
    fc.assert(
      fc.property(starts, shapes, fc.boolean(), fc.integer({ min: 0, max: 1 }), (start, shape, evenly, late) => {
        const cadence: RollingCadence = {
          kind: 'rolling',
          ...shape,
          evenly: evenly && shape.months % shape.count === 0,
        };
        const held: string[] = [];
        let last = start;
        for (let turn = 1; turn <= shape.count * 4; turn += 1) {
          const { dueOn } = countDue(cadence, held, start, held.at(-1) ?? start);
          held.push(addDays(dueOn, turn === shape.count * 4 ? late : 0));
          last = dueOn;
        }
        const inStretch = (day: string): number =>
          held.filter((one) => one <= day && addMonths(one, shape.months) > day).length;
        const first = addDays(addMonths(start, shape.months), -1);
        const [from, to] = [dayNumber(first), dayNumber(last)];
        const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, day) => dateFromDayNumber(from + day));
        expect(days.every((day) => inStretch(day) >= shape.count)).toBe(late === 0);
      }),
    );
  });
});

describe('once a month on average', () => {
  test.each<[string, string[], string, { dueOn: string; remaining: number; counted: number }]>([
    ['asks for the first in a month', [], '2026-09-10', { dueOn: '2026-09-30', remaining: 1, counted: 0 }],
    [
      'two in the first month leave a month free',
      ['2026-09-03', '2026-09-24'],
      '2026-10-20',
      { dueOn: '2026-11-30', remaining: 1, counted: 2 },
    ],
    ['says how many it is behind', ['2026-09-03'], '2026-12-02', { dueOn: '2026-10-31', remaining: 2, counted: 1 }],
  ])('%s', (_, held, today, due) => {
    expect(countDue(monthly, held, '2026-09-01', today)).toEqual(due);
  });

  test('after a year it is twelve in any twelve months', () => {
    const held = Array.from({ length: 12 }, (_, month) => addMonths('2025-09-15', month));
    expect(countDue(monthly, held, '2025-09-01', '2026-09-10')).toEqual({
      dueOn: '2026-09-15',
      remaining: 1,
      counted: 12,
    });
  });
});

describe('once a term', () => {
  test.each<[string, string[], string, string, { title: string; dueOn: string; isMissed: boolean } | null]>([
    ['is asked for by its last day', [], '2026-09-01', '2026-11-26', ['Autumn', '2026-12-18', false]],
    ['once held, is asked in the next', ['2026-10-01'], '2026-01-05', '2026-11-26', ['Spring', '2027-03-25', false]],
    ['in the holidays, missed', ['2026-05-01'], '2026-01-05', '2026-12-19', ['Autumn', '2026-12-18', true]],
    ['missed, made good in the next', ['2027-01-20'], '2026-01-05', '2027-01-21', ['Summer', '2027-07-23', false]],
    ['not asked of who came on its last day', [], '2026-12-18', '2026-12-30', ['Spring', '2027-03-25', false]],
    ['unknown after the last term', ['2027-05-01'], '2026-01-05', '2027-08-01', null],
  ] as never)('%s', (_, held, start, today, expected) => {
    const found = termDue(terms, held, start, today);
    const [title, dueOn, isMissed] = (expected ?? []) as unknown as [string, string, boolean];
    expect(found === null ? null : { title: found.term.title, dueOn: found.dueOn, isMissed: found.isMissed }).toEqual(
      expected === null ? null : { title, dueOn, isMissed },
    );
  });
});

test('a window opens and closes so long after the last one', () => {
  expect(windowAfter({ from: { weeks: 4 }, to: { weeks: 6 } }, '2026-10-29')).toEqual({
    opensOn: '2026-11-26',
    dueOn: '2026-12-10',
  });
});

describe('the pace a cadence is booked at', () => {
  test.each<[Cadence, object]>([
    [{ kind: 'interval', every: { weeks: 2 } }, { weeks: 2 }],
    [{ kind: 'window', from: { weeks: 4 }, to: { weeks: 6 } }, { weeks: 6 }],
    [fourAYear, { months: 3 }],
    [{ ...fourAYear, count: 5 }, { weeks: 9 }],
    [monthly, { months: 1 }],
    [terms, { weeks: 11 }],
    [{ kind: 'term', terms: [] }, { weeks: 4 }],
  ])('%j: %j', (cadence, pace) => {
    expect(paceOf(cadence)).toEqual(pace);
  });

  test('keeps a rolling count, whatever the shape and the day it began', () => {
    const days = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2030-12-31') }).map(dateFromDayNumber);
    const shapes = fc.record({ count: fc.integer({ min: 1, max: 12 }), months: fc.integer({ min: 12, max: 24 }) });
    fc.assert(
      fc.property(days, shapes, fc.boolean(), (start, shape, evenly) => {
        const cadence: RollingCadence = {
          kind: 'rolling',
          ...shape,
          evenly: evenly && shape.months % shape.count === 0,
        };
        const held: string[] = [];
        for (let next = start; held.length < 40; next = addInterval(next, paceOf(cadence))) {
          expect(next <= countDue(cadence, held, start, held.at(-1) ?? start).dueOn).toBe(true);
          held.push(next);
        }
      }),
    );
  });
});
