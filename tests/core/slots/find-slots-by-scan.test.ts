import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SeriesPlan } from '#core/series/series.ts';
import { candidatesOf, compareCandidates, planOf } from '#core/slots/candidates.ts';
import { findSlots, lookAt } from '#core/slots/find-slots.ts';
import type { BusyStatus, BusyTime, SlotRequest, WorkingHours } from '#core/slots/slot.ts';
import { addDays, addMinutes, daysBetween, instantOf, localDateOf } from '#core/time.ts';
import { alternativesTo, clashesOf, clashSet, penaltyOf, recurringPlans } from '#tests/core/slots/brute-force.ts';

const zones = [
  'Europe/London',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Adelaide',
  'America/New_York',
  'America/St_Johns',
];

describe('against the plain way of looking at every time', () => {
  const hours: fc.Arbitrary<WorkingHours> = fc.record({
    days: fc.constantFrom<WorkingHours['days'][]>([1, 2, 3, 4, 5], [2, 3, 4], [1, 6, 7]),
    start: fc.constantFrom('07:30', '09:00', '10:15'),
    end: fc.constantFrom('15:00', '17:00', '18:30'),
    zone: fc.constantFrom(...zones),
  });
  // The clocks change in Europe, in North America and in Australia, some in each direction.
  const froms = ['2026-10-19', '2027-03-18', '2026-12-21', '2027-03-10', '2027-03-29', '2026-09-28'];
  const lengths = [0, 10, 30, 45, 90, 24 * 60, 4 * 24 * 60];
  const busyTimes = (from: string): fc.Arbitrary<BusyTime> =>
    fc
      .record({
        minute: fc.integer({ min: -600, max: 22 * 24 * 12 }).map((fives) => fives * 5),
        length: fc.constantFrom(...lengths),
        status: fc.constantFrom<BusyStatus[]>('busy', 'tentative', 'away'),
        label: fc.constantFrom('Panel', 'Leave', null),
      })
      .map(({ minute, length, status, label }) => {
        const start = addMinutes(instantOf(from, '00:00', 'Europe/London'), minute);
        return { start, end: addMinutes(start, length), status, label };
      });
  const requests: fc.Arbitrary<SlotRequest> = fc.constantFrom(...froms).chain((from) =>
    fc.record({
      people: fc.array(
        fc.record({
          personId: fc.constantFrom('p', 'y', 'k'),
          workingHours: hours,
          busy: fc.array(busyTimes(from), { maxLength: 25 }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      rhythm: fc.integer({ min: 1, max: 2 }).map((every) => ({ kind: 'weekly' as const, every })),
      minutes: fc.constantFrom(25, 30, 60),
      zone: fc.constantFrom(...zones),
      from: fc.constant(from),
      weeks: fc.constant(3),
      notBefore: fc.constantFrom(`${from}T11:00:00.000Z`, `${addDays(from, 3)}T00:00:00.000Z`),
      holidays: fc.constantFrom({}, { [addDays(from, 8)]: 'Holiday' }),
      stepMinutes: fc.constantFrom(30, 60),
      most: fc.constant(10_000),
    }),
  );
  const name = ({ pattern, startDate, startTime }: SeriesPlan): string =>
    `${JSON.stringify(Object.entries(pattern).sort())} ${startDate} ${startTime}`;

  const rhythms: [string, SlotRequest['rhythm'], number, number][] = [
    ['[OUT-1] every week', { kind: 'weekly', every: 1 }, 3, 3],
    ['[OUT-1] every second week', { kind: 'weekly', every: 2 }, 3, 3],
    ['[ESS-1] within a window', { kind: 'window', from: 2, to: 3 }, 4, 2],
    ['[OUT-1] on a weekday of the month', { kind: 'monthly', every: 1 }, 5, 1],
    ['[FORM-1] on a date of the month', { kind: 'dated', every: 1 }, 5, 1],
  ];

  test.each(rhythms)(
    '%s: every recurring time is found, none invented, those with fewest clashes first',
    (_, rhythm, weeks, numRuns) => {
      fc.assert(
        fc.property(requests, (drawn) => {
          const given = { ...drawn, rhythm, weeks };
          const look = lookAt(given);
          const found = candidatesOf(look).sort(compareCandidates);
          const offers = found.map((candidate) => planOf(look, candidate));
          const plans = recurringPlans(given);
          expect(offers.map(name).sort()).toEqual(plans.map(name).sort());
          // In a window each clash weighs by how few the meetings are.
          const penalties = offers.map(
            (plan) => penaltyOf(given, plan) * (rhythm.kind === 'window' ? plan.pattern.every : 1),
          );
          expect(penalties).toEqual([...penalties].sort((one, other) => one - other));
        }),
        { numRuns },
      );
    },
  );

  test('[OUT-3] [C2] every clash is seen and every way round it is the nearest free time between the neighbours', () => {
    fc.assert(
      fc.property(requests, (given) => {
        for (const { plan, occurrences, freeCount } of findSlots({ ...given, most: 4 })) {
          let previousOn: string | null = null;
          for (const [index, one] of occurrences.entries()) {
            const clashes = clashesOf(given, one.originalDate, one);
            expect(clashSet(one.clashes)).toEqual(clashSet(clashes));
            const nextOn = occurrences[index + 1]?.originalDate ?? null;
            if (clashes.length > 0) {
              const { times: nearest } = alternativesTo(given, plan, one.originalDate, previousOn, nextOn);
              if (one.alternative === null) expect(nearest).toEqual([]);
              else expect(nearest).toContainEqual(one.alternative);
            } else expect(one.alternative).toBeNull();
            previousOn = one.alternative === null ? one.originalDate : localDateOf(one.alternative.start, plan.zone);
            expect(Math.abs(daysBetween(one.originalDate, previousOn))).toBeLessThan(7);
          }
          expect(freeCount).toBe(occurrences.filter(({ clashes }) => clashes.length === 0).length);
        }
      }),
      { numRuns: 15 },
    );
  });
});
