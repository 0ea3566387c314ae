import { describe, expect, test } from 'vitest';
import { preparationTime, rightBefore } from '#core/event/preparation-time.ts';
import type { Availability, BusyTime } from '#core/slots/slot.ts';

/** Tuesday, ten o'clock in London. */
const start = '2026-12-08T10:00:00.000Z';
const known = { now: '2026-12-01T09:00:00.000Z', holidays: {} };

function calendar(...busy: readonly (readonly [string, string])[]): Availability {
  const taken: BusyTime[] = busy.map(([from, until]) => ({
    start: `2026-12-${from}:00.000Z`,
    end: `2026-12-${until}:00.000Z`,
    status: 'busy',
    label: null,
  }));
  const workingHours = { days: [1, 2, 3, 4, 5] as const, start: '09:00', end: '17:00', zone: 'Europe/London' };
  return { personId: 'p', workingHours, busy: taken };
}

describe('time to prepare', () => {
  test('[ESS-4] stands right before the meeting where the calendar is free', () => {
    expect(preparationTime(start, 30, calendar(), known)).toEqual({ start: '2026-12-08T09:30:00.000Z', end: start });
  });

  test('[ESS-4] stands earlier on the same day where something comes right before', () => {
    const busy = calendar(['08T09:35', '08T10:00']);
    expect(preparationTime(start, 30, busy, known)).toEqual({
      start: '2026-12-08T09:05:00.000Z',
      end: '2026-12-08T09:35:00.000Z',
    });
  });

  test('[ESS-4] [CAREER-4] stands late on the working day before where the day has no room, weekends and holidays passed over', () => {
    const full = calendar(['08T08:00', '08T10:00']);
    expect(preparationTime(start, 60, full, known)?.start).toBe('2026-12-07T16:00:00.000Z');
    const holidays = { '2026-12-07': 'A day off' };
    expect(preparationTime(start, 60, full, { ...known, holidays })?.start).toBe('2026-12-04T16:00:00.000Z');
  });

  test('is never in the past, nor outside working hours, nor longer ago than a long weekend', () => {
    const now = '2026-12-08T09:10:00.000Z';
    expect(preparationTime(start, 30, calendar(), { ...known, now })?.start).toBe('2026-12-08T09:30:00.000Z');
    expect(preparationTime(start, 60, calendar(), { ...known, now })).toBeNull();
    const away = calendar(['02T00:00', '08T10:00']);
    expect(preparationTime(start, 30, away, known)).toBeNull();
    const early = '2026-12-08T09:00:00.000Z';
    expect(preparationTime(early, 30, calendar(), known)?.end).toBe('2026-12-07T17:00:00.000Z');
  });

  test('falls back to right before, unless that has begun', () => {
    expect(rightBefore(start, 30, known.now)).toEqual({ start: '2026-12-08T09:30:00.000Z', end: start });
    expect(rightBefore(start, 30, '2026-12-08T09:30:00.000Z')).toBeNull();
  });
});
