import { describe, expect, test } from 'vitest';
import type { Meeting } from '#core/meeting/meeting.ts';
import { goingOnFrom } from '#core/series/go-on.ts';
import { occurrencesOf } from '#core/series/occurrences.ts';
import type { SeriesPlan } from '#core/series/series.ts';
import { meeting } from '#tests/core/builders.ts';

const plan: SeriesPlan = {
  pattern: { kind: 'weekly', every: 2, weekday: 4 },
  zone: 'Europe/London',
  startDate: '2026-11-26',
  startTime: '10:00',
  minutes: 45,
  untilDate: '2027-05-27',
};
const reason = 'Parental leave';
const back = { today: '2027-01-05', on: '2027-01-21', reason };

/** The series as a pause from January to the end of March leaves it. */
function paused(changes: Readonly<Record<string, Partial<Meeting>>> = {}): Meeting[] {
  return occurrencesOf(plan).map(({ originalDate, start, end }) => {
    const isPaused = originalDate >= '2027-01-01' && originalDate < '2027-04-01';
    const state = isPaused ? 'cancelled' : 'planned';
    const one = { id: originalDate, originalDate, start, end, state, reason: isPaused ? reason : null } as const;
    return meeting({ ...one, ...changes[originalDate] });
  });
}

const going = (meetings: readonly Meeting[]) => goingOnFrom({ id: 's1', plan }, meetings, back);

describe('a series that goes on after a pause', () => {
  test('[OUT-3] begins on its first day from then on, in its own rhythm, with the days the pause took', () => {
    expect(going(paused())).toMatchObject({ plan: { startDate: '2027-01-21', pattern: plan.pattern }, skips: [] });
  });

  test('[OUT-3] leaves out what was called off for another reason, or skipped, and what is over', () => {
    const skipped = { by: 'p', at: '2027-01-04T09:00:00.000Z', was: null };
    const rule = going(
      paused({
        '2027-02-04': { reason: 'A team day' },
        '2027-02-18': { reason: null, skipped },
      }),
    );
    expect(rule.skips).toEqual(['2027-02-04', '2027-02-18']);
  });

  test('keeps meetings before the pause where they were put', () => {
    const start = '2027-01-08T14:00:00.000Z';
    const before = { state: 'planned', reason: null, start, end: '2027-01-08T14:45:00.000Z' } as const;
    const rule = going(paused({ '2027-01-07': { ...before, movedFrom: '2027-01-07T10:00:00.000Z' } }));
    expect(rule.plan.startDate).toBe('2027-01-07');
    expect(rule.moves).toEqual([{ originalDate: '2027-01-07', start, end: '2027-01-08T14:45:00.000Z' }]);
  });

  test('has half a year before it where hardly anything of it is left', () => {
    const rule = goingOnFrom({ id: 's1', plan }, paused(), { ...back, on: '2027-05-13' });
    expect(rule.plan.untilDate).toBe('2027-11-11');
  });
});
