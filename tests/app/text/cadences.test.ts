import { expect, test } from 'vitest';
import type { CadenceView } from '#contract/cadence.ts';
import { askedCadence, cadenceSpan, sayCadence, shortCadence } from '../../../src/app/text/cadences.ts';

const rolling = { kind: 'rolling', count: 4, months: 12 } as const;

test.each<[CadenceView, [string, string, string, string]]>([
  [{ kind: 'interval', every: { weeks: 2 } }, ['every 2 weeks', 'Every 2 weeks', 'one every 2 weeks', '2 weeks']],
  [
    { kind: 'window', from: { weeks: 4 }, to: { weeks: 6 } },
    ['every 4 to 6 weeks', 'Every 4 to 6 weeks', 'one every 4 to 6 weeks', '4 to 6 weeks'],
  ],
  [
    { kind: 'window', from: { weeks: 6 }, to: { months: 2 } },
    ['every 6 weeks to 2 months', 'Every 6 weeks to 2 months', 'one every 6 weeks to 2 months', '6 weeks to 2 months'],
  ],
  [
    { ...rolling, evenly: false },
    ['4 times in any 12 months', '4 times in any 12 months', '4 in any 12 months', '4 in any 12 months'],
  ],
  [
    { ...rolling, count: 12, evenly: true },
    ['once a month on average', 'Monthly on average', 'one a month on average', 'one a month on average'],
  ],
  [{ kind: 'term', terms: [] }, ['once a term', 'Once a term', 'one a term', 'one a term']],
])('%j is put into words', (cadence, words) => {
  expect([sayCadence(cadence), shortCadence(cadence), askedCadence(cadence), cadenceSpan(cadence)]).toEqual(words);
});
