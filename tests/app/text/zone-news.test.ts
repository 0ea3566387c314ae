import { expect, test } from 'vitest';
import { zoneWords } from '../../../src/app/text/zone-news.ts';

const from = { start: '2026-12-01T10:00:00.000Z', end: '2026-12-01T10:30:00.000Z' };
const zones = { from: 'Europe/London', to: 'America/New_York', series: 'Europe/London', isOutside: true };

test.each([
  [
    { by: 'other', from, zones } as const,
    'Yusuf’s calendar is now on New York time. The one-to-ones stay at 10:00 London time, 05:00 for Yusuf. That is outside the hours Yusuf works.',
  ],
  [
    { by: 'me', from, zones } as const,
    'Your calendar is now on New York time. The one-to-ones stay at 10:00 London time, 05:00 for you. That is outside the hours you work.',
  ],
  [
    { by: 'other', from, zones: { ...zones, to: 'Europe/London', isOutside: false } } as const,
    'Yusuf’s calendar is now on London time. The one-to-ones stay at 10:00 London time.',
  ],
  [
    { by: 'other', from, zones: { ...zones, to: 'Pacific/Kiritimati', isOutside: false } } as const,
    'Yusuf’s calendar is now on Kiritimati time. The one-to-ones stay at 10:00 London time, 00:00 the day after for Yusuf.',
  ],
  [
    { by: 'other', from: null, zones: { ...zones, series: null, isOutside: false } } as const,
    'Yusuf’s calendar is now on New York time.',
  ],
])('[OUT-3] a calendar in another zone is said with what it makes of the one-to-ones', (news, words) => {
  expect(zoneWords(news, 'Yusuf')).toBe(words);
});
