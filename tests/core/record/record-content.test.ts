import { describe, expect, test } from 'vitest';
import type { Action } from '#core/actions/action.ts';
import { completeAction, moveAction, newAction, reopenAction, rewordAction } from '#core/actions/action-life.ts';
import { actionAsOf, factsIn, recordText, type RecordParts, type SealedFacts } from '#core/record/record-content.ts';
import { agendaItem, meeting, pair } from '#tests/core/builders.ts';

const closedAt = '2026-11-26T10:45:00.000Z';
const touch = (at: string, meetingId: string | null) => ({ at, on: at.slice(0, 10), by: 'tomasz', meetingId });

function agreed(at: string, raisedInId: string): Action {
  const said = { id: 'x1', pair: pair(), raisedInId, itemId: null, topicId: null, text: 'Ring the contractor' };
  return newAction({ ...said, ownerId: 'tomasz', dueOn: '2026-12-01' }, touch(at, raisedInId));
}

const facts: SealedFacts = {
  supervisor: { id: 'priya', name: 'Priya Raman' },
  employee: { id: 'tomasz', name: 'Tomasz Zieliński', jobTitle: 'Housing officer', number: null },
  previousStart: '2026-11-12T10:00:00.000Z',
  nextStart: null,
  signOff: null,
};

function parts(changes: Partial<RecordParts> = {}): RecordParts {
  return {
    meeting: meeting({ state: 'closed', closedAt, packId: 'form', packVersion: '1' }),
    facts,
    items: [agendaItem()],
    points: [],
    actions: [agreed('2026-11-26T10:20:00.000Z', 'm1')],
    values: { leave: { kind: 'days', days: 12.5 } },
    notApplicable: ['responsibilities'],
    duties: [],
    ticks: [],
    writeUp: null,
    ...changes,
  };
}

describe('what a record is sealed as', () => {
  test('[OD3a-13] names the meeting, the two, the policy with its version, and what was said and agreed', () => {
    expect(JSON.parse(recordText(parts()))).toEqual({
      format: 'duologue-record/1',
      meeting: {
        id: 'm1',
        pairId: 'priya-tomasz',
        kind: 'one-to-one',
        start: '2026-11-26T10:00:00.000Z',
        end: '2026-11-26T10:45:00.000Z',
        closedAt,
      },
      ...facts,
      policy: { id: 'form', version: '1' },
      items: [expect.objectContaining({ id: 'i1', title: 'Alder Court handover', note: null, discussed: false })],
      points: [],
      agreed: [{ id: 'x1', ownerId: 'tomasz', text: 'Ring the contractor', dueOn: '2026-12-01', state: 'open' }],
      lookedAt: [],
      values: { leave: { kind: 'days', days: 12.5 } },
      notApplicable: ['responsibilities'],
      duties: [],
      covered: [],
      shared: null,
      confirmed: null,
    });
  });

  test('[OD3a-13] [FORM-6] is another text when anything the record shows is another', () => {
    const said = { id: 'p1', meetingId: 'm1', itemId: 'i1', topicId: null, sectionId: 'performance' };
    const point = { ...said, authorId: 'priya', text: 'Ahead', mark: null, behaviourId: null, at: closedAt };
    const duty = { title: 'First aid', validUntil: '2026-12-31', standing: 'in-date' } as const;
    const tick = { meetingId: 'm1', topicId: 'wellbeing', by: 'priya', at: closedAt };
    const written = { shared: { by: 'tomasz', at: closedAt }, confirmed: null };
    const whole = { points: [point], duties: [duty], ticks: [tick], writeUp: written };
    const before = recordText(parts(whole));
    const others: Partial<RecordParts>[] = [
      ...Object.entries({ sectionId: 'progress', topicId: 'tasks', itemId: null, text: 'Behind', mark: 'concern' }).map(
        ([part, other]) => ({ points: [{ ...point, [part]: other }] }),
      ),
      ...Object.entries({
        topicId: 'tasks',
        kindId: 'k',
        behaviourId: 'b',
        raisedBy: 'x',
        minutes: 9,
        position: 9,
      }).map(([part, other]) => ({ items: [agendaItem({ [part]: other })] })),
      { items: [agendaItem({ state: 'discussed' })] },
      { duties: [{ ...duty, standing: 'due' }] },
      { ticks: [] },
      { ticks: [{ ...tick, by: 'tomasz' }] },
      { writeUp: { ...written, confirmed: { by: 'priya', at: closedAt } } },
      { writeUp: { shared: null, confirmed: null } },
      { values: { leave: { kind: 'days', days: 12 } } },
      { notApplicable: [] },
    ];
    for (const other of others)
      expect([other, recordText(parts({ ...whole, ...other })) === before]).toEqual([other, false]);
    const carried = { items: [agendaItem({ state: 'carried' })] };
    expect(recordText(parts({ ...whole, ...carried }))).toBe(before);
  });

  test('[OD3a-13] stays the same whatever becomes of the actions afterwards', () => {
    const before = parts();
    const later = '2026-12-03T10:00:00.000Z';
    const [action] = before.actions;
    if (action === undefined) throw new Error('There is one');
    const moved = moveAction(
      rewordAction(action, 'Write to the contractor', touch(later, null)),
      null,
      touch(later, 'm2'),
    );
    const done = completeAction(moved, touch('2026-12-04T10:00:00.000Z', null));
    for (const now of [moved, done, reopenAction(done, touch('2026-12-05T10:00:00.000Z', null))])
      expect(recordText(parts({ actions: [now] }))).toBe(recordText(before));
  });

  test('has no place for what came after: actions of later meetings, and old ones settled before', () => {
    const old = agreed('2026-11-12T10:20:00.000Z', 'm0');
    const settledBefore = completeAction(old, touch('2026-11-20T10:00:00.000Z', null));
    const settledInIt = completeAction(old, touch('2026-11-26T10:05:00.000Z', 'm1'));
    const settledAfter = completeAction(old, touch('2026-11-27T10:00:00.000Z', null));
    const later = agreed('2026-12-10T10:20:00.000Z', 'm2');
    const lookedAt = (action: Action): unknown =>
      (JSON.parse(recordText(parts({ actions: [action] }))) as { lookedAt: { state: string }[] }).lookedAt.map(
        ({ state }) => state,
      );
    expect([settledBefore, settledInIt, settledAfter, later].map(lookedAt)).toEqual([[], ['done'], ['open'], []]);
  });

  test('is the same however the store lists it', () => {
    const items = [agendaItem(), agendaItem({ id: 'i2', title: 'Rota' })];
    expect(recordText(parts({ items: items.toReversed() }))).toBe(recordText(parts({ items })));
  });

  test('tells back whose it was and what was asked, and nothing of a text that is not ours', () => {
    expect(factsIn(recordText(parts()))).toEqual(facts);
    for (const text of ['', '{', 'null', '7', '{}', '{"supervisor":{"name":1}}']) expect(factsIn(text)).toBeNull();
  });

  test('takes an action back step by step to how it stood', () => {
    const action = agreed('2026-11-26T10:20:00.000Z', 'm1');
    const one = moveAction(action, '2026-12-08', touch('2026-11-27T10:00:00.000Z', null));
    const two = moveAction(one, '2026-12-15', touch('2026-11-28T10:00:00.000Z', null));
    expect(actionAsOf(two, '2026-11-27T12:00:00.000Z').dueOn).toBe('2026-12-08');
    expect(actionAsOf(two, closedAt)).toEqual({ text: 'Ring the contractor', dueOn: '2026-12-01', state: 'open' });
  });
});
