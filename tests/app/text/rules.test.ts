import { describe, expect, test } from 'vitest';
import { effectiveRules } from '#core/policy/resolve.ts';
import { sourcesOf } from '#core/policy/sources.ts';
import { pack, pair, person } from '#tests/core/builders.ts';
import { sourceWords } from '../../../src/app/text/rule-sources.ts';
import { ruleWords } from '../../../src/app/text/rules.ts';
import '../../../src/app/text/say-personal.ts';

const names = ['od3a', 'out', 'form', 'ess', 'career', 'sixth-social-work'];

function wordsOf(name: string, id: string) {
  const of = pack(name);
  const rule = of.rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`${name} has no rule ${id}`);
  return ruleWords(rule, {
    clauses: of.clauses,
    groupName: (group) => of.groups.find((one) => one.id === group)?.title ?? group,
  });
}

describe('a rule in words', () => {
  test.each(names)('has a title and whole sentences or names, for every rule of %s', (name) => {
    for (const { id } of pack(name).rules) {
      const { title, lines } = wordsOf(name, id);
      expect(title).toMatch(/^[A-Z1-9].*[^.]$/);
      for (const line of lines) expect(line).toMatch(/^“?[A-Z1-9]/);
      expect([title, ...lines].join(' ')).not.toMatch(/undefined|\[object|[{}]|rule\.|\.\./);
    }
  });

  test.each([
    ['od3a', 'four-a-year', '4 times in any 12 months for all employees', ''],
    ['out', 'managers-cadence', 'Every 2 weeks for managers and above', 'The first within 14 days of starting.'],
    ['ess', 'four-to-six-weeks', 'Every 4 to 6 weeks for everyone', ''],
    ['form', 'part-time-cadence', 'Once a term for part-time staff', ''],
    [
      'form',
      'annual-leave',
      'Annual leave',
      'What is left is noted. 6 days more than an even spread would leave is pointed out.',
    ],
    ['career', 'whom', 'Whom it is for', 'Everybody but medical and dental colleagues.'],
    [
      'career',
      'career-conversation',
      'Career conversation',
      'Once a year, by the person’s incremental date. It may be held in the 60 days before. It comes on top of one-to-ones and does not count as one. About progress on objectives; health and wellbeing; career, potential and readiness; development plan; objectives for the next twelve months.',
    ],
    ['out', 'topics', 'Covered over time', 'About tasks and projects; Vital Stats; support and priorities; wellbeing.'],
    [
      'sixth-social-work',
      'first-weeks',
      'Weekly for newly qualified social workers',
      'While less than 2 months in post. The first within 7 days of starting.',
    ],
  ])('%s %s: %s', (name, id, title, lines) => {
    const words = wordsOf(name, id);
    expect([words.title, words.lines.join(' ')]).toEqual([title, lines]);
  });
});

describe('where a rule comes from', () => {
  const from = (name: string, who = person(), between = pair()) => {
    const of = pack(name);
    const rules = effectiveRules(of, who, between, '2026-11-26');
    const sources = sourcesOf(of, rules, who, between, '2026-11-26');
    const cadence = rules.find(({ kind }) => kind === 'cadence');
    const source = cadence === undefined ? undefined : sources[cadence.id];
    return source === undefined ? null : sourceWords(source, null, '2026-11-26');
  };

  test('[OUT-1] [FORM-1] [OD3a-9] is said with why it is this person’s', () => {
    expect(from('out', person({ grade: 'M1' }))).toBe('From your organisation, because of grade M1');
    expect(from('out')).toBe('From your organisation');
    expect(from('form', person({ contract: 'part-time' }))).toBe('From your organisation, because of part-time work');
    expect(from('sixth-social-work', person({ grade: 'NQ', joinedOn: '2026-11-02' }))).toBe(
      'From your organisation, because of grade NQ, because they have been in post for less than 2 months',
    );
  });

  test('[OD3a-3] names the unit’s standard', () => {
    expect(sourceWords({ from: 'unit', because: [] }, 'How we meet', '2026-11-26')).toBe('From How we meet');
    expect(sourceWords({ from: 'organisation', because: [] }, 'How we meet', '2026-11-26')).toBe(
      'From your organisation',
    );
  });
});
