import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeAll } from '#core/slots/propose-all.ts';
import type { ProposeAllInput, ReportToMeet } from '#core/slots/propose-all.ts';
import type { Availability, BusyTime, SlotOffer, SlotRhythm, WorkingHours } from '#core/slots/slot.ts';
import { addDays, addMinutes, instantOf, minutesBetween } from '#core/time.ts';

const office: WorkingHours = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', zone: 'Europe/London' };
const calendar = (personId: string, busy: readonly BusyTime[] = [], workingHours = office): Availability => ({
  personId,
  workingHours,
  busy,
});

function report(pairId: string, changes: Partial<ReportToMeet> = {}): ReportToMeet {
  return { pairId, availability: calendar(pairId), rhythm: { kind: 'weekly', every: 2 }, minutes: 45, ...changes };
}

function input(reports: readonly ReportToMeet[], changes: Partial<ProposeAllInput> = {}): ProposeAllInput {
  return {
    manager: calendar('p'),
    reports,
    zone: 'Europe/London',
    from: '2026-11-30',
    weeks: 13,
    notBefore: '2026-11-26T09:40:00.000Z',
    holidays: {},
    breathingMinutes: 15,
    ...changes,
  };
}

/** Every time the offers may need, moved ones included. */
function timesOf(offers: readonly (SlotOffer | null)[]): { start: string; end: string }[] {
  const times = offers.flatMap((offer) =>
    (offer?.occurrences ?? []).flatMap(({ start, end, alternative }) => [
      { start, end },
      ...(alternative ? [alternative] : []),
    ]),
  );
  return times.sort((one, other) => (one.start < other.start ? -1 : 1));
}

describe('times for everybody at once', () => {
  test('spread over the week, one a day where that is enough', () => {
    const proposals = proposeAll(input(['a', 'b', 'c', 'd', 'e'].map((id) => report(id))));
    expect(proposals.map(({ pairId }) => pairId)).toEqual(['a', 'b', 'c', 'd', 'e']);
    const dates = proposals.flatMap(({ offer }) => (offer?.occurrences ?? []).map(({ originalDate }) => originalDate));
    expect(new Set(dates).size).toBe(dates.length);
  });

  test('leave the only time somebody has to them', () => {
    const monday = calendar('b', [], { ...office, days: [1], start: '10:00', end: '10:45' });
    const proposals = proposeAll(input([report('a'), report('b', { availability: monday })]));
    expect(proposals[1]?.offer?.plan).toMatchObject({ startDate: '2026-11-30', startTime: '10:00' });
    expect(proposals[0]?.offer?.plan.startTime).toBe('10:00');
    expect(proposals[0]?.offer?.plan.startDate).not.toBe('2026-11-30');
  });

  test('[OUT-1] begin by the day a first meeting is asked for, while that does not clash much more often', () => {
    const away = (date: string): BusyTime => ({
      start: instantOf(date, '00:00', 'Europe/London'),
      end: instantOf(addDays(date, 5), '00:00', 'Europe/London'),
      status: 'away',
      label: null,
    });
    // In the first week a meeting clashes every month; from the second on, never.
    const availability = calendar('a', [away('2026-12-28'), away('2027-01-25')]);
    const first = (firstBy?: string, busy = availability) =>
      proposeAll(input([report('a', { rhythm: { kind: 'weekly', every: 4 }, availability: busy, firstBy })]))[0]?.offer
        ?.plan.startDate ?? '';
    expect(first() >= '2026-12-07').toBe(true);
    expect(first('2026-12-04') <= '2026-12-04').toBe(true);
    expect(first('2026-11-27')).toBe(first());
    const often = calendar('a', [away('2026-12-28'), away('2027-01-25'), away('2027-02-22')]);
    expect(first('2026-12-04', often)).toBe(first(undefined, often));
  });

  test('fill a day further when the week is too short to spread', () => {
    const one = { ...office, days: [2] } as const;
    const manager = calendar('p', [], one);
    const weekly = ['a', 'b', 'c'].map((id) => report(id, { rhythm: { kind: 'weekly', every: 1 } }));
    const proposals = proposeAll(input(weekly, { manager, perDay: 1 }));
    expect(proposals.every(({ offer }) => offer !== null)).toBe(true);
  });

  test('are null for whom nothing is left', () => {
    const manager = calendar('p', [], { ...office, days: [2], start: '10:00', end: '10:45' });
    const weekly = ['a', 'b'].map((id) => report(id, { rhythm: { kind: 'weekly', every: 1 } }));
    const offers = proposeAll(input(weekly, { manager })).map(({ offer }) => offer === null);
    expect(offers.sort()).toEqual([false, true]);
  });

  test.each([
    [15, '11:30', '10:30'],
    [30, '11:30', undefined],
    [15, '10:30', '11:30'],
    [30, '10:30', undefined],
  ])('keep %i minutes free around the one at %s, so that the other is at %s', (breathingMinutes, only, other) => {
    const manager = calendar('p', [], { ...office, days: [2], start: '10:30', end: '12:15' });
    const end = only === '10:30' ? '11:15' : '12:15';
    const tied = calendar('b', [], { ...office, days: [2], start: only, end });
    const everyWeek = { kind: 'weekly', every: 1 } as const;
    const reports = [report('a', { rhythm: everyWeek }), report('b', { rhythm: everyWeek, availability: tied })];
    const proposals = proposeAll(input(reports, { manager, breathingMinutes }));
    expect(proposals.map(({ offer }) => offer?.plan.startTime)).toEqual([other, only]);
  });

  test('on dates keep clear of each other too, where both have the one hour of the day', () => {
    const hour = { ...office, days: [1, 2, 3, 4, 5] as const, start: '10:00', end: '10:45' };
    const dated = { kind: 'dated', every: 1 } as const;
    const only = (pairId: string, day: number): ReportToMeet => {
      // Free on that day of the month and on the two after it.
      const days = Array.from({ length: 91 }, (_, index) => addDays('2026-11-30', index));
      const busy = days
        .filter((one) => Math.abs(Number(one.slice(8)) - day - 1) > 1)
        .map((one): BusyTime => {
          const start = instantOf(one, '00:00', 'Europe/London');
          return { start, end: addMinutes(start, 1440), status: 'busy', label: null };
        });
      return report(pairId, { rhythm: dated, availability: calendar(pairId, busy, hour) });
    };
    const proposals = proposeAll(input([only('a', 9), only('b', 9), only('c', 10)], { perDay: 3 }));
    const times = timesOf(proposals.map(({ offer }) => offer));
    expect(times.length).toBeGreaterThan(0);
    times.slice(1).forEach(({ start }, index) => {
      expect(start >= (times[index]?.end ?? '')).toBe(true);
    });
  });

  test('on dates leave a time alone that is promised to somebody else, though only once and though it suits them best', () => {
    const hour = { ...office, start: '10:00', end: '10:45' };
    const freeOn = (pairId: string, every: number, isFree: (day: string) => boolean): ReportToMeet => {
      const days = Array.from({ length: 98 }, (_, index) => addDays('2026-11-30', index));
      const busy = days
        .filter((day) => !isFree(day))
        .map((day): BusyTime => {
          const start = instantOf(day, '00:00', 'Europe/London');
          return { start, end: addMinutes(start, 1440), status: 'busy', label: null };
        });
      return report(pairId, { rhythm: { kind: 'dated', every }, availability: calendar(pairId, busy, hour) });
    };
    const once = freeOn('a', 3, (day) => day === '2026-12-11');
    const monthly = freeOn('b', 1, (day) => day.endsWith('-11'));
    const proposals = proposeAll(input([once, monthly], { perDay: 3 }));
    expect(proposals[0]?.offer?.plan).toMatchObject({ startDate: '2026-12-11', startTime: '10:00' });
    const taken = proposals[1]?.offer?.occurrences.filter(({ start }) => start === '2026-12-11T10:00:00.000Z');
    expect(taken ?? []).toEqual([]);
  });

  test('[OUT-1] [ESS-1] [FORM-1] [OD3a-1] never touch, breathing space and moved meetings included', () => {
    const rhythms: SlotRhythm[] = [
      { kind: 'weekly', every: 1 },
      { kind: 'weekly', every: 3 },
      { kind: 'monthly', every: 1 },
      { kind: 'dated', every: 1 },
      { kind: 'window', from: 2, to: 4 },
      { kind: 'rolling', count: 12, months: 12 },
      { kind: 'term' },
    ];
    const terms = [
      { title: 'A', from: '2026-11-30', to: '2026-12-14' },
      { title: 'B', from: '2026-12-28', to: '2027-01-10' },
    ];
    const busyTimes = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 41 }),
        hour: fc.integer({ min: 8, max: 16 }),
        length: fc.constantFrom(30, 120, 600),
      }),
      { maxLength: 30 },
    );
    const toBusy = (times: readonly { day: number; hour: number; length: number }[]): BusyTime[] =>
      times.map(({ day, hour, length }) => {
        const start = instantOf(addDays('2026-11-30', day), `${String(hour).padStart(2, '0')}:00`, 'Europe/London');
        return { start, end: addMinutes(start, length), status: 'busy', label: null };
      });
    fc.assert(
      fc.property(
        busyTimes,
        fc.array(fc.record({ busy: busyTimes, rhythm: fc.constantFrom(...rhythms) }), { minLength: 2, maxLength: 6 }),
        fc.constantFrom(0, 10, 30),
        (mine, theirs, breathingMinutes) => {
          const reports = theirs.map(({ busy, rhythm }, index) =>
            report(String(index), {
              availability: calendar(String(index), toBusy(busy)),
              rhythm,
              terms,
            }),
          );
          const proposals = proposeAll(
            input(reports, { manager: calendar('p', toBusy(mine)), weeks: 6, breathingMinutes }),
          );
          const times = timesOf(proposals.map(({ offer }) => offer));
          times.slice(1).forEach(({ start }, index) => {
            expect(minutesBetween(times[index]?.end ?? '', start)).toBeGreaterThanOrEqual(breathingMinutes);
          });
        },
      ),
      { numRuns: 25 },
    );
  });
});
