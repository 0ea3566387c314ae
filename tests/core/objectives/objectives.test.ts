import { describe, expect, test } from 'vitest';
import { checkedNeed, type DevelopmentNeed } from '#core/objectives/development-need.ts';
import {
  carryObjective,
  confirmRelevant,
  dropObjective,
  newObjective,
  noteProgress,
  reachObjective,
  reopenObjective,
  rewordObjective,
} from '#core/objectives/objective-life.ts';
import type { Objective, ObjectiveWords } from '#core/objectives/objective.ts';
import { asksForNew, asksRelevance, isBehind, missingParts, orderObjectives } from '#core/objectives/review.ts';
import type { DevelopmentRule, ObjectivesRule } from '#core/policy/person-rules.ts';
import { codeOf } from '#tests/core/code-of.ts';

const smart: ObjectiveWords = {
  title: 'Void turnaround',
  specific: 'Every void at Alder Court relet within 21 days',
  measured: 'The monthly void report',
  achievable: 'Two contractors are in place',
  relevant: 'Families are waiting for homes',
  dueOn: '2026-12-18',
};
const on = (day: string, by = 'tomasz') => ({ at: `${day}T10:00:00.000Z`, on: day, by });
const objective = (changes: Partial<Objective> = {}): Objective => ({
  ...newObjective({ id: 'o1', pairId: 'priya-tomasz', ...smart }, on('2026-10-01', 'priya')),
  ...changes,
});
const asks: ObjectivesRule = { kind: 'objectives', id: 'aims', clause: 'C-1', smart: true, newWhenEarly: true };

describe('an objective', () => {
  test('[CAREER-3] counts as SMART when all five parts are there, and a draft needs none of them', () => {
    expect(missingParts(smart)).toEqual([]);
    const draft = newObjective(
      {
        id: 'o2',
        pairId: 'p',
        title: ' Cut waiting ',
        specific: '',
        measured: ' ',
        achievable: '',
        relevant: '',
        dueOn: null,
      },
      on('2026-10-01'),
    );
    expect(draft.title).toBe('Cut waiting');
    expect(missingParts(draft)).toEqual(['specific', 'measured', 'achievable', 'relevant', 'dueOn']);
    expect(missingParts({ ...smart, measured: '', dueOn: null })).toEqual(['measured', 'dueOn']);
  });

  test('needs a title, at first and later', () => {
    expect(codeOf(() => newObjective({ id: 'o', pairId: 'p', ...smart, title: '  ' }, on('2026-10-01')))).toBe(
      'bad-request',
    );
    expect(codeOf(() => rewordObjective(objective(), { title: ' ' }, on('2026-10-02')))).toBe('bad-request');
  });

  test('[OD3a-4] keeps who did what with it, and when', () => {
    const after = [
      (one: Objective) => noteProgress(one, ' Three of five relet ', on('2026-10-15')),
      (one: Objective) =>
        rewordObjective(one, { measured: 'The weekly report', title: smart.title }, on('2026-10-16', 'priya')),
      (one: Objective) => confirmRelevant(one, on('2026-10-29')),
      (one: Objective) => carryObjective(one, '2027-01-15', on('2026-11-26')),
      (one: Objective) => reachObjective(one, on('2027-01-15')),
    ].reduce((one, step) => step(one), objective());
    expect(after).toEqual({
      ...objective(),
      measured: 'The weekly report',
      dueOn: '2027-01-15',
      state: 'reached',
      settledOn: '2027-01-15',
      lookedAtOn: '2026-11-26',
      timesCarried: 1,
      history: [
        { at: '2026-10-01T10:00:00.000Z', by: 'priya', change: { kind: 'set' } },
        { at: '2026-10-15T10:00:00.000Z', by: 'tomasz', change: { kind: 'progress', text: 'Three of five relet' } },
        {
          at: '2026-10-16T10:00:00.000Z',
          by: 'priya',
          change: { kind: 'reworded', was: { measured: 'The monthly void report' } },
        },
        { at: '2026-10-29T10:00:00.000Z', by: 'tomasz', change: { kind: 'still-relevant' } },
        {
          at: '2026-11-26T10:00:00.000Z',
          by: 'tomasz',
          change: { kind: 'carried', from: '2026-12-18', to: '2027-01-15' },
        },
        { at: '2027-01-15T10:00:00.000Z', by: 'tomasz', change: { kind: 'reached', early: false } },
      ],
    });
  });

  test.each([
    ['2026-12-17', 'reached-early'],
    ['2026-12-18', 'reached'],
    ['2026-12-19', 'reached'],
  ])('[FORM-7] reached on %s, with 18 December as its day, is %s', (day, state) => {
    expect(reachObjective(objective(), on(day))).toMatchObject({ state, settledOn: day });
  });

  test('[FORM-7] without a day is never reached early', () => {
    expect(reachObjective(objective({ dueOn: null }), on('2026-10-02')).state).toBe('reached');
  });

  test('[FORM-7] reached early asks for a new one, once, and only where the policy says so', () => {
    const early = reachObjective(objective(), on('2026-11-01'));
    expect(asksForNew(asks, early)).toBe(true);
    expect(asksForNew(asks, { ...early, followUpItemId: 'item' })).toBe(false);
    expect(asksForNew({ ...asks, newWhenEarly: false }, early)).toBe(false);
    expect(asksForNew(null, early)).toBe(false);
    expect(asksForNew(asks, reachObjective(objective(), on('2026-12-18')))).toBe(false);
    const again = reachObjective(
      reopenObjective({ ...early, followUpItemId: 'item' }, on('2026-11-02')),
      on('2026-11-03'),
    );
    expect(asksForNew(asks, again)).toBe(false);
  });

  test('[CAREER-3] is asked about once more when the two have met since it was last looked at', () => {
    const one = objective();
    expect(asksRelevance(one, null, '2026-11-26')).toBe(false);
    expect(asksRelevance(one, '2026-09-30', '2026-11-26')).toBe(false);
    expect(asksRelevance(one, '2026-10-01', '2026-10-01')).toBe(false);
    expect(asksRelevance(one, '2026-10-29', '2026-11-26')).toBe(true);
    expect(asksRelevance(confirmRelevant(one, on('2026-11-26')), '2026-10-29', '2026-11-26')).toBe(false);
    expect(asksRelevance(reachObjective(one, on('2026-11-01')), '2026-10-29', '2026-11-26')).toBe(false);
  });

  test('[CAREER-3] that no longer matters is let go with a reason', () => {
    expect(codeOf(() => dropObjective(objective(), ' ', on('2026-11-26')))).toBe('reason-needed');
    expect(dropObjective(objective(), ' The court is being sold ', on('2026-11-26'))).toMatchObject({
      state: 'no-longer-relevant',
      reason: 'The court is being sold',
      settledOn: '2026-11-26',
    });
  });

  test('said to matter twice on a day, or put in the same words, stays as it is', () => {
    const looked = confirmRelevant(objective(), on('2026-11-26'));
    expect(confirmRelevant(looked, on('2026-11-26', 'priya'))).toBe(looked);
    expect(rewordObjective(looked, smart, on('2026-11-26'))).toBe(looked);
    expect(carryObjective(looked, '2026-12-18', on('2026-11-26'))).toBe(looked);
  });

  test('is only taken on to a later day', () => {
    expect(codeOf(() => carryObjective(objective(), '2026-12-17', on('2026-11-26')))).toBe('bad-request');
    expect(codeOf(() => carryObjective(objective({ dueOn: null }), '2026-11-25', on('2026-11-26')))).toBe(
      'bad-request',
    );
  });

  test('once settled takes nothing more until it is taken up again', () => {
    const settled = reachObjective(objective(), on('2026-11-01'));
    const touch = on('2026-11-02');
    for (const change of [
      () => rewordObjective(settled, { title: 'Other' }, touch),
      () => noteProgress(settled, 'More', touch),
      () => confirmRelevant(settled, touch),
      () => carryObjective(settled, '2027-01-01', touch),
      () => reachObjective(settled, touch),
      () => dropObjective(settled, 'Why', touch),
    ]) {
      expect(codeOf(change)).toBe('objective-settled');
    }
    const open = reopenObjective(settled, touch);
    expect(open).toMatchObject({ state: 'open', settledOn: null, reason: null });
    expect(reopenObjective(open, touch)).toBe(open);
  });

  test('[OD3a-4] comes in the order of its day, the settled last', () => {
    const all = [
      objective({ id: 'no day', dueOn: null }),
      objective({ id: 'settled first', state: 'reached', settledOn: '2026-10-10' }),
      objective({ id: 'settled last', state: 'reached-early', settledOn: '2026-11-10' }),
      objective({ id: 'later', dueOn: '2027-01-01' }),
      objective({ id: 'sooner', dueOn: '2026-10-20' }),
    ];
    expect(orderObjectives(all).map(({ id }) => id)).toEqual([
      'sooner',
      'later',
      'no day',
      'settled last',
      'settled first',
    ]);
    expect(isBehind(objective(), '2026-12-18')).toBe(false);
    expect(isBehind(objective(), '2026-12-19')).toBe(true);
    expect(isBehind(objective({ state: 'reached' }), '2026-12-19')).toBe(false);
  });
});

describe('a development need', () => {
  const rule: DevelopmentRule = {
    kind: 'development',
    id: 'ways',
    clause: 'C-2',
    ways: [
      { id: 'coaching', title: 'Coaching' },
      { id: 'course', title: 'A course' },
    ],
  };
  const need: DevelopmentNeed = {
    id: 'n1',
    pairId: 'p',
    text: ' Chairing case reviews ',
    wayId: 'coaching',
    objectiveId: 'o1',
    addedBy: 'tomasz',
    createdAt: '2026-10-01T10:00:00.000Z',
    metOn: null,
  };

  test('[FORM-9] has one of the policy’s ways, or none yet', () => {
    expect(checkedNeed(need, rule, null).text).toBe('Chairing case reviews');
    expect(checkedNeed({ ...need, wayId: null }, null, null).wayId).toBeNull();
    expect(codeOf(() => checkedNeed({ ...need, wayId: 'sailing' }, rule, null))).toBe('bad-request');
    expect(codeOf(() => checkedNeed(need, null, null))).toBe('bad-request');
    expect(codeOf(() => checkedNeed({ ...need, text: ' ' }, rule, null))).toBe('bad-request');
  });

  test('[FORM-9] keeps a way that a newer policy no longer names', () => {
    expect(checkedNeed({ ...need, metOn: '2026-11-01' }, { ...rule, ways: [] }, need).wayId).toBe('coaching');
  });
});
