import { expect, test } from 'vitest';
import { topicsOf } from '#core/policy/resolve.ts';
import { coverageOf } from '#core/record/coverage.ts';
import type { CoveredBy } from '#core/record/coverage.ts';
import type { CoverageTick, Point } from '#core/record/point.ts';
import { action, agendaItem, outPack } from '#tests/core/builders.ts';

const topics = topicsOf(outPack);
const at = '2026-11-26T10:20:00.000Z';
const tick = (topicId: string): CoverageTick => ({ meetingId: 'm1', topicId, by: 'priya', at });
const point = (changes: Partial<Point>): Point => ({
  id: 'p1',
  meetingId: 'm1',
  itemId: null,
  topicId: null,
  sectionId: null,
  authorId: 'tomasz',
  text: 'Two flats still wait for a gas check.',
  mark: null,
  behaviourId: null,
  at,
  ...changes,
});

function covered(
  ...args: Parameters<typeof coverageOf> extends [unknown, ...infer Rest] ? Rest : never
): (CoveredBy | null)[] {
  const coverage = coverageOf(topics, ...args);
  expect(coverage.map(({ topicId }) => topicId)).toEqual(['tasks', 'vital-stats', 'support', 'wellbeing']);
  expect(coverage.every(({ covered: is, by }) => is === (by !== null))).toBe(true);
  return coverage.map(({ by }) => by);
}

test('a meeting that has said nothing has covered nothing', () => {
  expect(covered([], [], [], [])).toEqual([null, null, null, null]);
  expect(covered([agendaItem({ topicId: 'tasks' })], [point({})], [action()], [])).toEqual([null, null, null, null]);
});

test('an item that went to the next meeting was not talked about', () => {
  expect(covered([agendaItem({ topicId: 'tasks', state: 'carried' })], [], [], [])).toEqual([null, null, null, null]);
});

test('a line, an action, an item once discussed and a tick each cover their topic', () => {
  const items = [agendaItem({ topicId: 'support', state: 'discussed' })];
  const seen = covered(items, [point({ topicId: 'tasks' })], [action({ topicId: 'vital-stats' })], [tick('wellbeing')]);
  expect(seen).toEqual(['point', 'action', 'item', 'tick']);
});

test('what is written under an agenda item counts for its topic, unless it has its own', () => {
  const items = [agendaItem({ id: 'i1', topicId: 'tasks' }), agendaItem({ id: 'i2', topicId: 'support' })];
  const seen = covered(items, [point({ itemId: 'i1' })], [action({ itemId: 'i2', topicId: 'wellbeing' })], []);
  expect(seen).toEqual(['point', null, null, 'action']);
});

test('the strongest sign is the one told', () => {
  const items = [agendaItem({ topicId: 'tasks', state: 'discussed' })];
  expect(covered(items, [], [], [tick('tasks')])[0]).toBe('item');
  expect(covered(items, [], [action({ topicId: 'tasks' })], [tick('tasks')])[0]).toBe('action');
  expect(covered(items, [point({ topicId: 'tasks' })], [action({ topicId: 'tasks' })], [])[0]).toBe('point');
});

test('a topic of another policy and an item gone by are nobody’s', () => {
  expect(covered([], [point({ topicId: 'leave' }), point({ itemId: 'gone' })], [], [tick('leave')])).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
