import { expect, it } from 'vitest';
import { withoutOwn } from '#core/slots/own-times.ts';
import type { Availability } from '#core/slots/slot.ts';

const at = (start: string, end: string, label: string | null = null) => ({
  start: `2026-12-03T${start}:00.000Z`,
  end: `2026-12-03T${end}:00.000Z`,
  status: 'busy' as const,
  label,
});

it('[OUT-3] one-to-ones that are to be moved are not in their own way, but what else stands there is', () => {
  const calendar: Availability = {
    personId: 'priya',
    workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', zone: 'Europe/London' },
    busy: [at('10:00', '10:45'), at('10:00', '10:45', 'Twice booked'), at('10:00', '11:00'), at('13:00', '13:30')],
  };
  const left = withoutOwn(calendar, [at('10:00', '10:45'), at('15:00', '15:30')]).busy;
  expect(left).toEqual([at('10:00', '10:45', 'Twice booked'), at('10:00', '11:00'), at('13:00', '13:30')]);
  expect(calendar.busy).toHaveLength(4);
});
