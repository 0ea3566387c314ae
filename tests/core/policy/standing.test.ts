import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cadence } from '#core/cadence/cadence-kind.ts';
import {
  factsIfHeld,
  findingsOn,
  pairTerms,
  personTerms,
  standingOf,
  standsOn,
  type StandingFacts,
} from '#core/policy/standing.ts';
import type { Finding } from '#core/policy/finding.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { PolicyRule } from '#core/policy/rules.ts';
import { addDays } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { pack, pair, person } from '#tests/core/builders.ts';

const day0 = '2024-01-15';
const day = (min: number, max: number) => fc.integer({ min, max }).map((days) => addDays(day0, days));
const days = (min: number, max: number) =>
  fc.uniqueArray(day(min, max), { maxLength: 14 }).map((all) => all.toSorted());

const terms = Array.from({ length: 9 }, (_, term) => ({
  title: `Term ${term + 1}`,
  from: addDays(day0, term * 120),
  to: addDays(day0, term * 120 + 90),
}));

const cadences: fc.Arbitrary<Cadence> = fc.oneof(
  fc.integer({ min: 1, max: 8 }).map((weeks): Cadence => ({ kind: 'interval', every: { weeks } })),
  fc.integer({ min: 1, max: 6 }).map((months): Cadence => ({ kind: 'interval', every: { months } })),
  fc
    .integer({ min: 1, max: 4 })
    .map((weeks): Cadence => ({ kind: 'window', from: { weeks }, to: { weeks: weeks + 2 } })),
  fc.record({
    kind: fc.constant('rolling' as const),
    count: fc.integer({ min: 1, max: 6 }),
    months: fc.constantFrom(6, 12),
    evenly: fc.boolean(),
  }),
  fc.constant<Cadence>({ kind: 'term', terms }),
);

/** A policy that asks for meetings in every way there is. */
const policies: fc.Arbitrary<PolicyPack> = fc
  .record({
    cadence: cadences,
    firstWithinDays: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    inPost: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    anchor: fc.constantFrom('start' as const, 'increment' as const, { month: 4, day: 30 }),
    windowDays: fc.integer({ min: 1, max: 366 }),
    withinDays: fc.integer({ min: 1, max: 60 }),
    followUpsCount: fc.boolean(),
  })
  .map(({ cadence, firstWithinDays, inPost, anchor, windowDays, withinDays, followUpsCount }): PolicyPack => {
    const kind = { kind: 'meeting-kind', clause: 'K-1', topics: [], apart: false, title: 'A meeting' } as const;
    const often: PolicyRule = { kind: 'cadence', id: 'often', clause: 'C-1', groupId: 'all', cadence, firstWithinDays };
    const early: PolicyRule = {
      ...often,
      id: 'early',
      when: { monthsInPostUnder: inPost },
      cadence: { kind: 'interval', every: { weeks: 1 } },
    };
    return {
      ...pack('od3a'),
      groups: [{ id: 'all', title: 'All' }],
      rules: [
        ...(inPost === undefined ? [] : [early]),
        often,
        { kind: 'scheduled', id: 'scheduled', clause: 'S-1' },
        { ...kind, id: 'follow-up', meetingKind: 'follow-up', counts: followUpsCount, due: null },
        {
          ...kind,
          id: 'induction',
          meetingKind: 'induction',
          counts: false,
          due: { kind: 'after-start', days: withinDays },
        },
        {
          ...kind,
          id: 'yearly',
          meetingKind: 'yearly-conversation',
          counts: false,
          due: { kind: 'yearly', anchor, windowDays },
        },
        {
          kind: 'agreement',
          id: 'agreement',
          clause: 'A-1',
          title: 'How we meet',
          asks: ['review'],
          reviewAfterMonths: 12,
        },
      ],
    };
  });

const today = addDays(day0, 400);

function factsWith(away: fc.Arbitrary<StandingFacts['pair']['pause']>, planned = true): fc.Arbitrary<StandingFacts> {
  const kindDays = fc.record({ heldOn: days(0, 400), plannedOn: planned ? days(400, 700) : fc.constant([]) });
  return fc
    .record({
      from: day(0, 380),
      joinedOn: fc.option(day(-900, 380), { nil: null }),
      incrementalOn: fc.option(day(-900, 900), { nil: null }),
      pause: away,
      met: kindDays,
      induction: kindDays,
      yearly: kindDays,
      followUps: kindDays,
      reviewOn: fc.option(day(380, 700), { nil: null }),
      seriesUntil: fc.option(day(380, 700), { nil: null }),
    })
    .map(({ from, joinedOn, incrementalOn, pause, met, induction, yearly, followUps, reviewOn, seriesUntil }) => ({
      person: personTerms(person({ joinedOn, incrementalOn })),
      pair: { ...pairTerms(pair({ from })), pause },
      ...met,
      otherKinds: { induction, 'yearly-conversation': yearly, 'follow-up': followUps },
      series: seriesUntil === null ? ('none' as const) : ('booked' as const),
      seriesUntil,
      lastSummary: null,
      agreement: { holds: { since: from, reviewOn, everyWeeks: null }, draft: null },
      coveredOn: {},
    }));
}

const here = fc.constant(null);
const away = fc.option(fc.record({ from: day(380, 500), until: fc.option(day(501, 600), { nil: null }) }), {
  nil: null,
});

const gist = (findings: readonly Finding[]): string =>
  JSON.stringify(findings.map(({ ruleId, state, reason, dueOn }) => [ruleId, state, reason, dueOn]));

describe('a standing', () => {
  test('says the very day on which it changes: not one before, and one there is', () => {
    fc.assert(
      fc.property(policies, factsWith(away), (policy, facts) => {
        const { findings, changesOn } = standingOf('p', policy, facts, today);
        const now = gist(findings);
        const end = changesOn ?? addDays(today, 800);
        for (let one = addDays(today, 1); one < end; one = addDays(one, 1))
          expect([one, gist(findingsOn(policy, facts, one))]).toEqual([one, now]);
        if (changesOn !== null) expect(gist(findingsOn(policy, facts, changesOn))).not.toEqual(now);
      }),
      { numRuns: 150 },
    );
  });

  test('kept once and looked at again only when its day comes stands as if looked at every day', () => {
    fc.assert(
      fc.property(policies, factsWith(away), (policy, facts) => {
        let kept = standingOf('p', policy, facts, today);
        for (let one = today; one < addDays(today, 120); one = addDays(one, 1)) {
          if (kept.changesOn !== null && kept.changesOn <= one) kept = standingOf('p', policy, facts, one);
          expect(gist(kept.findings)).toEqual(gist(findingsOn(policy, facts, one)));
          expect(standsOn(kept, policy, one)).toEqual(findingsOn(policy, facts, one));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is made anew under another policy, or another standard of a unit, whatever day it is for', () => {
    const facts = {
      ...fc.sample(factsWith(here), { numRuns: 1, seed: 1 })[0],
      plannedOn: [],
    } as unknown as StandingFacts;
    const [one, other] = [pack('out'), pack('od3a')];
    const kept = standingOf('p', one, facts, today);
    expect(standsOn(kept, one, today)).toBe(kept.findings);
    expect(standsOn(kept, other, today)).toEqual(findingsOn(other, facts, today));
    const stricter = { ...one, standard: { id: 'unit', title: 'Unit', version: '1', ruleIds: [], floor: [] } };
    expect(standsOn(kept, stricter, today)).not.toBe(kept.findings);
    expect(standsOn(kept, null, today)).toEqual([]);
  });

  test('of a day to come counts what is planned until then as held', () => {
    const [facts] = fc.sample(factsWith(here), { numRuns: 1, seed: 2 });
    if (facts === undefined) throw new Error('Nothing to look at');
    const planned = { ...facts, heldOn: ['2025-02-01'], plannedOn: ['2025-02-20', '2025-03-06', '2025-03-20'] };
    expect(factsIfHeld(planned, today, '2025-03-06')).toMatchObject({
      heldOn: ['2025-02-01', '2025-02-20'],
      plannedOn: planned.plannedOn,
    });
  });
});

/** What the same rule says, day after day, while nothing happens. */
function courseOf(policy: PolicyPack, facts: StandingFacts, kinds: readonly string[]): Map<string, Finding[]> {
  const course = new Map<string, Finding[]>();
  for (let one = today; one < addDays(today, 500); one = addDays(one, 7))
    for (const finding of findingsOn(policy, facts, one).filter(({ kind }) => kinds.includes(kind)))
      course.set(finding.ruleId, [...(course.get(finding.ruleId) ?? []), finding]);
  return course;
}

describe('as days go by and nothing happens', () => {
  const order = ['not-applicable', 'met', 'due', 'overdue'];

  test('findings go from met to due to overdue and never back, and their day never comes sooner', () => {
    fc.assert(
      fc.property(policies, factsWith(here), (policy, facts) => {
        // Time in post, and a term gone by, turn what is asked into something else: each of its own is looked at.
        for (const findings of courseOf(policy, facts, ['cadence', 'meeting-kind']).values()) {
          findings.forEach((finding, index) => {
            const before = findings[index - 1];
            if (before === undefined || before.reason === 'kind-held') return;
            const isTerm = finding.values['askedPerTerm'] !== undefined;
            if (before.state === 'overdue') expect(finding.state).toBe('overdue');
            else if (!isTerm) expect(order.indexOf(finding.state)).toBeGreaterThanOrEqual(order.indexOf(before.state));
            if (before.dueOn !== null && finding.dueOn !== null) expect(finding.dueOn >= before.dueOn).toBe(true);
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a meeting held can only better how often the two meet, for every way to ask for it', () => {
    fc.assert(
      fc.property(policies, factsWith(here, false), fc.integer({ min: 0, max: 60 }), (policy, facts, after) => {
        const on: LocalDate = addDays(today, after);
        const cadenceOf = (given: StandingFacts) =>
          findingsOn(policy, given, on).find(({ kind }) => kind === 'cadence');
        const [before, held] = [cadenceOf(facts), cadenceOf({ ...facts, heldOn: [...facts.heldOn, on].toSorted() })];
        // The first of all begins a rhythm that may ask for the second sooner than the first was asked for.
        if (before?.dueOn == null || held?.dueOn == null || before.values['lastOn'] === undefined) return;
        expect(held.dueOn >= before.dueOn).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
