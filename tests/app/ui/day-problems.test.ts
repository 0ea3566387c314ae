import { expect, test } from 'vitest';
import { areDays, dayProblems } from '../../../src/app/ui/day-problems.ts';

const today = '2026-11-26';
const days = { from: today, until: '2026-12-24', earliest: today, today };

test.each([
  ['a stretch from today', {}, { from: null, until: null }],
  ['one day alone', { until: today }, { from: null, until: null }],
  ['no last day', { until: null }, { from: null, until: null }],
  ['nothing typed yet', { from: '', until: '' }, { from: 'missing', until: 'missing' }],
  ['half a date', { from: '2026-11', until: '2026-12-24' }, { from: 'missing', until: null }],
  ['yesterday', { from: '2026-11-25' }, { from: 'past', until: null }],
  ['a first day long ago where it may be any', { from: '2026-01-05', earliest: null }, { from: null, until: null }],
  [
    'a last day that has passed',
    { from: '2026-01-05', until: '2026-11-25', earliest: null },
    { from: null, until: 'past' },
  ],
  ['a last day before the first', { from: '2026-12-25' }, { from: null, until: 'order' }],
] as const)('a first day and a last: %s', (_, change, problems) => {
  const asked = { ...days, ...change };
  expect(dayProblems(asked)).toEqual(problems);
  expect(areDays(asked)).toBe(problems.from === null && problems.until === null);
});
