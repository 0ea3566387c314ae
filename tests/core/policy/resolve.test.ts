import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PolicyGroup } from '#core/policy/policy.ts';
import { cadenceFor, clauseOfKind, effectiveRules, groupOf, topicsOf } from '#core/policy/resolve.ts';
import { isLocalDate } from '#core/time.ts';
import { outPack, pair, person } from '#tests/core/builders.ts';

describe('a person belongs', () => {
  test.each([
    ['M1', 'managers'],
    ['M2', 'managers'],
    ['D1', 'managers'],
    ['A2', 'junior'],
    [null, 'junior'],
  ])('with grade %s to %s', (grade, group) => {
    expect(groupOf(outPack, person({ grade }))?.id).toBe(group);
  });

  test.each<[Omit<PolicyGroup, 'id' | 'title'>, boolean]>([
    [{ hasReports: true }, true],
    [{ hasReports: false }, false],
    [{ contract: 'part-time' }, true],
    [{ contract: 'full-time' }, false],
    [{ grades: ['A2'], hasReports: true, contract: 'part-time' }, true],
    [{ grades: ['A1'], hasReports: true, contract: 'part-time' }, false],
  ])('to a group of %j: %s', (conditions, belongs) => {
    const pack = { ...outPack, groups: [{ id: 'g', title: 'Group', ...conditions }] };
    expect(groupOf(pack, person({ grade: 'A2', hasReports: true, contract: 'part-time' })) !== null).toBe(belongs);
  });

  test('to no group about what the directory has not said', () => {
    const pack = { ...outPack, groups: [{ id: 'g', title: 'Group', hasReports: true }] };
    expect(groupOf(pack, person({ hasReports: null }))).toBeNull();
    expect(cadenceFor(pack, person({ hasReports: null }), pair(), '2026-11-26')).toBeNull();
  });
});

test('what a policy asks of one pair holds one cadence, theirs', () => {
  const rules = effectiveRules(outPack, person({ grade: 'M1' }), pair(), '2026-11-26');
  expect(rules.flatMap(({ id, kind }) => (kind === 'cadence' ? [id] : []))).toEqual(['managers-cadence']);
  expect(rules).toEqual(outPack.rules.filter(({ id }) => id !== 'junior-cadence'));
});

test('every rule of the pack names a clause and a group that exist', () => {
  for (const rule of outPack.rules) {
    expect(outPack.clauses.find((clause) => clause.id === rule.clause)?.words).toBeTruthy();
    if (rule.kind === 'cadence') expect(outPack.groups.map(({ id }) => id)).toContain(rule.groupId);
  }
  const topics = topicsOf(outPack).map(({ id }) => id);
  const standing = outPack.rules.flatMap((rule) => (rule.kind === 'standing-items' ? rule.items : []));
  for (const { topicId } of standing) if (topicId !== null) expect(topics).toContain(topicId);
  expect(clauseOfKind(outPack, 'summary-mail')).toBe('OUT-4');
});

test('the holidays of England are days that exist, each with a name', () => {
  const holidays = JSON.parse(readFileSync('policies/holidays-england.json', 'utf8')) as Record<string, string>;
  expect(Object.keys(holidays).filter((date) => !isLocalDate(date))).toEqual([]);
  expect(Object.values(holidays).every((name) => name !== '')).toBe(true);
  expect(holidays['2026-12-28']).toBe('Boxing Day, substitute day');
});
