import { expect, test } from 'vitest';
import { policyPackSchema } from '#contract/policy-pack.ts';
import { evaluatePair } from '#core/policy/evaluate.ts';
import { covers } from '#core/policy/resolve.ts';
import { pack, pair, pairFacts, person } from '#tests/core/builders.ts';

// Written only from a policy text that none of the five has anything to do with, to see that it needs no code.
const sixth = pack('sixth-social-work');

function cadenceOf(today: string, heldOn: string[], grade = 'NQ') {
  const employee = person({ grade, joinedOn: '2026-01-05' });
  const found = evaluatePair(
    sixth,
    employee,
    pair({ from: '2026-01-05' }),
    pairFacts({ today, heldOn, pairFrom: '2026-01-05' }),
  );
  const cadence = found.find(({ kind }) => kind === 'cadence');
  return cadence === undefined ? null : [cadence.ruleId, cadence.state, cadence.dueOn];
}

test('a sixth policy, written only from a policy text, loads and is held against what happened', () => {
  expect(policyPackSchema.parse(sixth)).toEqual(sixth);
  expect(cadenceOf('2026-01-06', [])).toEqual(['first-weeks', 'due', '2026-01-12']);
  expect(cadenceOf('2026-01-20', ['2026-01-08'])).toEqual(['first-weeks', 'overdue', '2026-01-15']);
  expect(cadenceOf('2026-03-10', ['2026-03-03'])).toEqual(['first-half-year', 'due', '2026-03-17']);
  expect(cadenceOf('2026-07-10', ['2026-07-03'])).toEqual(['first-year', 'due', '2026-08-03']);
  expect(cadenceOf('2026-01-06', [], 'SW2')).toEqual(['monthly', 'due', '2026-02-05']);
});

test('it asks nothing of those it does not cover', () => {
  expect(covers(sixth, person({ grade: 'STU' }))).toBe(false);
  expect(cadenceOf('2026-01-06', [], 'STU')).toEqual(['first-weeks', 'not-applicable', null]);
});
