import { describe, expect, test } from 'vitest';
import { outcomeOf, settlementOf } from '../../../src/app/features/schedule/plan-choice.ts';
import { crossesClockChange, gapOf, standingDays } from '../../../src/app/features/schedule/plan-facts.ts';
import { offer } from '../support/views.ts';

describe('settling the clashes of a time', () => {
  test('[OUT-3] undecided, a clash moves where a time near it is free and is left out where none is', () => {
    expect(outcomeOf(offer, {})).toMatchObject({ skips: ['2027-01-26'], kept: [], count: 3 });
    expect(standingDays(offer, {})).toEqual(['2026-12-01', '2027-01-04', '2027-02-23']);
  });

  test('a day kept or left out on purpose is neither moved nor added', () => {
    const settled = { '2026-12-29': 'skip', '2027-01-26': 'keep' } as const;
    expect(outcomeOf(offer, settled)).toEqual({ moves: [], skips: ['2026-12-29'], kept: ['2027-01-26'], count: 3 });
    expect(standingDays(offer, settled)).toEqual(['2026-12-01', '2027-01-26', '2027-02-23']);
  });

  test('a move with nowhere to go is left out', () => {
    const stuck = offer.occurrences.find((one) => one.originalDate === '2027-01-26');
    expect(stuck && settlementOf(stuck, { '2027-01-26': 'move' })).toBe('skip');
  });

  const month = { months: 1 };
  const monthly = { cadence: { kind: 'interval' as const, every: month }, every: month, clause: '1' };

  test('[OUT-1] the longest gap is measured between the days that stand, against what is asked', () => {
    expect(gapOf(['2026-12-01', '2027-01-04', '2027-02-23'], monthly)).toEqual({ days: 50, keeps: false });
    expect(gapOf(['2027-01-31', '2027-02-28', '2027-03-28'], monthly)).toEqual({ days: 28, keeps: true });
    expect(gapOf(['2026-12-01', '2026-12-15'], null)).toEqual({ days: 14, keeps: true });
  });

  test('a series that runs into summer crosses a clock change', () => {
    expect(crossesClockChange(offer)).toBe(false);
    const summer = {
      originalDate: '2027-04-20',
      start: '2027-04-20T09:00:00.000Z',
      end: '2027-04-20T09:45:00.000Z',
      clashes: [],
      alternative: null,
    };
    expect(crossesClockChange({ occurrences: [...offer.occurrences, summer] })).toBe(true);
  });
});
