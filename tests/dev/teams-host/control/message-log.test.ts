import { expect, test } from 'vitest';
import type { LoggedMessage } from '#server/dev/teams-host/control/message-log.ts';
import { logAsJson, messagesAbout, shortText } from '#server/dev/teams-host/control/message-log.ts';

const one = (number: number, change: Partial<LoggedMessage>): LoggedMessage => ({
  number,
  at: Date.parse('2026-11-26T09:40:00Z'),
  from: 'app',
  frame: 'Duologue, personal tab',
  func: 'getContext',
  text: '[]',
  known: true,
  ...change,
});
const log = [
  one(1, {}),
  one(2, { func: 'media.captureImage', known: false }),
  one(3, { frame: 'Duologue, side panel', func: 'initialize', text: '["2.58.0",4,["http://localhost:4365"]]' }),
];
const every = { words: '', frame: '', onlyUnknown: false };

test('the log is narrowed by words, by frame, and to what is not supported', () => {
  const numbers = (asked: Partial<typeof every>): number[] =>
    messagesAbout(log, { ...every, ...asked }).map((message) => message.number);
  expect(numbers({})).toEqual([1, 2, 3]);
  expect(numbers({ words: '4365' })).toEqual([3]);
  expect(numbers({ words: 'CONTEXT' })).toEqual([1]);
  expect(numbers({ frame: 'Duologue, personal tab' })).toEqual([1, 2]);
  expect(numbers({ onlyUnknown: true })).toEqual([2]);
});

test('as JSON a message has its time and its arguments as they were', () => {
  const copied = JSON.parse(logAsJson(log)) as { at: string; args: unknown }[];
  expect([copied[2]?.at, copied[2]?.args]).toEqual([
    '2026-11-26T09:40:00.000Z',
    ['2.58.0', 4, ['http://localhost:4365']],
  ]);
});

test('a token is never written out', () => {
  expect(shortText(['eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl'])).toBe('["(a token of 32 letters)"]');
});
