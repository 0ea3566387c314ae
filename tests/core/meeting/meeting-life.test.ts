import { describe, expect, test } from 'vitest';
import {
  cancelMeeting,
  closeMeeting,
  currentMeeting,
  missMeeting,
  moveMeeting,
  openMeeting,
} from '#core/meeting/meeting-life.ts';
import type { MeetingMove } from '#core/meeting/meeting-life.ts';
import type { Meeting, MeetingState } from '#core/meeting/meeting.ts';
import type { RefusalCode } from '#core/refusal.ts';
import { meeting } from '#tests/core/builders.ts';
import { codeOf } from '#tests/core/code-of.ts';

const at = '2026-11-26T10:01:00.000Z';
const move: MeetingMove = {
  start: '2026-11-27T14:00:00.000Z',
  end: '2026-11-27T14:45:00.000Z',
  reason: 'Panel moved',
  now: '2026-11-25T09:00:00.000Z',
  zone: 'Europe/London',
  previousOn: '2026-11-12',
  nextOn: '2026-12-10',
};
const pack = { id: 'out', version: '2026.1' };

const steps: Record<string, (from: Meeting) => Meeting> = {
  open: (from) => openMeeting(from, at),
  close: (from) => closeMeeting(from, at, pack),
  miss: (from) => missMeeting(from, 'Off sick'),
  cancel: (from) => cancelMeeting(from, 'On leave'),
  move: (from) => moveMeeting(from, move),
};

describe('a meeting', () => {
  test.each<[string, MeetingState, MeetingState | RefusalCode]>([
    ['open', 'planned', 'open'],
    ['open', 'open', 'meeting-already-open'],
    ['open', 'closed', 'meeting-closed'],
    ['open', 'missed', 'meeting-cancelled'],
    ['open', 'cancelled', 'meeting-cancelled'],
    ['close', 'planned', 'meeting-not-open'],
    ['close', 'open', 'closed'],
    ['close', 'closed', 'meeting-closed'],
    ['close', 'missed', 'meeting-not-open'],
    ['close', 'cancelled', 'meeting-not-open'],
    ['miss', 'planned', 'missed'],
    ['miss', 'open', 'meeting-already-open'],
    ['miss', 'closed', 'meeting-closed'],
    ['miss', 'missed', 'meeting-cancelled'],
    ['cancel', 'planned', 'cancelled'],
    ['cancel', 'open', 'meeting-already-open'],
    ['cancel', 'closed', 'meeting-closed'],
    ['cancel', 'cancelled', 'meeting-cancelled'],
    ['move', 'planned', 'planned'],
    ['move', 'open', 'meeting-already-open'],
    ['move', 'closed', 'meeting-closed'],
    ['move', 'missed', 'meeting-cancelled'],
  ])('told to %s while %s: %s', (step, state, expected) => {
    const take = (): Meeting => steps[step]?.(meeting({ state })) ?? meeting();
    const code = codeOf(take);
    expect(code ?? take().state).toBe(expected);
  });

  test('keeps when it opened and closed and under which policy', () => {
    const closed = closeMeeting(openMeeting(meeting(), at), '2026-11-26T10:44:00.000Z', pack);
    expect(closed).toEqual(
      meeting({
        state: 'closed',
        openedAt: at,
        closedAt: '2026-11-26T10:44:00.000Z',
        packId: 'out',
        packVersion: '2026.1',
      }),
    );
  });

  test.each([['miss'], ['cancel'], ['move']] as const)('asks for a reason to %s', (step) => {
    const attempts = {
      miss: () => missMeeting(meeting(), ' '),
      cancel: () => cancelMeeting(meeting(), ''),
      move: () => moveMeeting(meeting(), { ...move, reason: ' ' }),
    };
    expect(codeOf(attempts[step])).toBe('reason-needed');
    expect(missMeeting(meeting(), ' Off sick ').reason).toBe('Off sick');
  });
});

describe('moving a meeting', () => {
  test('keeps its name and where the rule had it, and forgets the move when it goes back', () => {
    const once = moveMeeting(meeting(), move);
    expect(once).toEqual(
      meeting({ start: move.start, end: move.end, reason: 'Panel moved', movedFrom: '2026-11-26T10:00:00.000Z' }),
    );
    const twice = moveMeeting(once, { ...move, start: '2026-11-30T14:00:00.000Z', end: '2026-11-30T14:45:00.000Z' });
    expect(twice.movedFrom).toBe('2026-11-26T10:00:00.000Z');
    const back = moveMeeting(twice, { ...move, start: meeting().start, end: meeting().end, reason: null });
    expect(back).toEqual(meeting());
  });

  test.each<[Partial<MeetingMove>, RefusalCode | null]>([
    [{ start: '2026-12-09T23:00:00.000Z', end: '2026-12-09T23:45:00.000Z' }, null],
    [{ start: '2026-12-10T09:00:00.000Z', end: '2026-12-10T09:45:00.000Z' }, 'move-crosses-neighbour'],
    [{ start: '2026-12-15T09:00:00.000Z', end: '2026-12-15T09:45:00.000Z' }, 'move-crosses-neighbour'],
    [{ previousOn: '2026-11-27' }, 'move-crosses-neighbour'],
    [{ start: '2027-01-15T09:00:00.000Z', end: '2027-01-15T09:45:00.000Z', nextOn: null }, null],
    [{ now: '2026-11-27T14:00:01.000Z' }, 'slot-in-past'],
    [{ end: '2026-11-27T14:00:00.000Z' }, 'bad-request'],
    [
      { start: '2026-12-09T23:00:00.000Z', end: '2026-12-09T23:45:00.000Z', zone: 'Asia/Kolkata' },
      'move-crosses-neighbour',
    ],
  ])('with %j is answered %s', (changes, expected) => {
    expect(codeOf(() => moveMeeting(meeting(), { ...move, ...changes }))).toBe(expected);
  });
});

describe('the meeting a chat means', () => {
  const on = (day: string, state: MeetingState): Meeting =>
    meeting({ id: `${day} ${state}`, state, start: `2026-${day}T10:00:00.000Z`, end: `2026-${day}T10:45:00.000Z` });
  const series = [on('12-10', 'planned'), on('11-12', 'closed'), on('11-26', 'planned'), on('10-29', 'closed')];

  test.each([
    ['before it', '2026-11-20T09:00:00.000Z', series, '11-26 planned'],
    ['while it should be on', '2026-11-26T10:20:00.000Z', series, '11-26 planned'],
    ['while it runs over', '2026-11-26T11:30:00.000Z', series, '11-26 planned'],
    ['long after nobody opened it', '2026-11-26T12:00:00.000Z', series, '12-10 planned'],
    ['with one still open', '2026-11-27T12:00:00.000Z', [...series, on('11-25', 'open')], '11-25 open'],
    [
      'with the next called off',
      '2026-11-20T09:00:00.000Z',
      [on('11-26', 'cancelled'), on('12-10', 'planned')],
      '12-10 planned',
    ],
    ['after the last', '2027-01-20T09:00:00.000Z', series, '11-12 closed'],
    ['with none at all', '2026-11-20T09:00:00.000Z', [], undefined],
    ['with only missed ones', '2026-11-20T09:00:00.000Z', [on('11-12', 'missed')], undefined],
  ])('%s is the right one', (_, now, meetings, expected) => {
    expect(currentMeeting(meetings, now)?.id).toBe(expected);
  });
});
