import { expect, test } from 'vitest';
import { requirePossibleSpan } from '#core/meeting/possible-span.ts';
import { addMinutes } from '#core/time.ts';
import { codeOf } from '#tests/core/code-of.ts';

const now = '2026-11-26T09:40:00.000Z';
const span = (start: string, minutes: number) => ({ start, end: addMinutes(start, minutes) });

test.each([
  ['in five minutes’ time for five minutes', span('2026-11-26T09:45:00.000Z', 5), null],
  ['four hours in two years', span('2028-11-25T09:00:00.000Z', 240), null],
  ['now', span(now, 30), 'slot-in-past'],
  ['backwards', span('2026-11-27T09:00:00.000Z', -30), 'bad-request'],
  ['for less than five minutes', span('2026-11-27T09:00:00.000Z', 4), 'bad-request'],
  ['for more than four hours', span('2026-11-27T09:00:00.000Z', 241), 'bad-request'],
  ['in 2099', span('2099-11-27T09:00:00.000Z', 30), 'bad-request'],
])('a meeting %s is taken as meant or not', (_words, wanted, refusal) => {
  expect(
    codeOf(() => {
      requirePossibleSpan(wanted, now);
    }),
  ).toBe(refusal);
});
