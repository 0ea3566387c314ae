import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyPackSchema } from '#contract/policy-pack.ts';
import { pack } from '#tests/core/builders.ts';

const names = ['od3a', 'out', 'form', 'ess', 'career'] as const;
const counts: Record<(typeof names)[number], readonly [prefix: string, clauses: number]> = {
  od3a: ['OD3a', 20],
  out: ['OUT', 13],
  form: ['FORM', 10],
  ess: ['ESS', 10],
  career: ['CAREER', 18],
};

function places(value: unknown): string[] {
  const result = policyPackSchema.safeParse(value);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the five packs', () => {
  const rows = names.flatMap((name) => {
    const [prefix, count] = counts[name];
    return Array.from({ length: count }, (_, index) => [`${prefix}-${String(index + 1)}`, name] as const);
  });
  test.each(rows)('hold the clause %s, with words and a rule, in %s', (id, name) => {
    const of = pack(name);
    const clause = of.clauses.find((one) => one.id === id);
    expect(clause?.title.length).toBeGreaterThan(5);
    expect(clause?.words.length).toBeGreaterThan(20);
    expect(of.rules.some((rule) => rule.clause === id)).toBe(true);
  });

  test.each(names)('%s has no clause beyond its requirements', (name) => {
    const [prefix, count] = counts[name];
    expect(pack(name).clauses.map(({ id }) => id)).toEqual(
      Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1)}`),
    );
  });

  test('[CAREER-16] each says its version, and where the source does, who approved it, when it was issued and when it is reviewed', () => {
    const dates = names.map((name) => {
      const { version, approvedBy, issuedOn, reviewOn } = pack(name);
      return [name, version, approvedBy, issuedOn, reviewOn];
    });
    expect(dates).toEqual([
      ['od3a', '2005/6', 'Human Resources', null, null],
      ['out', '2026.1', null, null, null],
      ['form', '1', null, null, null],
      ['ess', '1', null, null, null],
      ['career', 'V1', 'Policy Review Group', '2020-08-05', '2023-08-31'],
    ]);
  });
});

describe('a pack is refused', () => {
  const wrong: [what: string, change: (value: Broken) => void, place: string][] = [
    [
      'a rule of no clause',
      (one) => (one.rules[0] = { ...one.rules[0], clause: 'X-1' }),
      'rules.0.clause: no clause X-1',
    ],
    [
      'a cadence of no group',
      (one) => (one.rules[0] = { ...one.rules[0], groupId: 'nobody' }),
      'rules.0.groupId: no group',
    ],
    ['a rule id twice', (one) => one.rules.push({ kind: 'tone', id: one.rules[0]?.id, clause: 'OUT-5' }), 'rules.'],
    ['a clause id twice', (one) => one.clauses.push({ id: 'OUT-1', title: 'Again', words: 'Again' }), 'clauses.13.id'],
    ['a kind nobody knows', (one) => one.rules.push({ kind: 'mood', id: 'mood', clause: 'OUT-5' }), 'rules.16'],
    [
      'a second rule where one is heeded',
      (one) => one.rules.push({ kind: 'tone', id: 'tone-2', clause: 'OUT-5' }),
      'rules.16.kind',
    ],
    ['a misspelt property', (one) => (one.rules[0] = { ...one.rules[0], firstWithinDay: 3 }), 'rules.0'],
    [
      'a group outside that is none',
      (one) => one.rules.push({ kind: 'scope', id: 'scope', clause: 'OUT-1', excludedGroups: ['ghosts'] }),
      'rules.16.excludedGroups.0: no group ghosts',
    ],
    [
      'a standing item about no topic',
      (one) => {
        const items = [{ id: 'x', title: 'X', topicId: 'weather', minutes: 5, shows: null }];
        one.rules.push({ kind: 'standing-items', id: 'more', clause: 'OUT-2', items });
      },
      'rules.16.items.0.topicId: no topic weather',
    ],
    [
      'a heading about no topic',
      (one) => {
        const form = one.rules.find(({ kind }) => kind === 'record-form') as { sections: { topicIds: string[] }[] };
        form.sections[0]?.topicIds.push('weather');
      },
      '.sections.0.topicIds.1: no topic weather',
    ],
    [
      'a form for meetings that have one',
      (one) => {
        const form = one.rules.find(({ kind }) => kind === 'record-form');
        one.rules.push({ ...form, id: 'other-form' });
      },
      'rules.16.meetingKinds.0: a second form',
    ],
    [
      'a window that closes before it opens',
      (one) => (one.rules[0] = { ...one.rules[0], cadence: { kind: 'window', from: { weeks: 6 }, to: { weeks: 4 } } }),
      'rules.0.cadence.from: a window',
    ],
    [
      'a term that ends before it begins',
      (one) =>
        (one.rules[0] = {
          ...one.rules[0],
          cadence: { kind: 'term', terms: [{ title: 'T', from: '2026-12-01', to: '2026-09-01' }] },
        }),
      'rules.0.cadence.terms.0.to',
    ],
    [
      'terms out of order',
      (one) =>
        (one.rules[0] = {
          ...one.rules[0],
          cadence: {
            kind: 'term',
            terms: [
              { title: 'B', from: '2027-01-01', to: '2027-03-01' },
              { title: 'A', from: '2026-09-01', to: '2026-12-01' },
            ],
          },
        }),
      'rules.0.cadence.terms.1.from',
    ],
    [
      'signing that lapses before it is asked for again',
      (one) => {
        const signing = {
          kind: 'sign-off',
          id: 's',
          clause: 'OUT-4',
          signers: ['employee'],
          remindAfterDays: 9,
          lapsesAfterDays: 9,
        };
        one.rules.push(signing);
      },
      'rules.16.lapsesAfterDays',
    ],
  ];
  test.each(wrong)('with %s, at the place', (_, change, place) => {
    const value = structuredClone(pack('out')) as unknown as Broken;
    change(value);
    expect(places(value).join('\n')).toContain(place);
  });

  interface Broken {
    rules: Record<string, unknown>[];
    clauses: Record<string, unknown>[];
  }
});

describe('a pack with something changed at random', () => {
  interface Leaf {
    readonly path: readonly (string | number)[];
  }
  function leavesOf(value: unknown, path: readonly (string | number)[] = []): Leaf[] {
    if (typeof value !== 'object' || value === null) return [{ path }];
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    return [{ path }, ...entries.flatMap(([key, inner]) => leavesOf(inner, [...path, key]))];
  }
  function withAt(value: unknown, [key, ...rest]: readonly (string | number)[], put: unknown): unknown {
    if (key === undefined) return put;
    if (Array.isArray(value)) return value.map((one: unknown, index) => (index === key ? withAt(one, rest, put) : one));
    const record = value as Record<string, unknown>;
    return { ...record, [key]: withAt(record[key], rest, put) };
  }

  test.each(names)('%s either loads as it is written, or is refused with a place and a reason', (name) => {
    const text = readFileSync(`policies/${name}.json`, 'utf8');
    const original: unknown = JSON.parse(text);
    const leaves = leavesOf(original);
    const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, '', -1, 0, 1e9, [], {}, 'od3a'));
    const change = fc.record({ leaf: fc.constantFrom(...leaves), put: anything });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const value = changes.reduce<unknown>((all, { leaf, put }) => {
          try {
            return withAt(all, leaf.path, put);
          } catch {
            return all;
          }
        }, original);
        const result = policyPackSchema.safeParse(value);
        if (result.success) expect(result.data).toEqual(value);
        else
          for (const { path, message } of result.error.issues)
            expect([Array.isArray(path), message !== '']).toEqual([true, true]);
      }),
      { numRuns: 300 },
    );
  });
});
