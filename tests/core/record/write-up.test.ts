import { describe, expect, test } from 'vitest';
import type { WriterRule } from '#core/policy/record-rules.ts';
import {
  confirmWriteUp,
  mayConfirm,
  mayShare,
  mayWrite,
  requireWriter,
  shareWriteUp,
  writeUpState,
  type WriteUp,
} from '#core/record/write-up.ts';
import { codeOf } from '../code-of.ts';

const rule: WriterRule = { kind: 'writer', id: 'writer', clause: 'ESS-7', writes: 'employee', confirms: 'supervisor' };
const together: WriterRule = { ...rule, writes: 'both', confirms: null };
const written: WriteUp = { meetingId: 'm1', duties: [], shared: null, confirmed: null };
const by = { by: 'tomasz', at: '2026-11-26T11:00:00.000Z' };
const later = { by: 'tomasz', at: '2026-11-27T11:00:00.000Z' };
const shared: WriteUp = { ...written, shared: by };
const confirmed: WriteUp = { ...shared, confirmed: { by: 'priya', at: later.at } };
const closed = { state: 'closed' } as const;

describe('[ESS-7] writing a closed record up', () => {
  test.each([
    ['still with the employee', rule, written, 'being-written', 'employee', null],
    ['handed over, and added to until it is confirmed', rule, shared, 'shared', 'employee', 'supervisor'],
    ['confirmed, and nobody’s to change', rule, confirmed, 'confirmed', null, null],
    ['shared by closing where both write', together, written, 'shared', null, null],
    ['shared by closing where the policy says nothing', null, written, 'shared', null, null],
    ['as it was, closed before the policy asked', rule, null, 'shared', null, null],
  ] as const)('is %s', (_words, given, writeUp, state, writer, confirmer) => {
    expect(writeUpState(given, closed, writeUp)).toBe(state);
    for (const party of ['supervisor', 'employee'] as const) {
      expect(mayWrite(given, closed, writeUp, party)).toBe(party === writer);
      expect(mayConfirm(given, closed, writeUp, party)).toBe(party === confirmer);
      expect(mayShare(given, closed, writeUp, party)).toBe(state === 'being-written' && party === 'employee');
    }
  });

  test('is both’s while they talk, and nobody’s before', () => {
    for (const party of ['supervisor', 'employee'] as const) {
      expect(mayWrite(rule, { state: 'open' }, null, party)).toBe(true);
      expect(mayWrite(rule, { state: 'planned' }, null, party)).toBe(false);
    }
  });

  test('refuses the wrong one, the wrong order, and what is confirmed', () => {
    const refusals: [() => unknown, string][] = [
      [() => shareWriteUp(rule, written, 'supervisor', by), 'not-the-writer'],
      [() => confirmWriteUp(rule, written, 'supervisor', by), 'record-being-written'],
      [() => confirmWriteUp(rule, shared, 'employee', by), 'not-the-writer'],
      [() => confirmWriteUp(together, shared, 'supervisor', by), 'meeting-closed'],
      [() => shareWriteUp(null, written, 'employee', by), 'meeting-closed'],
      [
        () => {
          requireWriter(rule, written, 'supervisor');
        },
        'not-the-writer',
      ],
      [
        () => {
          requireWriter(rule, confirmed, 'employee');
        },
        'record-confirmed',
      ],
      [
        () => {
          requireWriter(rule, null, 'employee');
        },
        'meeting-closed',
      ],
    ];
    for (const [doing, code] of refusals) expect(codeOf(doing)).toBe(code);
  });

  test('keeps the first time it was handed over and confirmed', () => {
    expect(shareWriteUp(rule, shared, 'employee', later)).toBe(shared);
    expect(confirmWriteUp(rule, confirmed, 'supervisor', later)).toBe(confirmed);
  });
});
