import { expect, test } from 'vitest';
import type { ActionStep } from '#core/actions/action.ts';
import type { Point } from '#core/record/point.ts';
import { summarise } from '#core/summary/summarise.ts';
import type { SummaryInput } from '#core/summary/summarise.ts';
import { action, agendaItem, meeting, pair, person } from '#tests/core/builders.ts';

const step = (at: string, meetingId: string | null, change: ActionStep['change']): ActionStep => ({
  at,
  by: 'priya',
  meetingId,
  change,
});
const point = (mark: Point['mark']): Point => ({
  id: 'p1',
  meetingId: 'm2',
  itemId: null,
  topicId: null,
  sectionId: null,
  authorId: 'tomasz',
  text: 'Sunday call-out handled without a single complaint.',
  mark,
  behaviourId: null,
  at: '2026-11-26T10:20:00.000Z',
});

const input: SummaryInput = {
  meeting: meeting({ id: 'm2', state: 'closed' }),
  pair: pair(),
  supervisor: person({ id: 'priya', displayName: 'Priya Raman', givenName: 'Priya' }),
  employee: person(),
  items: [
    agendaItem({ id: 'i3', title: 'Cover over Christmas', position: 3 }),
    agendaItem({ id: 'i1', title: 'Last time’s actions', position: 1, standingId: 'last-actions', state: 'discussed' }),
    agendaItem({ id: 'i2', title: 'Alder Court handover', position: 2, state: 'discussed' }),
    agendaItem({ id: 'i4', title: 'Vital Stats', position: 4, standingId: 'vital-stats' }),
    agendaItem({ id: 'i5', title: 'Training', position: 5, state: 'carried' }),
  ],
  points: [point(null), point('praise'), point('support')],
  actions: [
    action({ id: 'new', raisedInId: 'm2', text: 'Chase gas-check dates', dueOn: '2026-11-27' }),
    action({
      id: 'moved',
      text: 'Ask Facilities for the key safe',
      ownerId: 'priya',
      dueOn: '2026-12-02',
      createdAt: '2026-10-29T23:30:00.000Z',
      history: [step('2026-11-26T10:05:00.000Z', 'm2', { kind: 'new-date', from: '2026-11-24', to: '2026-12-02' })],
    }),
    action({
      id: 'kept',
      text: 'Book the refresher',
      history: [step('2026-11-12T10:05:00.000Z', 'm1', { kind: 'new-date', from: null, to: '2026-12-04' })],
    }),
    action({
      id: 'done-between',
      text: 'Walk Alder Court',
      state: 'done',
      settledOn: '2026-11-18',
      history: [step('2026-11-18T09:00:00.000Z', null, { kind: 'done' })],
    }),
    action({
      id: 'done-before',
      text: 'Old news',
      state: 'done',
      settledOn: '2026-11-10',
      history: [step('2026-11-10T09:00:00.000Z', null, { kind: 'done' })],
    }),
    action({ id: 'dropped', text: 'Let go', state: 'dropped', settledOn: '2026-11-26' }),
  ],
  previousClosedAt: '2026-11-12T10:44:00.000Z',
  next: { start: '2026-12-10T10:00:00.000Z', end: '2026-12-10T10:45:00.000Z' },
  clause: 'OUT-4',
  zone: 'Europe/London',
};

test('a summary holds what was agreed, by date, and what it grew from', () => {
  expect(summarise(input)).toEqual({
    meetingId: 'm2',
    pairId: 'priya-tomasz',
    start: '2026-11-26T10:00:00.000Z',
    supervisor: { id: 'priya', name: 'Priya Raman', givenName: 'Priya' },
    employee: { id: 'tomasz', name: 'Tomasz Zieliński', givenName: 'Tomasz' },
    actions: [
      {
        text: 'Chase gas-check dates',
        ownerId: 'tomasz',
        ownerName: 'Tomasz Zieliński',
        dueOn: '2026-11-27',
        fromOn: null,
        newDate: false,
      },
      {
        text: 'Ask Facilities for the key safe',
        ownerId: 'priya',
        ownerName: 'Priya Raman',
        dueOn: '2026-12-02',
        fromOn: '2026-10-29',
        newDate: true,
      },
      {
        text: 'Book the refresher',
        ownerId: 'tomasz',
        ownerName: 'Tomasz Zieliński',
        dueOn: null,
        fromOn: '2026-11-12',
        newDate: false,
      },
    ],
    doneSince: ['Walk Alder Court'],
    discussed: ['Last time’s actions', 'Alder Court handover'],
    carried: ['Cover over Christmas', 'Training'],
    pointCount: 3,
    praiseCount: 1,
    next: { start: '2026-12-10T10:00:00.000Z', end: '2026-12-10T10:45:00.000Z' },
    clause: 'OUT-4',
    zone: 'Europe/London',
  });
});

test('the first meeting’s summary counts everything done so far', () => {
  expect(summarise({ ...input, previousClosedAt: null }).doneSince).toEqual(['Walk Alder Court', 'Old news']);
});
