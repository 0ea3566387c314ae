import { describe, expect, test } from 'vitest';
import type { Cadence } from '#core/cadence/cadence-kind.ts';
import { keepsWithout } from '#core/cadence/without-one.ts';

const today = '2026-11-26';
const around = (held: readonly string[], coming: readonly string[], day: string) => ({ held, coming, day, today });

describe('what is asked, without one of the meetings to come', () => {
  const sixWeeks: Cadence = { kind: 'interval', every: { weeks: 6 } };

  test('[OUT-1] is kept to where the gap is no longer than asked, from the last one held on', () => {
    const coming = ['2026-12-01', '2026-12-15', '2026-12-29', '2027-02-02'];
    expect(keepsWithout(sixWeeks, around(['2026-11-17'], coming, '2026-12-01'))).toBe(true);
    expect(keepsWithout(sixWeeks, around(['2026-11-17'], coming, '2026-12-29'))).toBe(false);
    expect(keepsWithout(sixWeeks, around(['2026-10-20'], coming, '2026-12-01'))).toBe(false);
  });

  test('[OUT-1] is not spoilt by what was not held long ago', () => {
    const held = ['2025-01-07', '2026-11-17'];
    expect(keepsWithout(sixWeeks, around(held, ['2026-12-01', '2026-12-15'], '2026-12-01'))).toBe(true);
  });

  test('[OUT-1] is not spoilt by another gap either, which skipping this one does not make', () => {
    const coming = ['2026-12-01', '2026-12-15', '2027-03-02'];
    expect(keepsWithout(sixWeeks, around(['2026-11-17'], coming, '2026-12-01'))).toBe(true);
  });

  test('[OUT-1] cannot be said of the last one', () => {
    expect(keepsWithout(sixWeeks, around([], ['2026-12-01'], '2026-12-01'))).toBeNull();
    expect(keepsWithout(sixWeeks, around(['2026-11-17'], ['2026-12-01', '2026-12-15'], '2026-12-15'))).toBeNull();
  });

  test('[ESS-1] in a window asks for the far end of it', () => {
    const window: Cadence = { kind: 'window', from: { weeks: 4 }, to: { weeks: 6 } };
    const coming = ['2026-12-08', '2026-12-22', '2027-01-19'];
    expect(keepsWithout(window, around(['2026-11-10'], coming, '2026-12-08'))).toBe(true);
    expect(keepsWithout(window, around(['2026-11-10'], coming, '2026-12-22'))).toBe(true);
    expect(keepsWithout(window, around(['2026-11-10'], ['2026-12-08', '2027-01-05'], '2026-12-08'))).toBe(false);
  });

  test('[OD3a-1] counts what was held in the stretch before', () => {
    const four: Cadence = { kind: 'rolling', count: 4, months: 12, evenly: false };
    const held = ['2026-02-10', '2026-05-12', '2026-08-11'];
    expect(keepsWithout(four, around(held, ['2026-11-30', '2027-02-09', '2027-05-11'], '2026-11-30'))).toBe(false);
    const often = ['2026-11-30', '2026-12-14', '2027-02-09', '2027-05-11', '2027-08-10'];
    expect(keepsWithout(four, around(held, often, '2026-11-30'))).toBe(true);
  });

  test('[FORM-1] on average by the month lets no month be passed over', () => {
    const monthly: Cadence = { kind: 'rolling', count: 12, months: 12, evenly: true };
    const coming = ['2026-12-15', '2027-01-12', '2027-02-09'];
    expect(keepsWithout(monthly, around(['2026-11-17'], coming, '2027-01-12'))).toBe(false);
    expect(
      keepsWithout(monthly, around(['2026-11-17'], ['2026-12-01', '2026-12-15', '2027-01-12'], '2026-12-01')),
    ).toBe(true);
  });

  test('[FORM-1] by terms wants another one in the same term, held or to come', () => {
    const terms: Cadence = {
      kind: 'term',
      terms: [
        { title: 'Autumn', from: '2026-09-01', to: '2026-12-18' },
        { title: 'Spring', from: '2027-01-04', to: '2027-03-26' },
      ],
    };
    const coming = ['2026-12-01', '2027-01-12', '2027-03-09'];
    expect(keepsWithout(terms, around([], coming, '2026-12-01'))).toBe(false);
    expect(keepsWithout(terms, around(['2026-10-06'], coming, '2026-12-01'))).toBe(true);
    expect(keepsWithout(terms, around([], coming, '2027-01-12'))).toBe(true);
    expect(keepsWithout(terms, around([], ['2026-12-22'], '2026-12-22'))).toBe(true);
  });
});
