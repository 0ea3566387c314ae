import { expect, test } from 'vitest';
import { evaluatePair } from '#core/policy/evaluate.ts';
import type { PairFacts } from '#core/policy/finding.ts';
import { nextChangeOn, pairTerms, personTerms, type StandingFacts } from '#core/policy/standing.ts';
import { outPack, pack, pair, pairFacts, person } from '#tests/core/builders.ts';

const form = pack('form');

function leaveIn(changes: Partial<PairFacts>, of = form) {
  return evaluatePair(of, person(), pair(), pairFacts(changes)).filter(({ kind }) => kind === 'leave');
}

test.each([
  ['nothing is noted', {}, 'not-applicable', 'leave-not-noted'],
  ['only another line is filled in', { absence: { days: 29, on: '2026-11-12' } }, 'not-applicable', 'leave-not-noted'],
  ['an even spread would leave as much', { leave: { days: 24, on: '2026-11-12' } }, 'met', 'leave-even'],
  ['less is left', { leave: { days: 3, on: '2026-11-12' } }, 'met', 'leave-even'],
  ['much more is left', { leave: { days: 31, on: '2026-11-12' } }, 'due', 'leave-building-up'],
  ['it was noted last leave year', { leave: { days: 30, on: '2026-08-31' } }, 'not-applicable', 'leave-not-noted'],
] as const)('[FORM-4] where %s, leave stands as it was noted', (_name, daysNoted, state, reason) => {
  expect(leaveIn({ daysNoted })).toMatchObject([{ clause: 'FORM-4', state, reason }]);
});

test('[FORM-4] a build-up says what was left on which day, and what an even spread would leave then', () => {
  const [found] = leaveIn({ today: '2027-05-01', daysNoted: { leave: { days: 31, on: '2026-11-12' } } });
  expect(found?.values).toEqual({ daysLeft: 31, evenDays: 24, notedOn: '2026-11-12', yearEndsOn: '2027-08-31' });
});

test('[FORM-4] it stands no longer than its leave year, and is found to change on the day after', () => {
  const { today, ...known } = pairFacts({ daysNoted: { leave: { days: 31, on: '2026-11-12' } } });
  const leave = { ...form, rules: form.rules.filter(({ kind }) => kind === 'leave' || kind === 'record-form') };
  const facts: StandingFacts = {
    ...known,
    person: personTerms(person()),
    pair: pairTerms(pair()),
    agreement: { holds: null, draft: null },
  };
  const findings = evaluatePair(leave, person(), pair(), { ...known, today });
  expect(nextChangeOn(leave, facts, findings, today)).toBe('2027-09-01');
});

test('[FORM-4] is not judged where nobody looked, nor where the policy does not ask', () => {
  expect(leaveIn({})).toEqual([]);
  expect(leaveIn({ daysNoted: { leave: { days: 30, on: '2026-11-12' } } }, outPack)).toEqual([]);
});
