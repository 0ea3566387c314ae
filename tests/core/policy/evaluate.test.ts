import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePair } from '#core/policy/evaluate.ts';
import type { Finding, FindingReason, FindingState, PairFacts } from '#core/policy/finding.ts';
import type { RuleKind } from '#core/policy/rules.ts';
import { addDays, dateFromDayNumber, dayNumber } from '#core/time.ts';
import { outPack, pair, pairFacts, person } from '#tests/core/builders.ts';

const facts = (changes: Partial<PairFacts> = {}): PairFacts => pairFacts({ heldOn: ['2026-11-12'], ...changes });
const manager = person({ grade: 'M1' });
const junior = person({ grade: 'A2' });

function findings(kind: RuleKind, given: PairFacts, who = manager, of = pair()): Finding[] {
  return evaluatePair(outPack, who, of, given).filter((finding) => finding.kind === kind);
}

function standing(kind: RuleKind, given: PairFacts, who = manager, of = pair()): [FindingState, FindingReason] {
  const [finding] = findings(kind, given, who, of);
  if (finding === undefined) throw new Error(`No finding of ${kind}`);
  return [finding.state, finding.reason];
}

describe('[OUT-1] how often a pair meets', () => {
  test.each<[string, Partial<PairFacts>, FindingState, FindingReason]>([
    ['today’s keeps to it on the last day', { plannedOn: ['2026-11-26'] }, 'met', 'next-keeps-to-it'],
    ['nothing is booked on the last day', {}, 'due', 'nothing-booked'],
    ['nothing is booked a day too late', { today: '2026-11-27' }, 'overdue', 'gap-too-long'],
    ['today’s is already too late', { today: '2026-11-27', plannedOn: ['2026-11-27'] }, 'overdue', 'gap-too-long'],
    ['the next one is in time', { today: '2026-11-13', plannedOn: ['2026-11-26'] }, 'met', 'next-keeps-to-it'],
    ['the next one is too late', { today: '2026-11-13', plannedOn: ['2026-11-27'] }, 'due', 'next-too-late'],
    ['one was held today', { heldOn: ['2026-11-12', '2026-11-26'] }, 'met', 'met-within'],
    ['one was held today after a long gap', { heldOn: ['2026-08-01', '2026-11-26'] }, 'met', 'met-within'],
    ['a planned day has gone by', { today: '2026-11-25', plannedOn: ['2026-11-24'] }, 'due', 'nothing-booked'],
  ])('is right when %s', (_, changes, state, reason) => {
    expect(standing('cadence', facts(changes))).toEqual([state, reason]);
  });

  test('is two weeks for a manager and a month for everybody else', () => {
    const threeWeeksOn = facts({ today: '2026-12-03' });
    expect(standing('cadence', threeWeeksOn, manager)).toEqual(['overdue', 'gap-too-long']);
    expect(standing('cadence', threeWeeksOn, junior)).toEqual(['due', 'nothing-booked']);
    expect(standing('cadence', facts({ today: '2026-12-12' }), junior)).toEqual(['due', 'nothing-booked']);
    expect(standing('cadence', facts({ today: '2026-12-13' }), junior)).toEqual(['overdue', 'gap-too-long']);
    expect(standing('cadence', threeWeeksOn, person({ grade: null }))).toEqual(['due', 'nothing-booked']);
  });

  test('says its clause and the arithmetic behind it', () => {
    expect(findings('cadence', facts({ plannedOn: ['2026-11-26'] }))).toEqual([
      {
        ruleId: 'managers-cadence',
        kind: 'cadence',
        clause: 'OUT-1',
        state: 'met',
        reason: 'next-keeps-to-it',
        values: {
          askedWeeks: 2,
          lastOn: '2026-11-12',
          daysSince: 14,
          nextOn: '2026-11-26',
          dueOn: '2026-11-26',
          daysLeft: 0,
        },
        dueOn: '2026-11-26',
      },
    ]);
    const [late] = findings('cadence', facts({ today: '2026-11-30' }));
    expect(late?.values).toEqual({
      askedWeeks: 2,
      lastOn: '2026-11-12',
      daysSince: 18,
      dueOn: '2026-11-26',
      daysLate: 4,
    });
  });

  test('is more often with extra support, never less, from the day it was agreed', () => {
    const extra = (weeks: number, since = '2026-11-01') =>
      pair({ extraSupport: { since, every: { weeks }, kind: 'support', reasons: [], reason: 'New in post' } });
    const given = facts({ today: '2026-11-20' });
    expect(standing('cadence', given, junior, extra(1))).toEqual(['overdue', 'gap-too-long']);
    expect(standing('cadence', given, junior, extra(1, '2026-11-21'))).toEqual(['due', 'nothing-booked']);
    expect(standing('cadence', facts({ today: '2026-11-27' }), manager, extra(4))).toEqual(['overdue', 'gap-too-long']);
    expect(findings('cadence', given, junior, extra(1))[0]?.values).toMatchObject({
      askedWeeks: 1,
      extraSupportSince: '2026-11-01',
    });
  });

  test.each<[string, Partial<PairFacts>, FindingState, FindingReason]>([
    ['is due by a day', { today: '2026-11-20' }, 'due', 'first-due-by'],
    ['keeps to it when booked in time', { today: '2026-11-20', plannedOn: ['2026-11-30'] }, 'met', 'next-keeps-to-it'],
    ['is booked too late', { today: '2026-11-20', plannedOn: ['2026-12-01'] }, 'due', 'next-too-late'],
    ['is late after that', { today: '2026-12-01' }, 'overdue', 'first-overdue'],
  ])('the first with somebody who joined on 16 November %s', (_, changes, state, reason) => {
    const joiner = facts({ heldOn: [], pairFrom: '2026-01-05', joinedOn: '2026-11-16', ...changes });
    expect(standing('cadence', joiner)).toEqual([state, reason]);
    expect(findings('cadence', joiner)[0]).toMatchObject({ dueOn: '2026-11-30', values: { startedOn: '2026-11-16' } });
  });

  test('is excused during an absence, and starts afresh after it', () => {
    const pause = { from: '2026-08-03', until: '2026-11-20', reason: 'Parental leave' };
    const heldOn = ['2026-07-30'];
    expect(standing('cadence', facts({ heldOn, today: '2026-11-20', paused: pause }))).toEqual(['excused', 'paused']);
    expect(standing('cadence', facts({ heldOn, today: '2026-11-20', paused: { ...pause, until: null } }))).toEqual([
      'excused',
      'paused',
    ]);
    const back = facts({ heldOn, today: '2026-11-21' });
    expect(findings('cadence', back, manager, pair({ pause }))[0]).toMatchObject({ state: 'due', dueOn: '2026-12-04' });
    expect(standing('cadence', facts({ heldOn, today: '2026-12-05' }), manager, pair({ pause }))).toEqual([
      'overdue',
      'gap-too-long',
    ]);
  });

  test('that was late before an absence began stays late after it', () => {
    const pause = { from: '2026-10-12', until: '2026-10-16', reason: 'Leave' };
    const given = facts({ heldOn: ['2026-09-01'], today: '2026-10-17' });
    expect(standing('cadence', given, manager, pair({ pause }))).toEqual(['overdue', 'gap-too-long']);
  });

  test('is asked of nobody whose group has no rule', () => {
    const pack = { ...outPack, groups: outPack.groups.filter(({ id }) => id === 'managers') };
    const [finding] = evaluatePair(pack, junior, pair(), facts());
    expect(finding).toMatchObject({ kind: 'cadence', state: 'not-applicable', reason: 'no-rule-for-group' });
  });

  test('only gets later as days go by with nothing held', () => {
    const rank: Partial<Record<FindingState, number>> = { met: 0, due: 1, overdue: 2 };
    const offsets = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('2026-02-01'), max: dayNumber('2030-12-31') }).map(dateFromDayNumber),
        offsets,
        fc.boolean(),
        fc.boolean(),
        (lastOn, planned, isManager, isFirst) => {
          const plannedOn = planned.map((offset) => addDays(lastOn, offset)).sort();
          const seen = Array.from({ length: 70 }, (_, day) => {
            const heldOn = isFirst ? [] : [lastOn];
            const given = facts({ today: addDays(lastOn, day), pairFrom: lastOn, heldOn, plannedOn });
            return rank[standing('cadence', given, isManager ? manager : junior)[0]] ?? -1;
          });
          expect(seen).toEqual([...seen].sort((one, other) => one - other));
          expect(seen.at(-1)).toBe(2);
          if (!isFirst) expect(seen[0]).toBe(0);
        },
      ),
    );
  });

  test('is met on the day of a meeting, whatever came before', () => {
    const any = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 6 });
    fc.assert(
      fc.property(any, any, (before, after) => {
        const today = '2026-11-26';
        const heldOn = [...before.map((offset) => addDays(today, -offset)), today].sort();
        const plannedOn = after.map((offset) => addDays(today, offset)).sort();
        expect(standing('cadence', facts({ today, heldOn, plannedOn }))[0]).toBe('met');
      }),
    );
  });
});

describe('a series in Outlook', () => {
  test.each<[string, Partial<PairFacts>, FindingState, FindingReason]>([
    ['is asked for while there is none', {}, 'due', 'series-missing'],
    ['is on its way', { series: 'being-booked' }, 'due', 'series-being-booked'],
    ['is there', { series: 'booked', seriesUntil: '2027-05-28' }, 'met', 'series-booked'],
    ['without end is there', { series: 'booked' }, 'met', 'series-booked'],
    ['has run out', { series: 'booked', seriesUntil: '2026-11-25' }, 'due', 'series-missing'],
    ['can wait during an absence', { paused: { until: null } }, 'excused', 'paused'],
  ])('%s', (_, changes, state, reason) => {
    expect(standing('scheduled', facts(changes))).toEqual([state, reason]);
  });

  test('says how many meetings are to come, and until when', () => {
    const plannedOn = ['2026-11-24', '2026-11-26', '2026-12-10'];
    const given = facts({ series: 'booked', seriesUntil: '2027-05-28', plannedOn });
    expect(findings('scheduled', given)[0]?.values).toEqual({ count: 2, until: '2027-05-28' });
  });
});

describe('the actions by email', () => {
  const on = '2026-11-12';
  test.each<[PairFacts['lastSummary'], FindingState, FindingReason]>([
    [null, 'not-applicable', 'summary-none-yet'],
    [{ on, state: 'sent', sentAt: '2026-11-12T10:46:00.000Z' }, 'met', 'summary-sent'],
    [{ on, state: 'waiting', sentAt: null }, 'due', 'summary-waiting'],
    [{ on, state: 'unconfirmed', sentAt: null }, 'due', 'summary-unconfirmed'],
  ])('as %j', (lastSummary, state, reason) => {
    expect(standing('summary-mail', facts({ lastSummary }))).toEqual([state, reason]);
  });
});

describe('what meetings cover', () => {
  test('counts for one interval back from the last meeting, topic by topic', () => {
    const coveredOn = { tasks: '2026-11-12', 'vital-stats': '2026-10-29', support: '2026-10-28' };
    expect(
      findings('coverage', facts({ coveredOn })).map(({ values, state, reason }) => [values['topic'], state, reason]),
    ).toEqual([
      ['tasks', 'met', 'topic-covered'],
      ['vital-stats', 'met', 'topic-covered'],
      ['support', 'due', 'topic-not-since'],
      ['wellbeing', 'due', 'topic-never'],
    ]);
  });

  test('is none of a topic nobody spoke of, whatever the policy calls it', () => {
    const renamed = outPack.rules.map((rule) =>
      rule.kind === 'coverage'
        ? { ...rule, topics: rule.topics.map((topic) => ({ ...topic, id: 'constructor' })) }
        : rule,
    );
    const found = evaluatePair({ ...outPack, rules: renamed }, manager, pair(), facts({ coveredOn: {} }));
    const reasons = found.filter(({ kind }) => kind === 'coverage').map(({ reason }) => reason);
    expect(reasons).toEqual(Array(4).fill('topic-never'));
  });

  test('is not asked before a first meeting, and never late', () => {
    const before = findings('coverage', facts({ heldOn: [] }));
    expect(before.map(({ state }) => state)).toEqual(Array(4).fill('not-applicable'));
    const long = findings('coverage', facts({ today: '2030-01-01' }));
    expect(long.map(({ state }) => state)).toEqual(Array(4).fill('due'));
  });
});

test('[OUT-5] the tone is told, not measured', () => {
  expect(standing('tone', facts())).toEqual(['not-applicable', 'tone']);
});
