import { describe, expect, test } from 'vitest';
import { findSlots } from '#core/slots/find-slots.ts';
import { protectedTimes, requireProtected, type ProtectedHours } from '#core/slots/protected-hours.ts';
import type { Availability } from '#core/slots/slot.ts';
import { codeOf } from '#tests/core/code-of.ts';

const mornings: ProtectedHours = { days: [2, 4], from: '09:00', until: '12:00' };
const zone = 'Europe/London';

describe('hours somebody keeps free', () => {
  test('are taken on their days, by their own clock all year', () => {
    expect(protectedTimes([mornings], zone, '2027-03-25', '2027-03-31')).toEqual([
      {
        start: '2027-03-25T09:00:00.000Z',
        end: '2027-03-25T12:00:00.000Z',
        status: 'busy',
        label: null,
        isKeptFree: true,
      },
      {
        start: '2027-03-30T08:00:00.000Z',
        end: '2027-03-30T11:00:00.000Z',
        status: 'busy',
        label: null,
        isKeptFree: true,
      },
    ]);
    expect(protectedTimes([], zone, '2026-11-30', '2028-11-30')).toEqual([]);
  });

  test('[OUT-3] are not offered for one-to-ones', () => {
    const calendar = (personId: string, hours: readonly ProtectedHours[]): Availability => ({
      personId,
      workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', zone },
      busy: protectedTimes(hours, zone, '2026-11-30', '2027-03-07'),
    });
    const all: ProtectedHours = { days: [1, 2, 3, 5], from: '08:00', until: '18:00' };
    const offers = findSlots({
      people: [calendar('p', [mornings]), calendar('y', [all])],
      rhythm: { kind: 'weekly', every: 2 },
      ...{ minutes: 45, zone, from: '2026-11-30', weeks: 13, notBefore: '2026-11-30T00:00:00.000Z' },
      ...{ holidays: {}, stepMinutes: 15, most: 1 },
    });
    expect(offers[0]?.plan.pattern).toMatchObject({ weekday: 4 });
    expect((offers[0]?.plan.startTime ?? '') >= '12:00').toBe(true);
    expect(offers[0]?.freeCount).toBe(offers[0]?.occurrences.length);
  });

  test.each([
    ['end before they begin', { ...mornings, until: '08:59' }],
    ['take no time', { ...mornings, until: '09:00' }],
    ['are on no day', { ...mornings, days: [] }],
  ])('are refused where they %s', (_what, hours) => {
    expect(codeOf(() => requireProtected([hours]))).toBe('bad-request');
  });

  test('are kept in the order of the week, each day once, and not without end', () => {
    expect(requireProtected([{ ...mornings, days: [4, 2, 4] }])).toEqual([mornings]);
    expect(codeOf(() => requireProtected(Array.from({ length: 11 }, () => mornings)))).toBe('bad-request');
  });
});
