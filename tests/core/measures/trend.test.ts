import { expect, test } from 'vitest';
import type { Measure } from '#core/measures/measure.ts';
import { trendOf } from '#core/measures/trend.ts';

function measure(values: readonly number[], better: Measure['better'] = 'higher', target = 80): Measure {
  const readings = values.map((value, index) => ({ on: `2026-0${String(index + 1)}-28`, value }));
  return { id: 'v', pairId: 'p', name: 'First-visit repairs', unit: '%', target, better, readings };
}

test.each<[number[], Measure['better'], number, string, boolean]>([
  [[74, 79, 81], 'higher', 7, 'up', true],
  [[81, 79], 'higher', -2, 'down', false],
  [[80], 'higher', 0, 'steady', true],
  [[79.8, 80.1], 'higher', 0.3, 'up', true],
  [[0.1, 0.3], 'lower', 0.2, 'up', true],
  [[90, 81], 'lower', -9, 'down', false],
  [[90, 80], 'lower', -10, 'down', true],
])('%j with %s better has changed by %d, %s; target reached: %s', (values, better, change, direction, reached) => {
  expect(trendOf(measure(values, better))).toEqual({
    first: { on: '2026-01-28', value: values[0] },
    last: { on: `2026-0${String(values.length)}-28`, value: values.at(-1) },
    change,
    direction,
    reached,
  });
});

test('a measure without readings has no trend', () => {
  expect(trendOf(measure([]))).toBeNull();
});
