import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { policyPackSchema } from '#contract/policy-pack.ts';
import { compareClauses, compareRules } from '#core/policy/compare-packs.ts';
import { heldBack } from '#core/policy/held-back.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { PolicyRule } from '#core/policy/rules.ts';

const packOf = (name: string): PolicyPack =>
  policyPackSchema.parse(JSON.parse(readFileSync(`policies/${name}.json`, 'utf8')));
const out = packOf('out');
const names = ['out', 'od3a', 'form', 'ess', 'career'];

/** The pack with one rule of a kind changed. */
function withRule<Kind extends PolicyRule['kind']>(
  pack: PolicyPack,
  kind: Kind,
  change: (rule: Extract<PolicyRule, { kind: Kind }>) => PolicyRule,
): PolicyPack {
  const index = pack.rules.findIndex((rule) => rule.kind === kind);
  return {
    ...pack,
    rules: pack.rules.map((rule, at) => (at === index ? change(rule as Extract<PolicyRule, { kind: Kind }>) : rule)),
  };
}

describe('comparing two policies', () => {
  test.each(names)('finds nothing between %s and itself, however its fields are ordered', (name) => {
    const pack = packOf(name);
    const turned = pack.rules.map(
      (rule) => Object.fromEntries(Object.entries(rule).reverse()) as unknown as PolicyRule,
    );
    expect(compareRules(pack, { ...pack, rules: turned })).toEqual([]);
    expect(compareClauses(pack, pack)).toEqual([]);
  });

  test('says of how often whether it is more or less', () => {
    const weekly = withRule(out, 'cadence', (rule) => ({
      ...rule,
      cadence: { kind: 'interval', every: { weeks: 1 } },
    }));
    expect(compareRules(out, weekly)).toMatchObject([{ change: 'stricter', after: { kind: 'cadence' } }]);
    expect(compareRules(weekly, out)).toMatchObject([{ change: 'weaker' }]);
    const counted = (count: number, evenly: boolean) =>
      withRule(out, 'cadence', (rule) => ({ ...rule, cadence: { kind: 'rolling', count, months: 12, evenly } }));
    expect(compareRules(counted(4, false), counted(6, false))).toMatchObject([{ change: 'stricter' }]);
    expect(compareRules(counted(4, true), counted(4, false))).toMatchObject([{ change: 'weaker' }]);
  });

  test('takes a rule that is called otherwise for the same one, and one for another group for a new one', () => {
    const renamed = withRule(out, 'cadence', (rule) => ({ ...rule, id: 'called-otherwise' }));
    expect(compareRules(out, renamed)).toEqual([]);
    const [first] = out.rules.filter((rule) => rule.kind === 'cadence');
    if (first === undefined) throw new Error('no cadence');
    const extra = { ...first, id: 'extra', when: { monthsInPostUnder: 3 } };
    const more = { ...out, rules: [...out.rules, extra] };
    expect(compareRules(out, more)).toEqual([{ change: 'added', before: null, after: extra }]);
    expect(compareRules(more, out)).toEqual([{ change: 'removed', before: extra, after: null }]);
  });

  test('calls a longer list more, a shorter one less, and another one another', () => {
    const shorter = withRule(out, 'coverage', (rule) => ({ ...rule, topics: rule.topics.slice(1) }));
    expect(compareRules(out, shorter)).toMatchObject([{ change: 'weaker' }]);
    expect(compareRules(shorter, out)).toMatchObject([{ change: 'stricter' }]);
    const other = withRule(out, 'coverage', (rule) => ({
      ...rule,
      topics: rule.topics.map((topic) => ({ ...topic, title: `${topic.title}, said anew` })),
    }));
    expect(compareRules(out, other)).toMatchObject([{ change: 'changed' }]);
  });

  test.each(
    names.flatMap((one) => names.map((other) => [one, other] as const)).filter(([one, other]) => one !== other),
  )('leaves no rule of %s and %s out: each is named once, or the same in both', (one, other) => {
    const [before, after] = [packOf(one), packOf(other)];
    const changes = compareRules(before, after);
    const gone = changes.filter(({ change }) => change === 'removed').length;
    const added = changes.filter(({ change }) => change === 'added').length;
    expect(before.rules.length - gone).toBe(after.rules.length - added);
    const back = compareRules(after, before);
    expect(back.filter(({ change }) => change === 'stricter')).toHaveLength(
      changes.filter(({ change }) => change === 'weaker').length,
    );
    expect(back.filter(({ change }) => change === 'added')).toHaveLength(gone);
  });

  test('names each clause that is new, gone, or has other words', () => {
    const [first, ...rest] = out.clauses;
    if (first === undefined) throw new Error('no clause');
    const said = { ...first, words: 'Said anew.' };
    expect(compareClauses(out, { ...out, clauses: [said, ...rest] })).toEqual([{ before: first, after: said }]);
    expect(compareClauses(out, { ...out, clauses: rest })).toEqual([{ before: first, after: null }]);
  });
});

describe('counts of people', () => {
  test('of small groups are held back, and with them what would give them away', () => {
    expect(heldBack([40, 12])).toEqual([40, 12]);
    expect(heldBack([40, 3, 12])).toEqual([40, null, null]);
    expect(heldBack([40, 3, 2])).toEqual([40, null, null]);
    expect(heldBack([40, 1, 2])).toEqual([null, null, null]);
    expect(heldBack([40, 0])).toEqual([40, 0]);
    expect(heldBack([4])).toEqual([null]);
  });
});
