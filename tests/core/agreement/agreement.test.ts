import { describe, expect, test } from 'vitest';
import {
  beginAgreement,
  changeTerms,
  draftOf,
  inForce,
  inForceAt,
  signAgreement,
  signedAt,
  signedOnlyBy,
} from '#core/agreement/agreement-life.ts';
import { askedTerms, openParts, proposedTerms } from '#core/agreement/agreement-terms.ts';
import type { Agreement, AgreementTerms } from '#core/agreement/agreement.ts';
import { agreementParts, type AgreementRule } from '#core/policy/meeting-rules.ts';
import type { Asked } from '#core/policy/resolve.ts';
import type { RefusalCode } from '#core/refusal.ts';
import type { SeriesPlan } from '#core/series/series.ts';
import { codeOf } from '#tests/core/code-of.ts';

const rule: AgreementRule = {
  kind: 'agreement',
  id: 'how',
  clause: 'C-10',
  title: 'How we meet',
  asks: agreementParts,
  reviewAfterMonths: 12,
};
const asked: Asked = { cadence: { kind: 'interval', every: { weeks: 6 } }, every: { weeks: 6 }, clause: 'C-1' };
const policy = { rule, asked };
const full: AgreementTerms = {
  everyWeeks: 4,
  place: 'Room 4',
  minutes: 45,
  noticeDays: 5,
  agendaSharing: { kind: 'days-before', days: 2 },
  notesBy: 'turns',
  notesDepth: 'actions',
  signed: true,
  targetsSetOn: null,
  targetsReviewedOn: null,
  reviewOn: '2027-11-26',
};
const monday = '2026-11-23T10:00:00.000Z';
const tuesday = '2026-11-24T10:00:00.000Z';

function draft(changes: Partial<Agreement> = {}, before: readonly Agreement[] = []): Agreement {
  const given = { id: 'a', pairId: 'p', terms: full, begunAt: monday, begunBy: 'priya', packId: 'x', packVersion: '1' };
  return { ...beginAgreement(before, given), ...changes };
}
const seen = ({ version, revision }: Agreement) => ({ version, revision });
const signed = (version: Agreement): Agreement =>
  (['supervisor', 'employee'] as const).reduce(
    (one, by, turn) => signAgreement(one, by, seen(one), turn === 0 ? monday : tuesday, policy),
    version,
  );

describe('an agreement on how to meet', () => {
  test('[OD3a-10] holds once both have signed it, from the later signature', () => {
    const first = draft();
    const half = signAgreement(first, 'employee', seen(first), monday, policy);
    expect([inForce([half]), draftOf([half]), signedOnlyBy(half), signedAt(half)]).toEqual([
      null,
      half,
      'employee',
      null,
    ]);
    const whole = signAgreement(half, 'supervisor', seen(half), tuesday, policy);
    expect([inForce([whole]), draftOf([whole]), signedOnlyBy(whole), signedAt(whole)]).toEqual([
      whole,
      null,
      null,
      tuesday,
    ]);
  });

  test('[OD3a-10] that is changed is a version to be signed again, while the signed one holds', () => {
    const first = signed(draft());
    const second = draft({ id: 'b' }, [first]);
    expect(second).toMatchObject({ version: 2, revision: 1, signedBySupervisor: null, signedByEmployee: null });
    expect([inForce([first, second]), draftOf([first, second])]).toEqual([first, second]);
    const changed = signed(changeTerms(second, { place: 'Room 7' }, rule, asked));
    expect([inForce([first, changed]), draftOf([first, changed])]).toEqual([changed, null]);
  });

  test('[OD3a-10] is for what was closed the version that held then', () => {
    const first = signed(draft());
    const later = { ...signed(draft({ id: 'b' }, [first])), signedByEmployee: '2026-12-01T10:00:00.000Z' };
    expect(inForceAt([first, later], monday)).toBeNull();
    expect(inForceAt([first, later], tuesday)).toBe(first);
    expect(inForceAt([first, later], '2026-12-01T10:00:00.000Z')).toBe(later);
    expect(inForceAt([first, later], null)).toBe(later);
  });

  test('[OD3a-10] changed after one has signed is signed anew by both; the same terms change nothing', () => {
    const first = draft();
    const half = signAgreement(first, 'supervisor', seen(first), monday, policy);
    expect(changeTerms(half, { place: 'Room 4' }, rule, asked)).toBe(half);
    const changed = changeTerms(half, { place: 'Room 7' }, rule, asked);
    expect(changed).toMatchObject({ revision: 2, signedBySupervisor: null, terms: { place: 'Room 7', minutes: 45 } });
    expect(codeOf(() => signAgreement(changed, 'employee', seen(half), tuesday, policy))).toBe('agreement-changed');
  });

  test('signed twice by the same person is signed once', () => {
    const first = draft();
    const half = signAgreement(first, 'employee', seen(first), monday, policy);
    expect(signAgreement(half, 'employee', seen(half), tuesday, policy)).toBe(half);
  });

  test.each<[string, Partial<AgreementTerms>, RefusalCode | null]>([
    ['every 6 weeks, where 6 are asked', { everyWeeks: 6 }, null],
    ['every week', { everyWeeks: 1 }, null],
    ['every 7 weeks', { everyWeeks: 7 }, 'agreement-too-seldom'],
    ['nothing said yet', { everyWeeks: null }, null],
  ])('[OD3a-10] is never less often than the policy asks: %s', (_name, change, code) => {
    expect(codeOf(() => changeTerms(draft(), change, rule, asked))).toBe(code);
  });

  test('[OD3a-10] kept to a policy that has since become stricter is not signed as it is', () => {
    const first = draft({ terms: { ...full, everyWeeks: 6 } });
    const stricter = { rule, asked: { ...asked, every: { weeks: 4 } } };
    expect(codeOf(() => signAgreement(first, 'employee', seen(first), monday, stricter))).toBe('agreement-too-seldom');
    // A month is four weeks at the least.
    const monthly = { ...asked, every: { months: 1 } };
    expect(codeOf(() => changeTerms(first, { everyWeeks: 5 }, rule, monthly))).toBe('agreement-too-seldom');
    expect(codeOf(() => changeTerms(first, { everyWeeks: 4 }, rule, monthly))).toBeNull();
  });

  test('[OD3a-10] has only the parts the policy asks, and is signed once they are settled', () => {
    const short: AgreementRule = { ...rule, asks: ['frequency', 'notes-by', 'targets-set'] };
    expect(askedTerms(short, full)).toEqual({
      ...{ everyWeeks: 4, notesBy: 'turns', targetsSetOn: null },
      ...{ place: null, minutes: null, noticeDays: null, agendaSharing: null, notesDepth: null, signed: null },
      ...{ targetsReviewedOn: null, reviewOn: null },
    });
    expect(codeOf(() => changeTerms(draft(), { place: 'Room 7' }, short, asked))).toBe('bad-request');
    const open = draft({ terms: { ...full, notesBy: null, place: null } });
    expect(openParts(short, open.terms)).toEqual(['notes-by']);
    expect(openParts(rule, open.terms)).toEqual(['place', 'notes-by']);
    expect(codeOf(() => signAgreement(open, 'employee', seen(open), monday, { rule: short, asked }))).toBe(
      'agreement-incomplete',
    );
    const settled = changeTerms(open, { notesBy: 'employee' }, short, asked);
    expect(codeOf(() => signAgreement(settled, 'employee', seen(settled), monday, { rule: short, asked }))).toBeNull();
  });

  test('unsigned and no, or no notice at all, are settled too', () => {
    expect(openParts(rule, { ...full, signed: false, noticeDays: 0 })).toEqual([]);
  });

  test('[OD3a-10] begins with what is booked, or what is asked, and its review a year from now', () => {
    const known = { today: '2026-11-26', asked, usualMinutes: 60, plan: null };
    expect(proposedTerms(rule, known)).toMatchObject({
      ...{ everyWeeks: 6, minutes: 60, reviewOn: '2027-11-26', place: null, notesBy: null, signed: null },
    });
    const plan: SeriesPlan = {
      pattern: { kind: 'weekly', every: 2, weekday: 4 },
      zone: 'Europe/London',
      startDate: '2026-11-26',
      startTime: '10:00',
      minutes: 30,
      untilDate: '2027-05-20',
      place: 'Room 4',
    };
    expect(proposedTerms(rule, { ...known, plan })).toMatchObject({ everyWeeks: 2, minutes: 30, place: 'Room 4' });
    const seldom: SeriesPlan = { ...plan, pattern: { ...plan.pattern, every: 8 } };
    expect(proposedTerms(rule, { ...known, plan: seldom }).everyWeeks).toBe(6);
    expect(proposedTerms({ ...rule, reviewAfterMonths: 6 }, { ...known, asked: null })).toMatchObject({
      everyWeeks: null,
      reviewOn: '2027-05-26',
    });
  });
});
