import { describe, expect, test } from 'vitest';
import { countsAsOneToOne } from '#core/meeting/meeting-kind.ts';
import { evaluatePair } from '#core/policy/evaluate.ts';
import type { FindingReason, FindingState, PairFacts } from '#core/policy/finding.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { askedBy, cadenceFor } from '#core/policy/resolve.ts';
import { pack, pair, pairFacts as facts, person } from '#tests/core/builders.ts';

type Row = readonly [
  what: string,
  facts: Partial<PairFacts>,
  state: FindingState,
  reason: FindingReason,
  dueOn: string | null,
];

function cadenceFinding(of: PolicyPack, given: PairFacts, who = person()) {
  const found = evaluatePair(of, who, pair(), given).find(({ kind }) => kind === 'cadence');
  if (found === undefined) throw new Error('The policy says nothing of how often');
  return found;
}

function judged(of: PolicyPack, changes: Partial<PairFacts>, who = person()) {
  const { state, reason, dueOn } = cadenceFinding(of, facts(changes), who);
  return { state, reason, dueOn };
}

describe('four in any twelve months', () => {
  const four = ['2026-01-15', '2026-04-15', '2026-07-15', '2026-10-15'];
  test.each<Row>([
    ['none yet in the first year', {}, 'due', 'count-due', '2027-01-04'],
    ['too few are booked in it', { plannedOn: ['2026-12-01'] }, 'due', 'count-due', '2027-01-04'],
    [
      'the rest are booked in it',
      { heldOn: ['2026-03-02', '2026-06-02'], plannedOn: ['2026-12-01', '2026-12-15'] },
      'met',
      'count-kept',
      '2027-01-04',
    ],
    [
      'four held, the next booked in time',
      { heldOn: four, plannedOn: ['2027-01-15'] },
      'met',
      'count-kept',
      '2027-01-15',
    ],
    [
      'four held, the next a day late',
      { heldOn: four, plannedOn: ['2027-01-16'] },
      'due',
      'next-too-late',
      '2027-01-15',
    ],
    ['four held, nothing booked', { heldOn: four }, 'due', 'count-due', '2027-01-15'],
    [
      'a day after the first has dropped out',
      { heldOn: four, today: '2027-01-16' },
      'overdue',
      'count-short',
      '2027-01-15',
    ],
  ])('[OD3a-1] %s', (_, changes, state, reason, dueOn) => {
    expect(judged(pack('od3a'), changes)).toEqual({ state, reason, dueOn });
  });

  test('[OD3a-1] says how many were held, how many were asked for and how many are missing', () => {
    const { values } = cadenceFinding(pack('od3a'), facts({ heldOn: ['2026-03-02', '2026-06-02'] }));
    expect(values).toMatchObject({ askedCount: 4, askedOverMonths: 12, counted: 2, remaining: 2, daysLeft: 39 });
  });
});

describe('what comes on top of the four', () => {
  const others = ['yearly-conversation', 'mid-point-review', 'follow-up'] as const;
  test.each(others)('[OD3a-2] a %s never counts towards them', (kind) => {
    const heldOn = ['2026-02-02', '2026-05-04', '2026-08-03'];
    const found = cadenceFinding(
      pack('od3a'),
      facts({ heldOn, otherKinds: { [kind]: { heldOn: ['2026-09-07'], plannedOn: ['2026-12-07'] } } }),
    );
    expect([found.state, found.values['counted']]).toEqual(['due', 3]);
    expect(countsAsOneToOne(pack('od3a').rules, kind)).toBe(false);
  });

  test('[OD3a-2] the appraisal and the mid-point review are asked for each year, on days of their own', () => {
    const asked = evaluatePair(pack('od3a'), person(), pair(), facts({ pairFrom: '2025-01-06' }));
    const kinds = asked
      .filter(({ kind }) => kind === 'meeting-kind')
      .map(({ ruleId, clause, dueOn }) => [ruleId, clause, dueOn]);
    expect(kinds).toEqual([
      ['appraisal', 'OD3a-2', '2025-04-30'],
      ['mid-point', 'OD3a-2', '2025-10-31'],
    ]);
  });
});

describe('full-time staff monthly on average, part-time staff once a term', () => {
  const monthly = ['2026-09-15', '2026-10-15', '2026-11-13'];
  const since = { pairFrom: '2026-09-01' };
  const part = person({ contract: 'part-time' });
  test.each<Row>([
    ['three in three months', { ...since, heldOn: monthly }, 'due', 'count-due', '2026-12-31'],
    [
      'three, and the fourth booked',
      { ...since, heldOn: monthly, plannedOn: ['2026-12-30'] },
      'met',
      'count-kept',
      '2026-12-31',
    ],
    [
      'two early ones carry the third month',
      { ...since, heldOn: ['2026-09-02', '2026-09-09'] },
      'due',
      'count-due',
      '2026-11-30',
    ],
    ['two months with one', { ...since, heldOn: ['2026-09-02'] }, 'overdue', 'count-short', '2026-10-31'],
  ])('[FORM-1] full-time: %s', (_, changes, state, reason, dueOn) => {
    expect(judged(pack('form'), changes)).toEqual({ state, reason, dueOn });
  });

  test.each<Row>([
    ['none yet this term', {}, 'due', 'term-due', '2026-12-18'],
    ['one booked this term', { plannedOn: ['2026-12-18'] }, 'met', 'next-keeps-to-it', '2026-12-18'],
    ['one booked after it', { plannedOn: ['2026-12-19'] }, 'due', 'next-too-late', '2026-12-18'],
    ['held this term, so the next is asked in spring', { heldOn: ['2026-09-20'] }, 'due', 'term-due', '2027-03-25'],
    ['none this term, in the holidays', { today: '2026-12-28' }, 'overdue', 'term-missed', '2026-12-18'],
    ['no dates of terms', { today: '2029-01-10', heldOn: ['2028-05-10'] }, 'not-applicable', 'terms-unknown', null],
  ])('[FORM-1] part-time: %s', (_, changes, state, reason, dueOn) => {
    expect(judged(pack('form'), changes, part)).toEqual({ state, reason, dueOn });
  });
});

describe('every four to six weeks', () => {
  const heldOn = ['2026-10-29'];
  test.each<Row>([
    ['booked within the window', { heldOn, plannedOn: ['2026-12-10'] }, 'met', 'next-keeps-to-it', '2026-12-10'],
    [
      'booked before the window is no breach',
      { heldOn, plannedOn: ['2026-11-27'] },
      'met',
      'next-keeps-to-it',
      '2026-12-10',
    ],
    ['booked a day after it', { heldOn, plannedOn: ['2026-12-11'] }, 'due', 'next-too-late', '2026-12-10'],
    ['nothing booked', { heldOn }, 'due', 'nothing-booked', '2026-12-10'],
    ['a day past it', { heldOn, today: '2026-12-11' }, 'overdue', 'gap-too-long', '2026-12-10'],
    ['the first', { pairFrom: '2026-11-02' }, 'due', 'first-due-by', '2026-12-14'],
  ])('[ESS-1] %s', (_, changes, state, reason, dueOn) => {
    expect(judged(pack('ess'), changes)).toEqual({ state, reason, dueOn });
  });

  test('[ESS-1] says when the window opens', () => {
    expect(cadenceFinding(pack('ess'), facts({ heldOn })).values).toMatchObject({
      askedFromWeeks: 4,
      askedWeeks: 6,
      opensOn: '2026-11-26',
    });
  });
});

describe('extra support', () => {
  const weekly = pair({
    extraSupport: { since: '2026-11-01', every: { weeks: 1 }, kind: 'support', reasons: [], reason: 'New in post' },
  });
  const yearly = pair({
    extraSupport: { since: '2026-11-01', every: { months: 12 }, kind: 'support', reasons: [], reason: 'Less' },
  });
  test.each(['od3a', 'form', 'ess'])('in %s, more often replaces the rule, less often never does', (name) => {
    const rule = (of = weekly) => askedBy(cadenceFor(pack(name), person(), of, '2026-11-26'));
    expect(rule()?.every).toEqual({ weeks: 1 });
    expect(rule(yearly)?.cadence).toEqual(rule(pair())?.cadence);
  });
});

test('where a policy leaves the rhythm to the two, nothing is asked', () => {
  expect(cadenceFor(pack('career'), person(), pair(), '2026-11-26')).toBeNull();
  const kinds = evaluatePair(pack('career'), person(), pair(), facts({})).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind !== 'meeting-kind')).toEqual(Array.from({ length: 8 }, () => 'coverage'));
});
