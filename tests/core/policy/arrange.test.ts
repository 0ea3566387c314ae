import { describe, expect, test } from 'vitest';
import type { Arrangement } from '#core/people/pair.ts';
import { requireArrangement } from '#core/policy/arrange.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { cadenceFor } from '#core/policy/resolve.ts';
import type { Interval } from '#core/time-types.ts';
import { pack, pair, person } from '#tests/core/builders.ts';
import { codeOf } from '#tests/core/code-of.ts';

const today = '2026-11-26';
const arranged = (every: Interval, changes: Partial<Arrangement> = {}): Arrangement => ({
  since: today,
  every,
  kind: 'other',
  reasons: [],
  reason: 'We sit at one desk',
  ...changes,
});
const refused = (policy: PolicyPack, wanted: Arrangement) =>
  codeOf(() => {
    requireArrangement(policy, person(), pair(), wanted);
  });

describe('another interval', () => {
  test.each<[string, Interval]>([
    ['od3a', { weeks: 1 }],
    ['od3a', { months: 2 }],
    ['od3a', { months: 3 }],
    ['form', { months: 1 }],
    ['ess', { weeks: 6 }],
    ['out', { weeks: 4 }],
    ['career', { months: 6 }],
  ])('[OD3a-9] under %s, %j keeps to what is asked', (name, every) => {
    expect(refused(pack(name), arranged(every))).toBeNull();
  });

  test.each<[string, Interval, string]>([
    ['od3a', { weeks: 13 }, 'OD3a-1'],
    ['od3a', { months: 4 }, 'OD3a-1'],
    ['form', { weeks: 5 }, 'FORM-1'],
    ['ess', { weeks: 7 }, 'ESS-1'],
    ['out', { weeks: 5 }, 'OUT-1'],
  ])('[OD3a-9] under %s, %j is refused with the clause it would break', (name, every, clause) => {
    expect(() => {
      requireArrangement(pack(name), person(), pair(), arranged(every));
    }).toThrow(expect.objectContaining({ code: 'less-often-than-asked', details: { clause } }) as Error);
  });

  test('[OD3a-9] has a reason: one of the policy’s list, words, or both', () => {
    const [od3a, weekly] = [pack('od3a'), { weeks: 1 }];
    expect(refused(od3a, arranged(weekly, { reason: '' }))).toBe('reason-needed');
    expect(refused(od3a, arranged(weekly, { reason: ' \n' }))).toBe('reason-needed');
    expect(refused(od3a, arranged(weekly, { reason: '', reasons: ['time-in-post', 'complexity'] }))).toBeNull();
    expect(refused(od3a, arranged(weekly, { reasons: ['time-in-post', 'whim'] }))).toBe('bad-request');
    expect(refused(pack('out'), arranged(weekly, { reasons: ['time-in-post'] }))).toBe('bad-request');
  });

  test('[OUT-1] [OD3a-9] a rule for support, or for a procedure under way, holds for that kind alone', () => {
    const out = pack('out');
    const monthly = out.rules.find(({ id }) => id === 'junior-cadence');
    if (monthly?.kind !== 'cadence') throw new Error('The policy asks for no rhythm');
    const often = (during: 'support' | 'procedure') =>
      ({ ...monthly, id: during, when: { during }, cadence: { kind: 'interval', every: { weeks: 1 } } }) as const;
    const policy = { ...out, rules: [often('procedure'), ...out.rules] };
    const askedWith = (kind: Arrangement['kind']) =>
      cadenceFor(policy, person(), pair({ extraSupport: arranged({ weeks: 3 }, { kind }) }), today)?.id;
    expect(['support', 'procedure', 'other'].map((kind) => askedWith(kind as Arrangement['kind']))).toEqual([
      'junior-cadence',
      'procedure',
      'junior-cadence',
    ]);
    expect(refused(policy, arranged({ weeks: 3 }, { kind: 'procedure' }))).toBe('less-often-than-asked');
    expect(refused(policy, arranged({ weeks: 3 }, { kind: 'support' }))).toBeNull();
  });
});
