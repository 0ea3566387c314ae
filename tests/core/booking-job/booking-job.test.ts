import { describe, expect, test } from 'vitest';
import { codeOf } from '#tests/core/code-of.ts';
import {
  hasNoSeries,
  isChosen,
  itemRefused,
  jobIn,
  type BookingJob,
  type JobItem,
  type JobState,
} from '#core/booking-job/booking-job.ts';

const now = '2026-11-26T10:00:00.000Z';
const job: BookingJob = {
  id: 'job',
  state: 'running',
  choice: { units: null, grades: null },
  from: '2026-11-30',
  breathingMinutes: 10,
  startedBy: 'nadia',
  startedAt: '2026-11-26T09:00:00.000Z',
  settledAt: null,
};
const item: JobItem = {
  pairId: 'pair',
  supervisorId: 'priya',
  employeeId: 'tomasz',
  bookingId: 'booking',
  state: 'waiting',
  reason: null,
};

describe('booking for many', () => {
  test.each([
    [null, null, true],
    [['Housing'], null, true],
    [['Finance'], null, false],
    [['Finance', 'Housing'], ['G7'], true],
    [null, ['G8'], false],
    [[null], null, false],
  ])('[OUT-3] of units %j and grades %j', (units, grades, expected) => {
    expect(isChosen({ units, grades }, { unit: 'Housing', grade: 'G7' })).toBe(expected);
  });

  test('[OUT-3] takes those the directory names no unit of only where they were chosen', () => {
    expect(isChosen({ units: [null], grades: null }, { unit: null, grade: 'G7' })).toBe(true);
    expect(isChosen({ units: ['Housing'], grades: null }, { unit: null, grade: 'G7' })).toBe(false);
  });

  test('[OUT-3] [C2] is for those with nothing booked from today on, and leaves out who pauses or has parted', () => {
    const today = '2026-11-26';
    const pair = { role: 'line', from: '2026-01-05', to: null, extraSupport: null, pause: null } as const;
    const bare = { pair, series: 'none', seriesUntil: null } as const;
    expect(hasNoSeries(bare, today)).toBe(true);
    expect(hasNoSeries({ ...bare, pair: { ...pair, to: '2026-11-20' } }, today)).toBe(false);
    expect(hasNoSeries({ ...bare, pair: { ...pair, pause: { from: '2026-11-02', until: null } } }, today)).toBe(false);
    for (const series of ['being-booked', 'booked'] as const) {
      expect(hasNoSeries({ pair, series, seriesUntil: null }, today)).toBe(false);
      expect(hasNoSeries({ pair, series, seriesUntil: today }, today)).toBe(false);
      expect(hasNoSeries({ pair, series, seriesUntil: '2026-11-25' }, today)).toBe(true);
    }
  });

  test.each<[JobState, JobState, string | null]>([
    ['running', 'paused', null],
    ['paused', 'running', null],
    ['running', 'ended', null],
    ['paused', 'ended', null],
    ['running', 'running', null],
    ['ended', 'ended', null],
    ['ended', 'running', 'job-over'],
    ['finished', 'running', 'job-over'],
    ['finished', 'paused', 'job-over'],
  ])('that is %s can become %s, or says why not', (from, to, code) => {
    const asked = () => jobIn({ ...job, state: from }, to, now);
    if (code === null) expect(asked().state).toBe(to);
    else expect(codeOf(asked)).toBe(code);
  });

  test('knows when it was ended', () => {
    expect(jobIn(job, 'ended', now)).toEqual({ ...job, state: 'ended', settledAt: now });
    expect(jobIn(job, 'paused', now)).toEqual({ ...job, state: 'paused' });
  });

  test('keeps a refusal as its code: needless where a series was booked meanwhile, for a look otherwise', () => {
    expect(itemRefused(item, 'series-exists')).toEqual({ ...item, state: 'left-out', reason: 'series-exists' });
    expect(itemRefused(item, 'slot-outside-hours')).toEqual({ ...item, state: 'failed', reason: 'slot-outside-hours' });
  });
});
