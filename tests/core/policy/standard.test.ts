import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cadence } from '#core/cadence/cadence-kind.ts';
import { evaluatePair } from '#core/policy/evaluate.ts';
import type { Finding } from '#core/policy/finding.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { cadenceFor, topicsOf } from '#core/policy/resolve.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import type { PolicyRule, RuleKind, RuleOf } from '#core/policy/rules.ts';
import { applyStandard, effectivePack, type UnitStandard } from '#core/policy/standard.ts';
import { addDays, daysBetween } from '#core/time.ts';
import { pack, pair, pairFacts, person } from '#tests/core/builders.ts';

const names = ['od3a', 'out', 'form', 'ess', 'career'] as const;

function standard(packId: string, rules: readonly PolicyRule[], changes: Partial<UnitStandard> = {}): UnitStandard {
  return {
    id: 'unit',
    unit: 'Neighbourhoods',
    title: 'How we meet',
    version: '1',
    from: '2026-01-01',
    packId,
    clauses: [{ id: 'U-1', title: 'Ours', words: 'What our unit asks for.' }],
    rules,
    ...changes,
  };
}

function rule<Kind extends RuleKind>(of: PolicyPack, kind: Kind): RuleOf<Kind> {
  const found = ruleOf(of.rules, kind);
  if (found === null) throw new Error(`${of.id} has no rule ${kind}`);
  return found;
}

function breaches(of: PolicyPack, rules: readonly PolicyRule[]): string[] {
  const applied = applyStandard(of, standard(of.id, rules));
  return applied.kind === 'applied' ? [] : applied.breaches.map(({ clause, why }) => `${clause} ${why}`);
}

function merged(of: PolicyPack, rules: readonly PolicyRule[]): PolicyPack {
  const applied = applyStandard(of, standard(of.id, rules));
  if (applied.kind === 'refused') throw new Error(JSON.stringify(applied));
  return applied.pack;
}

const od3a = pack('od3a');
const out = pack('out');
const form = pack('form');
const career = pack('career');
const ess = pack('ess');

describe('a standard', () => {
  test.each(names)('[OD3a-3] that repeats %s word for word is at least as strict', (name) => {
    const of = pack(name);
    expect(breaches(of, of.rules)).toEqual([]);
  });

  test('[OD3a-3] takes the place of rules with the same id, and adds its own', () => {
    const visits = {
      kind: 'coverage',
      id: 'visits',
      clause: 'U-1',
      topics: [{ id: 'visits', title: 'Visits', prompts: [] }],
    } as const;
    const fortnightly = {
      ...rule(od3a, 'cadence'),
      clause: 'U-1',
      cadence: { kind: 'interval', every: { weeks: 2 } },
    } as const;
    const now = merged(od3a, [fortnightly, visits]);
    expect(cadenceFor(now, person(), pair(), '2026-11-26')).toEqual(fortnightly);
    expect(topicsOf(now).map(({ id }) => id)).toEqual(['targets', 'issues', 'visits']);
    expect(now.rules).toHaveLength(od3a.rules.length + 1);
    expect(now.clauses.at(-1)?.id).toBe('U-1');
  });

  const four = rule(od3a, 'cadence');
  const weaker: [what: string, of: PolicyPack, rules: PolicyRule[], breach: string][] = [
    [
      'a longer interval',
      od3a,
      [{ ...four, cadence: { kind: 'interval', every: { months: 4 } } }],
      'OD3a-1 meets-less-often',
    ],
    [
      'a smaller count',
      od3a,
      [{ ...four, cadence: { kind: 'rolling', count: 3, months: 12, evenly: false } }],
      'OD3a-1 meets-less-often',
    ],
    [
      'a count over a longer time',
      od3a,
      [{ ...four, cadence: { kind: 'rolling', count: 4, months: 13, evenly: false } }],
      'OD3a-1 meets-less-often',
    ],
    [
      'an average that may come at the end of the year',
      form,
      form.rules
        .filter(({ id }) => id === 'full-time-cadence')
        .map((one) => ({
          ...(one as typeof four),
          cadence: { kind: 'rolling', count: 12, months: 12, evenly: false } as const,
        })),
      'FORM-1 meets-less-often',
    ],
    [
      'a later end of the window',
      ess,
      [{ ...rule(ess, 'cadence'), cadence: { kind: 'window', from: { weeks: 4 }, to: { weeks: 7 } } }],
      'ESS-1 meets-less-often',
    ],
    [
      'a rule of its own that comes before a stricter one',
      out,
      [
        {
          kind: 'cadence',
          id: 'ours',
          clause: 'U-1',
          groupId: 'managers',
          when: { roles: ['delegated'] },
          cadence: { kind: 'interval', every: { weeks: 4 } },
        },
      ],
      'OUT-1 meets-less-often',
    ],
    ['a later first meeting', out, [{ ...rule(out, 'cadence'), firstWithinDays: 30 }], 'OUT-1 first-meeting-later'],
    [
      'a dropped topic',
      out,
      [{ ...rule(out, 'coverage'), topics: rule(out, 'coverage').topics.slice(1) }],
      'OUT-2 something-dropped',
    ],
    ['a dropped standing item', out, [{ ...rule(out, 'standing-items'), items: [] }], 'OUT-2 something-dropped'],
    [
      'a dropped heading',
      form,
      [{ ...rule(form, 'record-form'), sections: rule(form, 'record-form').sections.slice(1) }],
      'FORM-6 something-dropped',
    ],
    [
      'a dropped field',
      form,
      [{ ...rule(form, 'record-form'), head: rule(form, 'record-form').head.slice(1) }],
      'FORM-6 something-dropped',
    ],
    [
      'one signature instead of two',
      form,
      [{ ...rule(form, 'sign-off'), signers: ['employee'] }],
      'FORM-6 something-dropped',
    ],
    ['signing that lapses sooner', form, [{ ...rule(form, 'sign-off'), lapsesAfterDays: 20 }], 'FORM-6 lapses-sooner'],
    [
      'records kept a shorter time',
      career,
      [{ ...rule(career, 'retention'), keptFor: { years: 6 } }],
      'CAREER-10 kept-otherwise',
    ],
    [
      'another reason to read',
      career,
      [
        {
          ...rule(career, 'visibility'),
          exceptions: [...rule(career, 'visibility').exceptions, { id: 'x', title: 'Curiosity' }],
        },
      ],
      'CAREER-9 more-exceptions',
    ],
    ['HR reading along', career, [{ ...rule(career, 'visibility'), hrSeesContent: true }], 'CAREER-9 more-readers'],
    ['a review nobody is apart in', out, [{ ...rule(out, 'meeting-kind'), apart: false }], 'OUT-11 no-longer-apart'],
    ['an appraisal that counts', od3a, [{ ...rule(od3a, 'meeting-kind'), counts: true }], 'OD3a-2 counts-more'],
    [
      'less time to appeal',
      career,
      [{ ...rule(career, 'yearly-conversation'), appeal: { withinDays: 7, acknowledgedWithinDays: 7, to: 'HR' } }],
      'CAREER-4 appeal-narrowed',
    ],
    [
      'a wider group outside the policy',
      career,
      [{ ...rule(career, 'scope'), excludedGroups: ['medical-and-dental', 'everyone-else'] }],
      'CAREER-15 covers-fewer',
    ],
    [
      'a scope of its own',
      out,
      [{ kind: 'scope', id: 'ours', clause: 'U-1', excludedGroups: ['junior'] }],
      'U-1 covers-fewer',
    ],
    [
      'a rule made into one of another kind',
      out,
      [{ kind: 'tone', id: 'topics', clause: 'OUT-2' }],
      'OUT-2 another-kind',
    ],
    [
      'no right to representation',
      out,
      [
        {
          ...rule(out, 'cautions'),
          cautions: rule(out, 'cautions').cautions.map((one) => ({ ...one, representation: null })),
        },
      ],
      'OUT-6 something-dropped',
    ],
  ];
  test.each(weaker)('[OD3a-3] with %s is refused with the clause it would break', (_, of, rules, breach) => {
    expect(breaches(of, rules)).toContain(breach);
  });

  test('[OD3a-3] that does not fit its policy is refused with the place', () => {
    const lost = { kind: 'tone', id: 'ours', clause: 'X-9' } as const;
    expect(applyStandard(od3a, standard('out', [lost]))).toMatchObject({
      kind: 'refused',
      faults: [{ path: ['packId'] }, { message: 'no clause X-9 in this pack' }],
    });
  });
});

describe('the effective policy', () => {
  const of = (id: string, unit: string, from: string, weeks: number) =>
    standard('od3a', [{ ...rule(od3a, 'cadence'), cadence: { kind: 'interval', every: { weeks } } }], {
      id,
      unit,
      from,
    });
  const standards = [
    of('old', 'Neighbourhoods', '2026-01-01', 8),
    of('new', 'neighbourhoods ', '2026-09-01', 6),
    of('other', 'Repairs', '2026-01-01', 2),
  ];

  test.each([
    ['Neighbourhoods', '2025-12-31', null],
    ['Neighbourhoods', '2026-08-31', 'old'],
    ['Neighbourhoods', '2026-09-01', 'new'],
    ['Repairs', '2026-09-01', 'other'],
    ['Finance', '2026-09-01', null],
    [null, '2026-09-01', null],
  ])('[OD3a-3] of somebody in %s on %s holds the standard %s', (unit, on, id) => {
    expect(effectivePack(od3a, standards, person({ unit }), on).standard?.id ?? null).toBe(id);
  });

  test('[OD3a-3] is the policy itself once it asks for more than the standard does', () => {
    const stricter = {
      ...od3a,
      rules: od3a.rules.map((one) =>
        one.kind === 'cadence' ? { ...one, cadence: { kind: 'interval', every: { weeks: 4 } } as const } : one,
      ),
    };
    const result = effectivePack(stricter, standards, person({ unit: 'Neighbourhoods' }), '2026-12-01');
    expect([result.pack, result.standard, result.breaches.map(({ why }) => why)]).toEqual([
      stricter,
      null,
      ['meets-less-often'],
    ]);
  });
});

describe('a stricter standard never yields a weaker duty', () => {
  const start = '2025-01-06';
  const interval = fc.oneof(
    fc.integer({ min: 1, max: 20 }).map((weeks) => ({ weeks })),
    fc.integer({ min: 1, max: 6 }).map((months) => ({ months })),
  );
  const cadence: fc.Arbitrary<Cadence> = fc.oneof(
    interval.map((every) => ({ kind: 'interval', every }) as const),
    fc.tuple(interval, interval).map(([from, to]) => ({ kind: 'window', from, to }) as const),
    fc.record({
      kind: fc.constant('rolling' as const),
      count: fc.integer({ min: 1, max: 13 }),
      months: fc.constantFrom(6, 12, 24),
      evenly: fc.constant(false),
    }),
    fc.constantFrom(4, 6, 12).map((count) => ({ kind: 'rolling', count, months: 12, evenly: true }) as const),
  );
  const weight = { overdue: 3, due: 2, met: 1, excused: 0, 'not-applicable': 0 };
  const stern = ({ state, dueOn }: Finding): [number, number] => [
    weight[state],
    dueOn === null ? -Infinity : -daysBetween(start, dueOn),
  ];

  function cadenceFinding(
    of: PolicyPack,
    contract: 'full-time' | 'part-time',
    heldOn: string[],
    plannedOn: string[],
    today: string,
  ): Finding {
    const found = evaluatePair(
      of,
      person({ grade: null, contract }),
      pair({ from: start }),
      pairFacts({ today, pairFrom: start, heldOn, plannedOn }),
    );
    const one = found.find(({ kind }) => kind === 'cadence');
    if (one === undefined) throw new Error('nothing is asked');
    return one;
  }

  test('[OD3a-3] whatever was held and is planned, on any day', () => {
    let applied = 0;
    fc.assert(
      fc.property(
        fc.constantFrom('od3a', 'out', 'form', 'ess'),
        fc.constantFrom('full-time' as const, 'part-time' as const),
        cadence,
        fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
        fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { maxLength: 20 }),
        fc.integer({ min: 0, max: 720 }),
        (name, contract, asked, firstWithinDays, days, after) => {
          const of = pack(name);
          const who = person({ grade: null, contract });
          const own = cadenceFor(of, who, pair({ from: start }), start);
          if (own === null) throw new Error('nothing is asked');
          const result = applyStandard(
            of,
            standard(name, [
              { ...own, clause: 'U-1', cadence: asked, ...(firstWithinDays === undefined ? {} : { firstWithinDays }) },
            ]),
          );
          if (result.kind === 'refused') return;
          applied += 1;
          const today = addDays(start, after);
          const all = days.map((day) => addDays(start, day)).sort();
          const heldOn = all.filter((day) => day <= today);
          const plannedOn = all.filter((day) => day > today);
          const [before, now] = [of, result.pack].map((one) => cadenceFinding(one, contract, heldOn, plannedOn, today));
          if (before === undefined || now === undefined) throw new Error('no finding');
          const [[stateBefore, dueBefore], [stateNow, dueNow]] = [stern(before), stern(now)];
          expect(stateNow).toBeGreaterThanOrEqual(stateBefore);
          if (stateNow === stateBefore) expect(dueNow).toBeGreaterThanOrEqual(dueBefore);
        },
      ),
      { numRuns: 1500 },
    );
    expect(applied).toBeGreaterThan(200);
  });

  test('[OD3a-3] of rules taken from it at random and cut at random, what is accepted still holds all that was there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.nat(), fc.nat(), (name, which, where, many) => {
        const of = pack(name);
        const chosen = of.rules[which % of.rules.length];
        if (chosen === undefined) return;
        const lists = Object.entries(chosen).flatMap(([key, value]: [string, unknown]) =>
          Array.isArray(value) && value.length > 1 ? [{ key, list: value as unknown[] }] : [],
        );
        const { key, list } = lists[where % Math.max(1, lists.length)] ?? { key: '', list: [] };
        const drop = many % list.length;
        const cut: PolicyRule = { ...chosen, [key]: list.filter((_, index) => index !== drop) };
        const isRefused = applyStandard(of, standard(name, [cut])).kind === 'refused';
        const mayShrink = ['excludedGroups', 'reasons', 'exceptions', 'readers', 'roles'].includes(key);
        expect([chosen.kind, key, isRefused]).toEqual([chosen.kind, key, list.length > 0 && !mayShrink]);
      }),
      { numRuns: 500 },
    );
  });
});
