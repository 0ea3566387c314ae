import { expect, test } from 'vitest';
import { standingOf, type Duty } from '#core/duties/duty.ts';

const duty: Duty = {
  id: 'd1',
  pairId: 'priya-tomasz',
  personId: 'tomasz',
  kindId: 'first-aid',
  title: 'First aid',
  since: '2025-01-10',
  validUntil: null,
  confirmed: null,
  endedOn: null,
};
const confirmed = { by: 'priya', at: '2026-10-01T09:00:00.000Z' };

test.each([
  ['is held while it runs out on no day', {}, false, 'held'],
  ['is in date on its last day', { validUntil: '2026-11-26' }, false, 'in-date'],
  ['is due the day after', { validUntil: '2026-11-25' }, false, 'due'],
  ['is due until it was confirmed, where the policy wants that', { validUntil: '2027-01-01' }, true, 'due'],
  ['is in date once confirmed', { validUntil: '2027-01-01', confirmed }, true, 'in-date'],
  ['is due again once run out, confirmed or not', { validUntil: '2026-11-25', confirmed }, true, 'due'],
  ['is over from the day it ended', { validUntil: '2026-11-25', endedOn: '2026-11-26' }, true, 'ended'],
] as const)('[FORM-10] [ESS-6] a duty %s', (_words, changes, asked, standing) => {
  expect(standingOf({ ...duty, ...changes }, asked, '2026-11-26')).toBe(standing);
});
