import { describe, expect, test } from 'vitest';
import type { AgreementTerms } from '#core/agreement/agreement.ts';
import {
  bookedRhythm,
  depthOf,
  drivingTerms,
  noticeEnds,
  shareBy,
  signingOf,
  withAgreement,
  writerOf,
} from '#core/agreement/what-it-drives.ts';
import { agreementParts, type AgreementRule } from '#core/policy/meeting-rules.ts';
import type { SignOffRule, WriterRule } from '#core/policy/record-rules.ts';

const agreement: AgreementRule = {
  kind: 'agreement',
  id: 'how',
  clause: 'C-10',
  title: 'How we meet',
  asks: agreementParts,
  reviewAfterMonths: 12,
};
const signOff: SignOffRule = {
  kind: 'sign-off',
  id: 'sign',
  clause: 'C-13',
  signers: ['supervisor', 'employee'],
  remindAfterDays: 5,
  lapsesAfterDays: 20,
};
const employeeWrites: WriterRule = {
  kind: 'writer',
  id: 'w',
  clause: 'C-7',
  writes: 'employee',
  confirms: 'supervisor',
};
const eitherWrites: WriterRule = { ...employeeWrites, writes: 'both', confirms: null };
const terms: AgreementTerms = {
  everyWeeks: 4,
  place: 'Room 4',
  minutes: 45,
  noticeDays: 5,
  agendaSharing: { kind: 'days-before', days: 2 },
  notesBy: 'employee',
  notesDepth: 'actions',
  signed: true,
  targetsSetOn: null,
  targetsReviewedOn: null,
  reviewOn: null,
};

describe('a signed agreement', () => {
  test('[OD3a-10] says who takes notes where the policy leaves it open', () => {
    expect(writerOf([agreement], terms, 0)).toEqual({ writes: 'employee', confirms: null, clause: 'C-10' });
    expect(writerOf([agreement, eitherWrites], terms, 0).writes).toBe('employee');
    expect(writerOf([agreement], null, 0)).toEqual({ writes: 'both', confirms: null, clause: null });
  });

  test('[OD3a-10] does not take the writing from whom the policy gave it to', () => {
    expect(writerOf([agreement, employeeWrites], { ...terms, notesBy: 'supervisor' }, 0)).toEqual({
      writes: 'employee',
      confirms: 'supervisor',
      clause: 'C-7',
    });
  });

  test('[OD3a-10] lets the two take turns, the supervisor first', () => {
    const turns = { ...terms, notesBy: 'turns' as const };
    expect([0, 1, 2, 3].map((held) => writerOf([agreement], turns, held).writes)).toEqual([
      'supervisor',
      'employee',
      'supervisor',
      'employee',
    ]);
  });

  test('[OD3a-10] says whether notes are signed', () => {
    const byPolicy = { signers: signOff.signers, remindAfterDays: 5, lapsesAfterDays: 20, clause: 'C-13' };
    expect(signingOf([agreement, signOff], terms)).toEqual(byPolicy);
    expect(signingOf([agreement, signOff], null)).toEqual(byPolicy);
    expect(signingOf([agreement, signOff], { ...terms, signed: false })).toBeNull();
    expect(signingOf([agreement], null)).toBeNull();
    expect(signingOf([agreement], terms)).toMatchObject({ signers: ['supervisor', 'employee'], clause: 'C-10' });
  });

  test('[OD3a-10] drives nothing the policy does not leave to the two', () => {
    const short = { ...agreement, asks: ['frequency'] as const };
    expect(signingOf([short, signOff], { ...terms, signed: false })).not.toBeNull();
    expect(writerOf([short], terms, 0).writes).toBe('both');
    expect(depthOf([short], terms)).toBe('everything');
    expect(drivingTerms([signOff], terms)).toBeNull();
    expect(drivingTerms([short], terms)).toMatchObject({ everyWeeks: 4, place: null, noticeDays: null });
  });

  test('[OD3a-10] says how much is written down', () => {
    expect(depthOf([agreement], terms)).toBe('actions');
    expect(depthOf([agreement], { ...terms, notesDepth: 'everything' })).toBe('everything');
    expect(depthOf([agreement], null)).toBe('everything');
  });

  test('[OD3a-10] turns the rules of a meeting into those the two agreed', () => {
    const rules = [agreement, eitherWrites, signOff];
    const kinds = (agreed: AgreementTerms | null) => withAgreement(rules, agreed, 1).map(({ kind }) => kind);
    expect(withAgreement(rules, null, 0)).toBe(rules);
    expect(withAgreement([signOff], terms, 0)).toEqual([signOff]);
    expect(kinds({ ...terms, signed: false })).toEqual(['agreement', 'writer']);
    const turns = withAgreement(rules, { ...terms, notesBy: 'turns' }, 1);
    expect(turns).toContainEqual({ ...eitherWrites, writes: 'employee', clause: 'C-10' });
    expect(turns).toContainEqual(signOff);
  });

  test.each([1, 4, 12, 13, 26])(
    '[OD3a-10] [FORM-1] is booked every %i weeks where that is what was agreed',
    (everyWeeks) => {
      expect(bookedRhythm({ everyWeeks })).toEqual({ kind: 'weekly', every: everyWeeks });
    },
  );

  test('[OD3a-10] books no rhythm of its own where none was agreed', () => {
    expect([bookedRhythm({ everyWeeks: null }), bookedRhythm(null)]).toEqual([null, null]);
  });

  test('[OD3a-10] gives the notice under which nothing is organised', () => {
    expect(noticeEnds(terms, '2026-11-26')).toBe('2026-12-01');
    expect(noticeEnds(null, '2026-11-26')).toBe('2026-11-26');
  });

  test('[OD3a-10] gives the day by which lists are shared', () => {
    expect(shareBy(terms, '2026-11-26')).toBe('2026-11-24');
    expect(shareBy({ agendaSharing: { kind: 'at-meeting' } }, '2026-11-26')).toBeNull();
    expect(shareBy(null, '2026-11-26')).toBeNull();
  });
});
