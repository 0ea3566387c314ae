import { expect, test } from 'vitest';
import { faultWords, timesWords, troublesOf } from '#server/dev/teams-host/pages/fault-words.ts';
import type { FaultView } from '#server/dev/teams-host/pages/fault-words.ts';

function fault(more: Partial<FaultView> = {}): FaultView {
  return {
    id: '1',
    path: '/v1.0/*',
    times: 1,
    skip: 0,
    probability: 1,
    seed: 1,
    moment: 'before',
    delayMs: 0,
    cut: false,
    runs: 1,
    hits: 0,
    seen: 0,
    strikes: [],
    ...more,
  };
}

test.each([
  [{}, 'does nothing'],
  [{ status: 429, retryAfter: 5 }, 'answers 429, asks to wait 5 s'],
  [{ cut: true, moment: 'after' as const }, 'does it, then drops the connection'],
  [{ delayMs: 3000 }, 'waits 3 s'],
  [{ delayMs: 600_000 }, 'waits 10 min'],
  [{ answer: 'half' as const }, 'half the answer comes, then the connection drops'],
  [{ runs: 2 }, 'does it 2 times'],
  [{ copies: 0 }, 'loses it'],
  [{ copies: 2, clientState: 'x' }, 'sends it 2 times, carries another secret'],
  [{ oauth: { error: 'invalid_grant', suberror: 'consent_required' } }, 'sign-in says consent_required'],
])('a fault of %j %s', (more, words) => {
  expect(faultWords(fault(more))).toBe(words);
});

test.each([
  [{}, 'once'],
  [{ times: 3, skip: 2 }, '3 times, after 2'],
  [{ times: 'always' as const, probability: 0.04, seed: 7 }, 'until removed, 4 % by seed 7'],
])('a fault of %j strikes %s', (more, words) => {
  expect(timesWords(fault(more))).toBe(words);
});

test('faults switched on together are one trouble, the same one again another', () => {
  const day = [fault({ id: 'a', name: 'Bad day', status: 429 }), fault({ id: 'b', name: 'Bad day', cut: true })];
  const own = [fault({ id: 'c', status: 503 }), fault({ id: 'd', status: 503 })];
  const again = [fault({ id: 'e', name: 'Bad day', status: 429 })];
  const troubles = troublesOf([...day, ...own, ...day.map((one) => ({ ...one, id: `${one.id}2` })), ...again]);
  expect(troubles.map((trouble) => trouble.map((one) => one.id))).toEqual([
    ['a', 'b'],
    ['c'],
    ['d'],
    ['a2', 'b2'],
    ['e'],
  ]);
});
