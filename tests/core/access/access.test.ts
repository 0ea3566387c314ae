import { describe, expect, test } from 'vitest';
import { accessTable, requireAct, roleIn } from '#core/access/access.ts';
import type { Act, Role } from '#core/access/access.ts';
import type { MeetingState } from '#core/meeting/meeting.ts';
import type { RefusalCode } from '#core/refusal.ts';
import { pair } from '#tests/core/builders.ts';
import { codeOf } from '#tests/core/code-of.ts';

const acts = Object.keys(accessTable) as Act[];
const states: (MeetingState | null)[] = ['planned', 'open', 'closed', 'missed', 'cancelled', null];

/** Whether supervisor and employee may, in each of the states above: S, E, both (B) or neither (-). */
const expected: Record<Act, string> = {
  view: 'BBBBBB',
  'add-item': 'BB----',
  'edit-item': 'BB----',
  'order-items': 'BB----',
  adjourn: 'BB----',
  'set-standing': 'BBBBBB',
  'keep-preparation-time': 'B-----',
  agree: 'B-----',
  open: 'B-----',
  'add-point': '-B----',
  'edit-point': '-B----',
  'add-action': '-B----',
  'settle-action': 'BBBBBB',
  tick: '-B----',
  close: '-S----',
  'read-record': '--B---',
  sign: '--B---',
  'add-addendum': '--B---',
  schedule: 'SSSSSS',
  move: 'B-----',
  cancel: 'B-----',
  miss: 'B-----',
  skip: 'S-----',
  'take-back-skip': 'SSSSSS',
  'edit-measures': 'BBBBBB',
  'edit-objectives': 'BBBBBB',
  'agree-how-to-meet': 'BBBBBB',
  'fill-form': 'BB----',
  'say-not-applicable': '-B----',
  'write-up': '--B---',
  'share-record': '--B---',
  'confirm-record': '--B---',
  'keep-duties': 'BBBBBB',
  jot: 'BBBBBB',
  'set-extra-support': 'SSSSSS',
  'set-pause': 'SSSSSS',
  'hand-over': 'SSSSSS',
};

function mayAct(act: Act, role: Role, state: MeetingState | null): boolean {
  return (
    codeOf(() => {
      requireAct(act, role, state);
    }) === null
  );
}

describe('who may do what', () => {
  test.each(acts)('%s', (act) => {
    const seen = states.map((state) => {
      const supervisor = mayAct(act, 'supervisor', state);
      const employee = mayAct(act, 'employee', state);
      if (supervisor && employee) return 'B';
      return supervisor ? 'S' : employee ? 'E' : '-';
    });
    expect(seen.join('')).toBe(expected[act]);
  });

  test('is nothing for anybody outside the pair, who is told of nothing', () => {
    for (const act of acts) {
      for (const state of states) {
        expect(
          codeOf(() => {
            requireAct(act, 'other', state);
          }),
        ).toBe('not-found');
      }
    }
  });

  test.each<[Act, Role, MeetingState | null, boolean, RefusalCode | null]>([
    ['edit-point', 'supervisor', 'open', true, null],
    ['edit-point', 'supervisor', 'open', false, 'only-author'],
    ['jot', 'supervisor', 'planned', false, 'only-author'],
    ['close', 'employee', 'open', true, 'only-supervisor'],
    ['close', 'supervisor', 'planned', true, 'meeting-not-open'],
    ['add-point', 'employee', 'closed', true, 'meeting-closed'],
    ['add-item', 'employee', 'missed', true, 'meeting-cancelled'],
    ['open', 'employee', 'open', true, 'meeting-already-open'],
    ['add-point', 'employee', null, true, 'meeting-not-open'],
  ])('%s by %s while %s, own: %s is answered %s', (act, role, state, isAuthor, code) => {
    expect(
      codeOf(() => {
        requireAct(act, role, state, isAuthor);
      }),
    ).toBe(code);
  });
});

test('a role follows from the pair', () => {
  expect(['priya', 'tomasz', 'sam', ''].map((id) => roleIn(pair(), id))).toEqual([
    'supervisor',
    'employee',
    'other',
    'other',
  ]);
});
