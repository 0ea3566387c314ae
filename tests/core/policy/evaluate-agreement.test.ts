import { describe, expect, test } from 'vitest';
import type { FindingReason, FindingState, PairFacts } from '#core/policy/finding.ts';
import { evaluateAgreement } from '#core/policy/evaluate-agreement.ts';
import type { AgreementRule, CadenceRule } from '#core/policy/meeting-rules.ts';
import { pairFacts } from '#tests/core/builders.ts';

const rule: AgreementRule = {
  kind: 'agreement',
  id: 'how',
  clause: 'C-10',
  title: 'How we meet',
  asks: ['frequency', 'review'],
  reviewAfterMonths: 12,
};
const cadence: CadenceRule = {
  kind: 'cadence',
  id: 'six',
  clause: 'C-1',
  groupId: 'all',
  cadence: { kind: 'interval', every: { weeks: 6 } },
};
const today = '2026-11-26';
const holds = { since: '2026-01-08', reviewOn: '2027-01-08', everyWeeks: 6 };

function facts(changes: Partial<PairFacts>): PairFacts {
  return pairFacts({ today, agreement: { holds: null, draft: null }, ...changes });
}

describe('how a pair stands against agreeing how they meet', () => {
  test.each<[string, Partial<PairFacts>, FindingState, FindingReason, string | null]>([
    ['nothing booked', {}, 'due', 'agreement-none-yet', null],
    ['the first to come', { plannedOn: ['2026-12-03'] }, 'due', 'agreement-none-yet', '2026-12-03'],
    ['the first is today', { heldOn: [today] }, 'due', 'agreement-none-yet', today],
    ['the first has been', { heldOn: ['2026-11-25'] }, 'overdue', 'agreement-none-yet', '2026-11-25'],
    [
      'begun',
      { plannedOn: [today], agreement: { holds: null, draft: { signedBy: null } } },
      'due',
      'agreement-being-filled',
      today,
    ],
    [
      'signed by one',
      { plannedOn: [today], agreement: { holds: null, draft: { signedBy: 'employee' } } },
      'due',
      'agreement-being-signed',
      today,
    ],
    ['signed by both', { agreement: { holds, draft: null } }, 'met', 'agreement-holds', '2027-01-08'],
    [
      'being changed',
      { agreement: { holds, draft: { signedBy: 'supervisor' } } },
      'met',
      'agreement-holds',
      '2027-01-08',
    ],
    [
      'fifteen days before its review',
      { agreement: { holds: { ...holds, reviewOn: '2026-12-11' }, draft: null } },
      'met',
      'agreement-holds',
      '2026-12-11',
    ],
    [
      'a fortnight before its review',
      { agreement: { holds: { ...holds, reviewOn: '2026-12-10' }, draft: null } },
      'due',
      'agreement-review',
      '2026-12-10',
    ],
    [
      'on its day',
      { agreement: { holds: { ...holds, reviewOn: today }, draft: null } },
      'due',
      'agreement-review',
      today,
    ],
    [
      'after its day',
      { agreement: { holds: { ...holds, reviewOn: '2026-11-25' }, draft: null } },
      'overdue',
      'agreement-review',
      '2026-11-25',
    ],
    [
      'less often than is asked by now',
      { agreement: { holds: { ...holds, everyWeeks: 7 }, draft: null } },
      'due',
      'agreement-too-seldom',
      null,
    ],
    ['away', { paused: { until: null }, heldOn: ['2026-10-01'] }, 'excused', 'paused', null],
  ])('[OD3a-10] %s', (_name, changes, state, reason, dueOn) => {
    expect(evaluateAgreement(rule, cadence, facts(changes))).toEqual([
      expect.objectContaining({ kind: 'agreement', ruleId: 'how', clause: 'C-10', state, reason, dueOn }),
    ]);
  });

  test('is not judged where nobody looked', () => {
    const { agreement, ...others } = facts({});
    expect(agreement).toBeDefined();
    expect(evaluateAgreement(rule, cadence, others)).toEqual([]);
  });
});
