import { describe, expect, test } from 'vitest';
import { findNeeds } from '../../../src/app/features/home/needs.ts';
import { finding, home, idOf, meeting, newcomer, now, pair, priya } from '../support/views.ts';

const zone = 'Europe/London';

function needsOf(part: Parameters<typeof home>[0]): (readonly [string, string])[] {
  return findNeeds(home(part), now, zone).map(({ kind, pair: one }) => [kind, one.other.givenName] as const);
}

describe('what waits for somebody', () => {
  test('[OUT-3] people without a series are to be booked, but not while they are paused', () => {
    const paused = { ...newcomer, pairId: idOf(3), cadence: finding({ state: 'excused', reason: 'paused' }) };
    expect(needsOf({ people: [newcomer, paused] })).toEqual([['book-first', 'Yusuf']]);
  });

  test('a meeting within two days is to be prepared until one has agreed, and to be agreed once the other has', () => {
    const soon = pair({ next: meeting({ agenda: 'none' }) });
    const theirs = pair({ pairId: idOf(4), next: meeting({ id: idOf(501), agenda: 'employee' }) });
    const mine = pair({ pairId: idOf(5), next: meeting({ id: idOf(502), agenda: 'supervisor' }) });
    const later = pair({
      pairId: idOf(6),
      next: meeting({ id: idOf(503), agenda: 'none', start: '2026-11-30T10:00:00.000Z' }),
    });
    expect(needsOf({ people: [soon, theirs, mine, later] })).toEqual([
      ['prepare', 'Tomasz'],
      ['agree', 'Tomasz'],
    ]);
  });

  test('a meeting still open after its end is to be closed by the manager, not by the report', () => {
    const over = meeting({ state: 'open', start: '2026-11-26T08:00:00.000Z', end: '2026-11-26T08:45:00.000Z' });
    expect(needsOf({ people: [pair({ next: over })] })).toEqual([['close', 'Tomasz']]);
    expect(needsOf({ people: [], mine: [pair({ supervising: false, other: priya, next: over })] })).toEqual([]);
  });
});
