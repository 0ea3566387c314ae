import { describe, expect, test } from 'vitest';
import { countsAsOneToOne, coveredBy, requireApart, requirePlannableKind } from '#core/meeting/meeting-kind.ts';
import type { PolicyRule } from '#core/policy/rules.ts';
import { meeting, pack } from '#tests/core/builders.ts';
import { codeOf } from '#tests/core/code-of.ts';

const out = pack('out').rules;
const career = pack('career').rules;
const hour = { start: '2026-11-26T10:30:00.000Z', end: '2026-11-26T11:30:00.000Z' };

function refusal(rules: readonly PolicyRule[], meetings: readonly ReturnType<typeof meeting>[], span = hour) {
  return codeOf(() => {
    requireApart(rules, 'performance-review', meetings, span);
  });
}

describe('a kind that stands apart', () => {
  test.each([
    ['of one that is planned', meeting()],
    ['of one that was cancelled', meeting({ state: 'cancelled' })],
    [
      'one was moved away from',
      meeting({
        start: '2026-11-27T10:00:00.000Z',
        end: '2026-11-27T10:45:00.000Z',
        movedFrom: '2026-11-26T10:00:00.000Z',
      }),
    ],
  ])('[OUT-11] is refused the time of a one-to-one: %s', (_what, oneToOne) => {
    expect(refusal(out, [oneToOne])).toBe('slot-of-one-to-one');
  });

  test('[OUT-11] may follow right after, and stand beside a meeting of another kind', () => {
    const after = { start: '2026-11-26T10:45:00.000Z', end: '2026-11-26T11:45:00.000Z' };
    expect(refusal(out, [meeting()], after)).toBeNull();
    expect(refusal(out, [meeting({ kind: 'follow-up', seriesId: null })])).toBeNull();
  });

  test('is apart only where the policy says so', () => {
    expect(refusal(career, [meeting()])).toBeNull();
  });
});

describe('what a policy says of kinds', () => {
  test('[OD3a-2] no other kind counts as a one-to-one unless its rule says so', () => {
    expect(countsAsOneToOne(career, 'one-to-one')).toBe(true);
    expect(countsAsOneToOne(career, 'induction')).toBe(false);
    expect(countsAsOneToOne(out, 'follow-up')).toBe(false);
  });

  test('[CAREER-1] an introductory meeting covers what its own rule names', () => {
    const { clause, topics } = coveredBy(career, 'induction');
    expect(clause).toBe('CAREER-1');
    expect(topics.length).toBeGreaterThan(4);
    expect(coveredBy(out, 'follow-up')).toEqual({ clause: null, topics: [] });
  });

  test('only a follow-up and the kinds the policy names can be planned on their own', () => {
    const codeFor = (kind: Parameters<typeof requirePlannableKind>[1]) =>
      codeOf(() => {
        requirePlannableKind(career, kind);
      });
    expect([codeFor('follow-up'), codeFor('induction')]).toEqual([null, null]);
    expect([codeFor('one-to-one'), codeFor('performance-review')]).toEqual([
      'meeting-kind-unknown',
      'meeting-kind-unknown',
    ]);
  });
});
