import { expect, test } from 'vitest';
import { agreedCadence } from '#core/policy/agreed-cadence.ts';
import { evaluatePair } from '#core/policy/evaluate.ts';
import type { PairFacts } from '#core/policy/finding.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { pair, pairFacts, person, outPack } from '#tests/core/builders.ts';

const leftToThem: PolicyPack = {
  ...outPack,
  groups: [
    { id: 'doctors', title: 'Doctors', grades: ['DR'] },
    { id: 'all', title: 'Everybody' },
  ],
  rules: [
    { kind: 'scope', id: 'scope', clause: 'A-1', excludedGroups: ['doctors'] },
    {
      kind: 'agreement',
      id: 'agreement',
      clause: 'A-2',
      title: 'How often',
      asks: ['frequency'],
      reviewAfterMonths: 12,
    },
  ],
};

function agreed(everyWeeks: number | null): NonNullable<PairFacts['agreement']> {
  return { holds: { since: '2026-09-01', reviewOn: null, everyWeeks }, draft: null };
}

function cadenceUnder(pack: PolicyPack, facts: Partial<PairFacts>, grade = 'A2') {
  const given = pairFacts({ heldOn: ['2026-11-02'], today: '2026-11-26', ...facts });
  return evaluatePair(pack, person({ grade }), pair(), given).filter(({ kind }) => kind === 'cadence');
}

test('[CAREER-1] [OD3a-10] where the policy leaves it to the two, what they agreed is what is asked of them', () => {
  expect(cadenceUnder(leftToThem, { agreement: agreed(4) })).toMatchObject([
    { clause: 'A-2', state: 'due', reason: 'nothing-booked', dueOn: '2026-11-30', values: { askedWeeks: 4 } },
  ]);
  expect(cadenceUnder(leftToThem, { agreement: agreed(3) })).toMatchObject([{ state: 'overdue', dueOn: '2026-11-23' }]);
});

test('nothing is asked before they agree, nor of somebody the policy is not for', () => {
  expect(cadenceUnder(leftToThem, { agreement: { holds: null, draft: { signedBy: 'supervisor' } } })).toEqual([]);
  expect(cadenceUnder(leftToThem, { agreement: agreed(null) })).toEqual([]);
  expect(cadenceUnder(leftToThem, { agreement: agreed(4) }, 'DR')).toEqual([]);
});

test('a policy that says how often asks that, whatever was agreed', () => {
  expect(cadenceUnder(outPack, { agreement: agreed(1) }, 'M1')).toMatchObject([{ clause: 'OUT-1' }]);
  expect(agreedCadence(outPack.rules, 1)).toBeNull();
});
