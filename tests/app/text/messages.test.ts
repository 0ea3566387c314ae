import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { problemCodes } from '#contract/problem.ts';
import { laterMessages } from '../../../src/app/text/later-messages.ts';
import { messages } from '../../../src/app/text/messages.ts';
import { bookingJobsText } from '../../../src/app/text/booking-jobs.ts';
import { personalMessages } from '../../../src/app/text/personal-messages.ts';
import { problemWords } from '../../../src/app/text/problems.ts';
import { say } from '../../../src/app/text/say.ts';
import '../../../src/app/text/say-personal.ts';

const sentences = Object.entries({ ...messages, ...laterMessages, ...personalMessages, ...bookingJobsText });
const inside = /\boccurrence|\beffect\b|\bfinding\b/i;
const unwanted = /complian|breach|violat|escalat|subordinate|resource|score|please note|oops|!|\bfail/i;

describe('what people read', () => {
  test('every sentence is well formed', () => {
    for (const [, sentence] of sentences) expect(() => compileMessageOrThrow(sentence)).not.toThrow();
  });

  test('[OUT-5] no sentence blames, shouts or speaks of the inside of Duologue', () => {
    const bad = sentences.filter(([, sentence]) => unwanted.test(sentence) || inside.test(sentence));
    expect(bad).toEqual([]);
  });

  test.each(problemCodes)('%s says what happened and what to do', (code) => {
    const { title, todo } = problemWords[code];
    expect(title).toMatch(/^[A-Z].*\.$/);
    expect(todo).toMatch(/^[A-Z].*\.$/);
    expect(`${title} ${todo}`).not.toMatch(unwanted);
  });

  test('numbers agree with their words', () => {
    expect(say('schedule.count', { count: 1, moved: 0, skipped: 0 })).toBe('1 meeting');
    expect(say('schedule.count', { count: 12, moved: 1, skipped: 2 })).toBe('12 meetings, one moved, 2 left out');
    expect(say('schedule.mails', { name: 'Yusuf', updates: 2, cancels: 0 })).toBe(
      'Yusuf gets one invitation, and 2 updates',
    );
    expect(say('person.counts', { actions: 4, done: 2 })).toBe('4 actions, 2 done');
    expect(say('home.dayCount', { day: 'Thursday 26 November', count: 2 })).toBe(
      'Thursday 26 November. Two one-to-ones today.',
    );
  });
});
