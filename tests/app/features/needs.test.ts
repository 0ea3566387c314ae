import { describe, expect, test } from 'vitest';
import type { FindingView } from '#contract/policy.ts';
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

describe('records to sign', () => {
  const record = (index: number, reminded = false) => ({
    meetingId: idOf(600 + index),
    pairId: pair().pairId,
    other: pair().other,
    start: `2026-11-${String(10 + index)}T10:00:00.000Z`,
    reminded,
    lapsesAt: '2026-12-20T10:00:00.000Z',
    clause: 'FORM-6',
  });
  const shown = (count: number) =>
    findNeeds(
      home({ people: [pair({ next: null })], toSign: Array.from({ length: count }, (_, index) => record(index)) }),
      now,
      zone,
    ).flatMap((need) => (need.kind === 'sign' ? [[need.record.meetingId, need.more]] : []));

  test('[FORM-6] [OD3a-13] wait for the reader one by one, and where there are many the last line stands for the rest', () => {
    expect(shown(2)).toEqual([
      [idOf(600), 1],
      [idOf(601), 1],
    ]);
    expect(shown(6)).toEqual([
      [idOf(600), 1],
      [idOf(601), 1],
      [idOf(602), 4],
    ]);
  });

  test('of somebody who is no longer of a pair shown here wait for nobody', () => {
    const strange = { ...record(1), pairId: idOf(999) };
    expect(needsOf({ people: [], toSign: [strange] })).toEqual([]);
  });
});

describe('records to write up', () => {
  const record = (index: number, step: 'write-up' | 'confirm') => ({
    meetingId: idOf(700 + index),
    pairId: pair().pairId,
    kind: 'one-to-one' as const,
    start: `2026-11-${String(10 + index)}T10:00:00.000Z`,
    step,
    clause: 'ESS-7',
  });

  test('[ESS-7] wait for whoever writes, or confirms, three at most, before what is to be signed', () => {
    const toWriteUp = [record(0, 'confirm'), record(1, 'write-up'), record(2, 'write-up'), record(3, 'write-up')];
    expect(needsOf({ people: [pair({ next: null })], toWriteUp }).map(([kind]) => kind)).toEqual([
      'confirm',
      'write-up',
      'write-up',
    ]);
    expect(needsOf({ people: [], toWriteUp: [{ ...record(0, 'confirm'), pairId: idOf(999) }] })).toEqual([]);
  });
});

describe('how two people meet waits for somebody', () => {
  const day = (start: string) => meeting({ agenda: 'employee', start });
  const soon = day('2026-11-27T10:00:00.000Z');
  const far = day('2026-12-20T10:00:00.000Z');
  const asked = (reason: FindingView['reason'], values: FindingView['values'] = {}) =>
    finding({ kind: 'agreement', state: 'due', reason, values });

  test.each<[string, Parameters<typeof pair>[0], boolean]>([
    ['nothing agreed, the first to come', { agreement: asked('agreement-none-yet'), next: far, last: null }, true],
    ['nothing agreed, the next soon', { agreement: asked('agreement-none-yet'), next: soon }, true],
    ['nothing agreed, the next far away', { agreement: asked('agreement-none-yet'), next: far }, false],
    ['the other has signed', { agreement: asked('agreement-being-signed', { signedBy: 'employee' }), next: far }, true],
    [
      'only the reader has',
      { agreement: asked('agreement-being-signed', { signedBy: 'supervisor' }), next: far },
      false,
    ],
    ['its review has come', { agreement: asked('agreement-review'), next: null }, true],
    ['it holds', { agreement: finding({ kind: 'agreement', state: 'met', reason: 'agreement-holds' }) }, false],
    ['the policy does not ask', { agreement: null }, false],
  ])('[OD3a-10] %s', (_name, part, waits) => {
    const kinds = needsOf({ people: [pair(part)] }).map(([kind]) => kind);
    expect(kinds.includes('how-you-meet')).toBe(waits);
  });

  test('[OD3a-10] a list to be shared days before is prompted for by then, not by the meeting', () => {
    const next = meeting({ agenda: 'none', start: '2026-12-02T10:00:00.000Z' });
    expect(needsOf({ people: [pair({ next, shareBy: '2026-11-28' })] })).toEqual([['prepare', 'Tomasz']]);
    expect(needsOf({ people: [pair({ next, shareBy: '2026-11-29' })] })).toEqual([]);
  });
});
