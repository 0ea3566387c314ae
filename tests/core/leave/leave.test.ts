import { expect, test } from 'vitest';
import { leaveStanding } from '#core/leave/leave.ts';

const rule = { yearStarts: { month: 9, day: 1 }, entitlementDays: 28, buildUpDays: 5 };

test.each([
  // On the first day all of it is left; on the last, next to none should be.
  ['2026-09-01', 28, { state: 'even', evenDays: 28, weeksToGo: 52 }],
  ['2027-08-31', 0, { state: 'even', evenDays: 0, weeksToGo: 0 }],
  // Ten weeks to go: 28 × 72 / 365 is 5.5 days; from 5 more than that it is building up.
  ['2027-06-21', 12, { state: 'building-up', evenDays: 5.5, weeksToGo: 10 }],
  ['2027-06-21', 10.5, { state: 'even', evenDays: 5.5, weeksToGo: 10 }],
  ['2027-06-21', 11, { state: 'building-up', evenDays: 5.5, weeksToGo: 10 }],
  // Much used early is said as well.
  ['2026-12-01', 10, { state: 'ahead', evenDays: 21, weeksToGo: 39 }],
  // The day before the year turns belongs to the old year, a leap year is one day longer.
  ['2028-02-29', 15, { state: 'even', evenDays: 14, weeksToGo: 26 }],
] as const)('[FORM-4] on %s with %f days left', (on, days, expected) => {
  expect(leaveStanding(rule, days, on)).toMatchObject({ ...expected, daysLeft: days });
});

test('[FORM-4] the year ends the day before it starts again', () => {
  expect(leaveStanding(rule, 1, '2026-08-31').yearEndsOn).toBe('2026-08-31');
  expect(leaveStanding(rule, 1, '2026-09-01').yearEndsOn).toBe('2027-08-31');
});
