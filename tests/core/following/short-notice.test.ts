import { expect, it } from 'vitest';
import { shortNotice } from '#core/following/short-notice.ts';

const at = '2026-11-26T23:30:00.000Z';
const on = (start: string) => ({ kind: 'meeting-moved' as const, at, to: { start, end: start } });

it.each([
  ['sooner than agreed', '2026-12-02T10:00:00.000Z', 7],
  ['on the first day agreed', '2026-12-03T10:00:00.000Z', null],
] as const)('[OD3a-10] a meeting that Outlook puts %s', (_, start, days) => {
  expect(shortNotice(on(start), { noticeDays: 7 }, 'Europe/London')).toBe(days);
});

it('[OD3a-10] days of notice are counted where the supervisor is', () => {
  expect(shortNotice(on('2026-12-03T10:00:00.000Z'), { noticeDays: 7 }, 'Asia/Tokyo')).toBe(7);
});

it('says nothing where nothing was agreed, or of news that puts no meeting anywhere', () => {
  const soon = on('2026-11-27T10:00:00.000Z');
  expect(shortNotice(soon, null, 'UTC')).toBeNull();
  expect(shortNotice(soon, { noticeDays: 0 }, 'UTC')).toBeNull();
  expect(shortNotice({ ...soon, kind: 'new-time-proposed' }, { noticeDays: 7 }, 'UTC')).toBeNull();
});
