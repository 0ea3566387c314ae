import { describe, expect, test } from 'vitest';
import { skipMeeting, takeBackSkip, undoEnds, undoSeconds } from '#core/meeting/skip.ts';
import { addMinutes, millisecondsOf } from '#core/time.ts';
import { meeting } from '#tests/core/builders.ts';
import { codeOf } from '#tests/core/code-of.ts';

const ahead = meeting({ state: 'planned' });
const at = addMinutes(ahead.start, -600);
const skip = { by: 'p', at };

describe('skipping one meeting of a series', () => {
  test('needs no reason, and says who did it and when', () => {
    expect(skipMeeting(ahead, skip, null)).toEqual({
      ...ahead,
      state: 'cancelled',
      reason: null,
      skipped: { ...skip, was: null },
    });
    expect(skipMeeting(ahead, skip, '  A quiet week  ').reason).toBe('A quiet week');
    expect(skipMeeting(ahead, skip, '   ').reason).toBeNull();
  });

  test.each([
    ['of no series', meeting({ state: 'planned', seriesId: null }), at, 'bad-request'],
    ['that begins now', ahead, ahead.start, 'slot-in-past'],
    ['that is open', meeting({ state: 'open' }), at, 'meeting-already-open'],
    ['that was held', meeting({ state: 'closed' }), at, 'meeting-closed'],
    ['that was skipped already', skipMeeting(ahead, skip, null), at, 'meeting-cancelled'],
  ])('is refused for one %s', (_what, one, now, code) => {
    expect(codeOf(() => skipMeeting(one, { by: 'p', at: now }, null))).toBe(code);
  });

  test('is taken back without a trace until Outlook is told', () => {
    const skipped = skipMeeting(ahead, skip, 'A quiet week');
    const ends = undoEnds(skip);
    expect(millisecondsOf(ends) - millisecondsOf(at)).toBe(undoSeconds * 1000);
    expect(takeBackSkip(skipped, at)).toEqual(ahead);
    const moved = { ...ahead, reason: 'A team day', movedFrom: at };
    expect(takeBackSkip(skipMeeting(moved, skip, 'A quiet week'), at)).toEqual(moved);
    expect(codeOf(() => takeBackSkip(skipped, ends))).toBe('skip-told');
    const late = skipMeeting(ahead, { by: 'p', at: addMinutes(ahead.start, -0.1) }, null);
    expect(codeOf(() => takeBackSkip(late, ahead.start))).toBe('skip-told');
  });

  test('is not what was cancelled for a reason, or is planned', () => {
    expect(codeOf(() => takeBackSkip(meeting({ state: 'cancelled' }), at))).toBe('bad-request');
    expect(codeOf(() => takeBackSkip(ahead, at))).toBe('bad-request');
  });
});
