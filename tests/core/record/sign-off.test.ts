import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isReminded,
  requireTurn,
  standingOf,
  termsOf,
  type Signature,
  type SignOffTerms,
} from '#core/record/sign-off.ts';
import { codeOf } from '#tests/core/code-of.ts';

const terms: SignOffTerms = {
  clause: 'X-1',
  signers: ['supervisor', 'employee'],
  remindAfterDays: 3,
  lapsesAfterDays: 14,
};
const closedAt = '2026-11-12T10:46:00.000Z';
const signed = (party: 'supervisor' | 'employee', words: string | null = null): Signature => ({
  meetingId: 'm1',
  signerId: party,
  party,
  kind: words === null ? 'signed' : 'different-view',
  words,
  at: '2026-11-12T16:20:00.000Z',
  hash: '',
});
const statesAt = (now: string, signatures: readonly Signature[]) => {
  const standing = standingOf(terms, closedAt, signatures, now);
  return [...standing.signers.map(({ state }) => state), standing.settled];
};

describe('signing a record', () => {
  test('[OD3a-13] waits for each whom the policy names, and is settled once all have signed or said how they see it', () => {
    const now = '2026-11-13T09:00:00.000Z';
    expect(statesAt(now, [])).toEqual(['waiting', 'waiting', false]);
    expect(statesAt(now, [signed('supervisor')])).toEqual(['signed', 'waiting', false]);
    expect(statesAt(now, [signed('employee', 'Not quite'), signed('supervisor')])).toEqual([
      'signed',
      'different-view',
      true,
    ]);
  });

  test('[OD3a-13] reminds after its days and lapses after more, to the minute, and a signature given before stays', () => {
    const reminded = (now: string) => isReminded(standingOf(terms, closedAt, [], now), 'employee', now);
    expect([reminded('2026-11-15T10:45:59.999Z'), reminded('2026-11-15T10:46:00.000Z')]).toEqual([false, true]);
    expect(statesAt('2026-11-26T10:45:59.999Z', [])).toEqual(['waiting', 'waiting', false]);
    expect(statesAt('2026-11-26T10:46:00.000Z', [signed('supervisor')])).toEqual(['signed', 'lapsed', true]);
    const late = '2026-12-26T00:00:00.000Z';
    expect(isReminded(standingOf(terms, closedAt, [], late), 'employee', late)).toBe(false);
  });

  test('is settled from the start where no policy asks for it', () => {
    expect(standingOf(termsOf(null), closedAt, [], closedAt)).toEqual({
      signers: [],
      remindsAt: null,
      lapsesAt: null,
      settled: true,
    });
  });

  test('is for the named alone, once, and while it is time', () => {
    const now = '2026-11-13T09:00:00.000Z';
    const standing = standingOf({ ...terms, signers: ['employee'] }, closedAt, [], now);
    expect(requireTurn(standing, 'employee', null)).toBe(true);
    expect(codeOf(() => requireTurn(standing, 'supervisor', null))).toBe('not-signer');
    const after = standingOf(terms, closedAt, [signed('employee', 'My view')], now);
    expect(requireTurn(after, 'employee', 'My view')).toBe(false);
    expect(codeOf(() => requireTurn(after, 'employee', null))).toBe('signed-already');
    const lapsed = standingOf(terms, closedAt, [], '2027-01-01T00:00:00.000Z');
    expect(codeOf(() => requireTurn(lapsed, 'employee', null))).toBe('signing-lapsed');
  });

  test('never goes back from settled as time passes', () => {
    const party = fc.constantFrom('supervisor' as const, 'employee' as const);
    fc.assert(
      fc.property(fc.uniqueArray(party), fc.nat(30), fc.nat(30), (parties, one, other) => {
        const at = (days: number) => new Date(Date.parse(closedAt) + days * 86_400_000).toISOString();
        const signatures = parties.map((who) => signed(who));
        const early = standingOf(terms, closedAt, signatures, at(Math.min(one, other)));
        const late = standingOf(terms, closedAt, signatures, at(Math.max(one, other)));
        expect(!early.settled || late.settled).toBe(true);
      }),
    );
  });
});
