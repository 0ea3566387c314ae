import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actionsForMeeting,
  carryAction,
  completeAction,
  dropAction,
  isLate,
  moveAction,
  newAction,
  reopenAction,
  rewordAction,
} from '#core/actions/action-life.ts';
import type { ActionTouch } from '#core/actions/action-life.ts';
import { action, pair } from '#tests/core/builders.ts';
import { codeOf } from '#tests/core/code-of.ts';

const touch: ActionTouch = { at: '2026-11-26T10:20:00.000Z', on: '2026-11-26', by: 'priya', meetingId: 'm2' };
const agreed = {
  id: 'a1',
  pair: pair(),
  raisedInId: 'm2',
  itemId: null,
  topicId: 'tasks',
  text: ' Send the rota ',
  ownerId: 'tomasz',
  dueOn: '2026-11-27',
};

describe('an action', () => {
  test('begins open with the step that agreed it', () => {
    expect(newAction(agreed, touch)).toEqual({
      id: 'a1',
      pairId: 'priya-tomasz',
      raisedInId: 'm2',
      itemId: null,
      topicId: 'tasks',
      text: 'Send the rota',
      ownerId: 'tomasz',
      dueOn: '2026-11-27',
      state: 'open',
      settledOn: null,
      droppedReason: null,
      timesCarried: 0,
      createdAt: '2026-11-26T10:20:00.000Z',
      history: [{ at: touch.at, by: 'priya', meetingId: 'm2', change: { kind: 'agreed', dueOn: '2026-11-27' } }],
    });
  });

  test('belongs to one of the two and says something', () => {
    expect(codeOf(() => newAction({ ...agreed, ownerId: 'sam' }, touch))).toBe('action-owner-outside-pair');
    expect(codeOf(() => newAction({ ...agreed, text: '  ' }, touch))).toBe('bad-request');
    expect(newAction({ ...agreed, ownerId: 'priya' }, touch).ownerId).toBe('priya');
  });

  test('keeps every step of its life', () => {
    const first = newAction(agreed, touch);
    const moved = moveAction(first, '2026-12-02', touch);
    const reworded = rewordAction(moved, 'Send the January rota', touch);
    const carried = carryAction(reworded, { ...touch, meetingId: 'm3' });
    const done = completeAction(carried, touch);
    const again = reopenAction(done, touch);
    const dropped = dropAction(again, ' Sam does it ', touch);
    expect(dropped.history.map(({ change }) => change)).toEqual([
      { kind: 'agreed', dueOn: '2026-11-27' },
      { kind: 'new-date', from: '2026-11-27', to: '2026-12-02' },
      { kind: 'reworded', from: 'Send the rota' },
      { kind: 'came-back' },
      { kind: 'done' },
      { kind: 'reopened' },
      { kind: 'dropped', reason: 'Sam does it' },
    ]);
    expect(carried.timesCarried).toBe(1);
    expect([done.state, done.settledOn]).toEqual(['done', '2026-11-26']);
    expect([again.state, again.settledOn]).toEqual(['open', null]);
    expect([dropped.state, dropped.droppedReason, dropped.settledOn]).toEqual(['dropped', 'Sam does it', '2026-11-26']);
    expect(reopenAction(dropped, touch)).toMatchObject({ state: 'open', droppedReason: null, settledOn: null });
  });

  test('changes nothing where nothing changes', () => {
    const open = action({ dueOn: '2026-11-27' });
    expect(moveAction(open, '2026-11-27', touch)).toBe(open);
    expect(rewordAction(open, 'Send the rota ', touch)).toBe(open);
    expect(reopenAction(open, touch)).toBe(open);
    expect(carryAction(open, { ...touch, meetingId: open.raisedInId })).toBe(open);
  });

  test.each([['done'], ['dropped']] as const)('once %s takes only opening again', (state) => {
    const settled = action({ state });
    for (const attempt of [
      () => completeAction(settled, touch),
      () => moveAction(settled, null, touch),
      () => dropAction(settled, 'Why', touch),
      () => rewordAction(settled, 'Words', touch),
      () => carryAction(settled, touch),
    ]) {
      expect(codeOf(attempt)).toBe('action-settled');
    }
  });

  test('is not dropped without a reason', () => {
    expect(codeOf(() => dropAction(action(), ' ', touch))).toBe('reason-needed');
  });

  test.each([
    ['2026-11-25', 'open', true],
    ['2026-11-26', 'open', false],
    [null, 'open', false],
    ['2026-11-25', 'done', false],
  ] as const)('due on %s and %s is late on the 26th: %s', (dueOn, state, late) => {
    expect(isLate(action({ dueOn, state }), '2026-11-26')).toBe(late);
  });
});

describe('the order to look at actions in', () => {
  test('is late, due, undated, then settled with the latest first, one person’s own leading on a day', () => {
    const given = [
      action({ id: 'done-early', state: 'done', settledOn: '2026-11-18' }),
      action({ id: 'undated' }),
      action({ id: 'friday-priya', dueOn: '2026-12-04', ownerId: 'priya' }),
      action({ id: 'friday-tomasz', dueOn: '2026-12-04' }),
      action({ id: 'late', dueOn: '2026-11-24', ownerId: 'priya' }),
      action({ id: 'dropped-late', state: 'dropped', settledOn: '2026-11-23' }),
    ];
    const ids = (ownerFirst: string | null): string[] => actionsForMeeting(given, ownerFirst).map(({ id }) => id);
    expect(ids('tomasz')).toEqual(['late', 'friday-tomasz', 'friday-priya', 'undated', 'dropped-late', 'done-early']);
    expect(ids('priya')).toEqual(['late', 'friday-priya', 'friday-tomasz', 'undated', 'dropped-late', 'done-early']);
  });

  test('does not depend on the order given', () => {
    const dates = fc.constantFrom('2026-11-24', '2026-12-04', null);
    const any = fc.array(
      fc.tuple(dates, fc.constantFrom<('open' | 'done')[]>('open', 'done'), fc.constantFrom('priya', 'tomasz')),
    );
    fc.assert(
      fc.property(any, (parts) => {
        const given = parts.map(([dueOn, state, ownerId], index) =>
          action({
            id: String(index),
            dueOn,
            state,
            ownerId,
            settledOn: state === 'done' ? dueOn : null,
          }),
        );
        expect(actionsForMeeting(given.toReversed(), 'priya')).toEqual(actionsForMeeting(given, 'priya'));
      }),
    );
  });
});
