import { describe, expect, test } from 'vitest';
import { agreementState, carryOver, minutesPlanned, orderItems, standingItemsFor } from '#core/agenda/agenda.ts';
import { agreeAgenda, touchAgenda } from '#core/meeting/meeting-life.ts';
import { agendaItem, meeting, outPack } from '#tests/core/builders.ts';
import { codeOf } from '#tests/core/code-of.ts';

const standing = standingItemsFor(outPack);
const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

test('the policy’s standing items come in its order', () => {
  expect(standing.map(({ id, minutes, shows }) => [id, minutes, shows])).toEqual([
    ['last-actions', 5, 'last-actions'],
    ['vital-stats', 10, 'measures'],
  ]);
});

describe('an agenda', () => {
  const items = [
    agendaItem({ id: 'rota', position: 4 }),
    agendaItem({ id: 'stats', position: 2, standingId: 'vital-stats', raisedBy: null }),
    agendaItem({ id: 'flood', position: 5, urgency: 'urgent' }),
    agendaItem({ id: 'last', position: 3, standingId: 'last-actions', raisedBy: null }),
    agendaItem({ id: 'cover', position: 1, minutes: 25 }),
  ];

  test('is talked through from last time’s actions over what is urgent to the rest as arranged', () => {
    expect(ids(orderItems(items, standing))).toEqual(['last', 'flood', 'cover', 'stats', 'rota']);
    expect(ids(orderItems(items, []))).toEqual(['flood', 'cover', 'stats', 'last', 'rota']);
    expect(minutesPlanned(items)).toBe(65);
  });
});

describe('agreeing an agenda', () => {
  test('counts while it stays as it was agreed', () => {
    const fresh = meeting({ agendaVersion: 3 });
    const one = agreeAgenda(fresh, 'employee', 3);
    const both = agreeAgenda(one, 'supervisor', 3);
    expect([fresh, one, agreeAgenda(fresh, 'supervisor', 3), both].map(agreementState)).toEqual([
      'none',
      'employee',
      'supervisor',
      'both',
    ]);
    expect(agreementState(touchAgenda(both))).toBe('none');
    expect(agreementState(agreeAgenda(touchAgenda(both), 'supervisor', 4))).toBe('supervisor');
  });

  test('is refused for another version than the one that stands', () => {
    expect(codeOf(() => agreeAgenda(meeting({ agendaVersion: 3 }), 'employee', 2))).toBe('agenda-changed');
    expect(codeOf(() => agreeAgenda(meeting({ state: 'closed' }), 'employee', 1))).toBe('meeting-closed');
  });
});

test('what was not talked about goes to the next meeting, standing items and what is done do not', () => {
  const items = [
    agendaItem({ id: 'late', position: 5, timesCarried: 1, note: 'Why', topicId: 'support', urgency: 'urgent' }),
    agendaItem({ id: 'done', position: 1, state: 'discussed' }),
    agendaItem({ id: 'before', position: 2, state: 'carried' }),
    agendaItem({ id: 'stats', position: 3, standingId: 'vital-stats' }),
    agendaItem({ id: 'early', position: 4 }),
  ];
  const carried = carryOver(items);
  expect(carried.map(({ carriedFromId, position, timesCarried }) => [carriedFromId, position, timesCarried])).toEqual([
    ['early', 1, 1],
    ['late', 2, 2],
  ]);
  expect(carried[1]).toEqual({
    title: 'Alder Court handover',
    note: 'Why',
    kindId: null,
    topicId: 'support',
    standingId: null,
    behaviourId: null,
    raisedBy: 'tomasz',
    urgency: 'urgent',
    minutes: 10,
    position: 2,
    state: 'open',
    timesCarried: 2,
    carriedFromId: 'late',
  });
});
