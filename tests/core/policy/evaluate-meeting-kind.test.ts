import { describe, expect, test } from 'vitest';
import { evaluatePair } from '#core/policy/evaluate.ts';
import type { FindingReason, FindingState, PairFacts } from '#core/policy/finding.ts';
import { roundAfter, roundDueFrom } from '#core/policy/yearly.ts';
import { pack, pair, pairFacts, person } from '#tests/core/builders.ts';

type Row = readonly [
  what: string,
  facts: Partial<PairFacts>,
  state: FindingState,
  reason: FindingReason,
  dueOn: string | null,
];

function kindIn(name: string, ruleId: string, changes: Partial<PairFacts>, of = pair()) {
  const found = evaluatePair(pack(name), person(), of, pairFacts(changes)).find((one) => one.ruleId === ruleId);
  if (found === undefined) throw new Error('The policy does not ask for it');
  return found;
}

describe('the introductory meeting within fourteen days of the start', () => {
  const joined = { joinedOn: '2026-11-16', pairFrom: '2026-11-16' };
  const induction = (heldOn: string[], plannedOn: string[] = []) => ({
    otherKinds: { induction: { heldOn, plannedOn } },
  });
  test.each<Row>([
    ['on the day they start', { ...joined, today: '2026-11-16' }, 'due', 'kind-due', '2026-11-30'],
    ['on the last day', { ...joined, today: '2026-11-30' }, 'due', 'kind-due', '2026-11-30'],
    ['a day later', { ...joined, today: '2026-12-01' }, 'overdue', 'kind-late', '2026-11-30'],
    ['booked in time', { ...joined, ...induction([], ['2026-11-30']) }, 'met', 'kind-planned', '2026-11-30'],
    ['booked a day late', { ...joined, ...induction([], ['2026-12-01']) }, 'due', 'kind-due', '2026-11-30'],
    ['held', { ...joined, ...induction(['2026-11-20']) }, 'met', 'kind-held', null],
    ['held late', { ...joined, ...induction(['2026-12-20']), today: '2027-01-04' }, 'met', 'kind-held', null],
    ['of somebody who had settled in before', { joinedOn: '2025-11-16' }, 'not-applicable', 'kind-before-pair', null],
    ['of somebody whose start nobody knows', {}, 'not-applicable', 'kind-start-unknown', null],
    ['while they are away', { ...joined, paused: { until: null } }, 'excused', 'paused', null],
    [
      'is not a one-to-one held in between',
      { ...joined, heldOn: ['2026-11-20'], today: '2026-12-01' },
      'overdue',
      'kind-late',
      '2026-11-30',
    ],
  ])('[CAREER-1] %s', (_, changes, state, reason, dueOn) => {
    expect(kindIn('career', 'induction', changes)).toMatchObject({ state, reason, dueOn, clause: 'CAREER-1' });
  });

  test('[CAREER-1] begins again with the return from an absence that fell into it', () => {
    const pause = { from: '2026-11-20', until: '2026-12-18', reason: 'Ill' };
    const given = { ...joined, today: '2026-12-19' };
    expect(kindIn('career', 'induction', given, pair({ pause })).dueOn).toBe('2027-01-01');
  });

  test('is asked of the line manager alone', () => {
    const found = evaluatePair(pack('career'), person(), pair({ role: 'specialist' }), pairFacts(joined));
    expect(found.filter(({ kind }) => kind === 'meeting-kind')).toEqual([]);
  });
});

describe('the career conversation by the incremental date', () => {
  const by = { incrementalOn: '2019-02-28', joinedOn: '2019-02-28', pairFrom: '2026-06-01' };
  const held = (heldOn: string[], plannedOn: string[] = []) => ({
    otherKinds: { 'yearly-conversation': { heldOn, plannedOn } },
  });
  test.each<Row>([
    ['before its sixty days', { ...by, today: '2026-12-29' }, 'not-applicable', 'kind-not-yet', '2027-02-28'],
    ['as they begin', { ...by, today: '2026-12-30' }, 'due', 'kind-due', '2027-02-28'],
    ['on its day', { ...by, today: '2027-02-28' }, 'due', 'kind-due', '2027-02-28'],
    ['a day later', { ...by, today: '2027-03-01' }, 'overdue', 'kind-late', '2027-02-28'],
    ['a year later', { ...by, today: '2028-03-01' }, 'overdue', 'kind-late', '2027-02-28'],
    ['booked', { ...by, ...held([], ['2027-02-28']) }, 'met', 'kind-planned', '2027-02-28'],
    ['booked too soon', { ...by, ...held([], ['2026-12-01']) }, 'not-applicable', 'kind-not-yet', '2027-02-28'],
    ['held in time', { ...by, ...held(['2027-01-10']), today: '2027-01-11' }, 'met', 'kind-held', '2028-02-28'],
    ['held late', { ...by, ...held(['2027-06-10']), today: '2027-06-11' }, 'met', 'kind-held', '2028-02-28'],
    ['a year after one', { ...by, ...held(['2027-01-10']), today: '2027-12-30' }, 'due', 'kind-due', '2028-02-28'],
    ['that nobody knows', { joinedOn: '2019-02-28' }, 'not-applicable', 'kind-start-unknown', null],
  ])('%s', (_, changes, state, reason, dueOn) => {
    expect(kindIn('career', 'career-conversation', changes)).toMatchObject({ state, reason, dueOn });
  });
});

describe('years that leap', () => {
  test.each([
    ['2024-02-29', '2026-11-26', '2027-02-28'],
    ['2024-02-29', '2027-03-01', '2028-02-29'],
    ['2023-02-28', '2027-03-01', '2028-02-28'],
    ['2024-12-31', '2026-12-31', '2026-12-31'],
    ['2030-02-29', '2026-11-26', null],
  ])('an anchor of %s falls, from %s on, on %s', (anchor, from, dueOn) => {
    if (dueOn === null) expect(() => roundDueFrom(anchor, 60, from)).toThrow(RangeError);
    else expect(roundDueFrom(anchor, 60, from).dueOn).toBe(dueOn);
  });

  test('the window before the last of February is as long in every year', () => {
    expect(roundDueFrom('2024-02-29', 60, '2028-01-01')).toEqual({ opensOn: '2027-12-31', dueOn: '2028-02-29' });
    expect(roundDueFrom('2024-02-29', 60, '2029-01-01')).toEqual({ opensOn: '2028-12-30', dueOn: '2029-02-28' });
  });

  test('a window of a whole year opens the day after the last one closed', () => {
    expect(roundAfter('2024-03-01', 366, '2026-03-01')).toEqual({ opensOn: '2026-03-02', dueOn: '2027-03-01' });
    expect(roundAfter('2024-03-01', 366, '2026-03-02').dueOn).toBe('2028-03-01');
  });
});

describe('what counts towards the four', () => {
  const others = ['2026-02-02', '2026-05-05', '2026-08-03', '2026-10-05'];
  test.each(['yearly-conversation', 'mid-point-review', 'follow-up', 'induction', 'performance-review'] as const)(
    '[OD3a-2] a %s does not',
    (kind) => {
      const otherKinds = { [kind]: { heldOn: others, plannedOn: ['2026-12-01'] } };
      const found = kindIn('od3a', 'four-a-year', { otherKinds });
      expect(found).toMatchObject({ state: 'due', reason: 'count-due', values: { counted: 0, remaining: 4 } });
      expect(found.values['nextOn']).toBeUndefined();
    },
  );

  test('[OD3a-2] the appraisal and the mid-point review are asked for by days of their own', () => {
    const given = { pairFrom: '2026-05-01', today: '2026-11-26' };
    expect(kindIn('od3a', 'appraisal', given)).toMatchObject({ reason: 'kind-not-yet', dueOn: '2027-04-30' });
    expect(kindIn('od3a', 'mid-point', given)).toMatchObject({ reason: 'kind-late', dueOn: '2026-10-31' });
  });

  test('a kind that the policy says counts does', () => {
    const policy = pack('od3a');
    const rules = policy.rules.map((rule) =>
      rule.kind === 'meeting-kind' && rule.meetingKind === 'follow-up' ? { ...rule, counts: true } : rule,
    );
    const otherKinds = { 'follow-up': { heldOn: others, plannedOn: [] } };
    const found = evaluatePair({ ...policy, rules }, person(), pair(), pairFacts({ otherKinds }));
    expect(found.find(({ kind }) => kind === 'cadence')?.values).toMatchObject({ counted: 4, lastOn: '2026-10-05' });
  });
});
