import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrencesOf } from '#core/series/occurrences.ts';
import { comingDays, comingOf, departures, reassign } from '#core/series/reassign.ts';
import type { SeriesPattern, SeriesPlan } from '#core/series/series.ts';
import { addDays } from '#core/time.ts';
import type { Weekday } from '#core/time-types.ts';
import { meeting } from '#tests/core/builders.ts';

const now = '2026-11-26T09:40:00.000Z';
const fortnightly: SeriesPlan = {
  pattern: { kind: 'weekly', every: 2, weekday: 4 },
  zone: 'Europe/London',
  startDate: '2026-12-03',
  startTime: '10:00',
  minutes: 45,
  untilDate: '2027-02-28',
};
const plain = (plan: SeriesPlan) => ({ plan, moves: [], skips: [] });

function meetingsOf(plan: SeriesPlan) {
  return occurrencesOf(plan).map((one, index) => meeting({ ...one, id: `m${String(index)}` }));
}

describe('a changed rule', () => {
  it('[OUT-3] puts the nth meeting to come on the nth new day, with its agenda', () => {
    const coming = meetingsOf(fortnightly).map((one) => ({ ...one, agendaVersion: 4 }));
    const plan: SeriesPlan = {
      ...fortnightly,
      pattern: { kind: 'weekly', every: 2, weekday: 2 },
      startDate: '2026-12-08',
      startTime: '14:30',
      untilDate: '2027-03-02',
    };
    const { kept, left, added } = reassign(coming, plain(plan), now);
    expect(kept.map(({ id }) => id)).toEqual(coming.map(({ id }) => id));
    expect(kept[0]).toMatchObject({ originalDate: '2026-12-08', start: '2026-12-08T14:30:00.000Z', agendaVersion: 4 });
    expect([left, added]).toEqual([[], []]);
  });

  it('[OUT-1] [OD3a-9] held more often has new days after the last meeting, held less often leaves the last meetings over', () => {
    const coming = meetingsOf(fortnightly);
    const weekly = { ...fortnightly, pattern: { kind: 'weekly', every: 1, weekday: 4 } } as const;
    const more = reassign(coming, plain(weekly), now);
    expect(more.kept.length).toBe(coming.length);
    expect(more.added.map(({ originalDate }) => originalDate)).toEqual(
      occurrencesOf(weekly)
        .slice(coming.length)
        .map(({ originalDate }) => originalDate),
    );
    const monthly = { ...fortnightly, pattern: { kind: 'weekly', every: 4, weekday: 4 } } as const;
    const fewer = reassign(coming, plain(monthly), now);
    expect(fewer.kept.map(({ id }) => id)).toEqual(['m0', 'm1', 'm2', 'm3']);
    expect(fewer.left.map(({ id }) => id)).toEqual(['m4', 'm5', 'm6']);
  });

  it('keeps what was moved and called off where only its end changes', () => {
    const meetings = meetingsOf(fortnightly).map((one, index) => {
      if (index === 1) return { ...one, state: 'cancelled' as const };
      if (index !== 2) return one;
      return { ...one, movedFrom: one.start, start: '2026-12-30T10:00:00.000Z', end: '2026-12-30T10:45:00.000Z' };
    });
    const coming = comingOf(meetings, 's1', now);
    const plan = { ...fortnightly, untilDate: '2027-04-30' };
    const found = departures(meetings, 's1', plan.startDate);
    const { kept, left, added, skipped } = reassign(coming, { plan, ...found }, now);
    expect(kept).toEqual(coming);
    expect(left).toEqual([]);
    expect(skipped).toEqual(['2026-12-17']);
    expect(added[0]).toMatchObject({ originalDate: '2027-03-11', movedFrom: null });
  });

  it('leaves out days that are over, and counts one moved from the past to a day to come', () => {
    const plan = { ...fortnightly, startDate: '2026-11-12' };
    const move = { originalDate: '2026-11-26', start: '2026-11-27T10:00:00.000Z', end: '2026-11-27T10:45:00.000Z' };
    const at = '2026-11-26T12:00:00.000Z';
    expect(comingDays(plain(plan), at)[0]?.originalDate).toBe('2026-12-10');
    expect(comingDays({ plan, moves: [move], skips: [] }, at)[0]).toEqual({
      ...move,
      movedFrom: '2026-11-26T10:00:00.000Z',
    });
  });

  it('never loses or doubles a meeting or a day, whatever the rule', () => {
    const weekday = fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday);
    const pattern: fc.Arbitrary<SeriesPattern> = fc.oneof(
      fc.record({ kind: fc.constant('weekly' as const), every: fc.integer({ min: 1, max: 6 }), weekday }),
      fc.record({
        kind: fc.constant('monthly' as const),
        every: fc.integer({ min: 1, max: 3 }),
        weekday,
        week: fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
      }),
    );
    const plan = fc
      .record({ pattern, ahead: fc.integer({ min: -20, max: 40 }), days: fc.integer({ min: 30, max: 300 }) })
      .map(({ pattern, ahead, days }): SeriesPlan => {
        const startDate = addDays('2026-11-27', ahead);
        return { ...fortnightly, pattern, startDate, untilDate: addDays(startDate, days) };
      });
    fc.assert(
      fc.property(plan, plan, fc.array(fc.nat({ max: 12 }), { maxLength: 3 }), (before, after, passed) => {
        const coming = comingOf(meetingsOf(before), 's1', now);
        const dates = occurrencesOf(after).map(({ originalDate }) => originalDate);
        const skips = passed.flatMap((index) => dates[index] ?? []);
        const rule = { plan: after, moves: [], skips };
        const { kept, left, added } = reassign(coming, rule, now);
        expect([...kept, ...left].map(({ id }) => id)).toEqual(coming.map(({ id }) => id));
        const days = [...kept, ...added];
        expect(days.map(({ originalDate }) => originalDate)).toEqual(
          comingDays(rule, now).map(({ originalDate }) => originalDate),
        );
        expect(left.length === 0 || added.length === 0).toBe(true);
        expect(days.every(({ start }, index) => index === 0 || start > (days[index - 1]?.start ?? ''))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
