import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addBeside,
  findAltered,
  sealRecord,
  signSeal,
  type Addendum,
  type RecordSeal,
  type SealedRecord,
} from '#core/record/seal.ts';
import type { Signature } from '#core/record/sign-off.ts';

const fingerprint = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const minute = (minutes: number): string => new Date(Date.UTC(2026, 10, 12, 11, minutes)).toISOString();

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const view = fc.option(words);

interface History {
  readonly contents: readonly string[];
  readonly supervisorView: string | null;
  readonly employeeView: string | null;
  readonly employeeFirst: boolean;
  readonly added: readonly string[];
}

const histories: fc.Arbitrary<History> = fc.record({
  contents: fc.array(words, { minLength: 1, maxLength: 4 }),
  supervisorView: view,
  employeeView: view,
  employeeFirst: fc.boolean(),
  added: fc.array(words, { maxLength: 4 }),
});

/** A pair's sealed records, the last of them signed by both and added to. */
function lived({ contents, supervisorView, employeeView, employeeFirst, added }: History): SealedRecord {
  let before: RecordSeal | null = null;
  let sealBefore: string | null = null;
  for (const [index, content] of contents.entries()) {
    sealBefore = before?.hash ?? null;
    before = sealRecord(
      { meetingId: `m${String(index)}`, pairId: 'p', content, at: minute(index) },
      before,
      fingerprint,
    );
  }
  const seal = before as unknown as RecordSeal;
  const supervisor = { id: 'priya', party: 'supervisor', words: supervisorView, at: minute(20) } as const;
  const employee = { id: 'tomasz', party: 'employee', words: employeeView, at: minute(20) } as const;
  const order = employeeFirst ? [employee, supervisor] : [supervisor, employee];
  const signatures = order.map((signer): Signature => signSeal(seal, signer, fingerprint));
  const addenda: Addendum[] = [];
  for (const [index, text] of added.entries()) {
    const one = { id: `a${String(index)}`, authorId: 'priya', text, at: minute(30 + index) };
    addenda.push(addBeside(seal, addenda, one, fingerprint));
  }
  return { seal, sealBefore, signatures, addenda };
}

/** Where a text or number stands in a record: the way to it. */
function leavesOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [[...path]];
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...path, name]));
}

/** The same record with one letter or number of one leaf changed. */
function withOneChange(record: SealedRecord, path: readonly string[], where: number): SealedRecord {
  const copy = structuredClone(record);
  let holder = copy as unknown as Record<string, unknown>;
  for (const name of path.slice(0, -1)) holder = holder[name] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  const value = holder[last];
  if (typeof value === 'number') holder[last] = value + 1;
  if (typeof value === 'string') {
    const at = where % value.length;
    const other = value.charAt(at) === 'x' ? 'y' : 'x';
    holder[last] = value.slice(0, at) + other + value.slice(at + 1);
  }
  return copy;
}

describe('a sealed record', () => {
  test('[OD3a-13] is found to be what was signed, after any signing and adding', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const record = lived(history);
        expect(findAltered(record, record.seal.content, fingerprint)).toEqual([]);
      }),
    );
  });

  test('[OD3a-13] shows any single letter or number that was changed, in what was said, signed or added', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), (history, which, where) => {
        const record = lived(history);
        const leaves = leavesOf(record);
        const path = leaves[which % leaves.length] ?? [];
        const changed = withOneChange(record, path, where);
        expect([path, findAltered(changed, record.seal.content, fingerprint).length > 0]).toEqual([path, true]);
      }),
      { numRuns: 500 },
    );
  });

  test('[OD3a-13] has the same fingerprint whoever signs first', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const one = lived(history);
        const other = lived({ ...history, employeeFirst: !history.employeeFirst });
        expect(other.seal).toEqual(one.seal);
        expect([...other.signatures].reverse()).toEqual(one.signatures);
      }),
    );
  });

  test('shows what differs between the tables and what was sealed', () => {
    const record = lived({
      contents: ['said'],
      supervisorView: null,
      employeeView: null,
      employeeFirst: true,
      added: [],
    });
    expect(findAltered(record, 'said otherwise', fingerprint)).toEqual([{ part: 'shown' }]);
  });

  test('shows an addendum that was taken out from between, or put in', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, which) => {
        const record = lived({ ...history, added: ['first', ...history.added, 'last'] });
        const at = which % (record.addenda.length - 1);
        const fewer = { ...record, addenda: record.addenda.toSpliced(at, 1) };
        expect(findAltered(fewer, record.seal.content, fingerprint)).not.toEqual([]);
        const twice = { ...record, addenda: record.addenda.toSpliced(at, 0, ...record.addenda.slice(at, at + 1)) };
        expect(findAltered(twice, record.seal.content, fingerprint)).not.toEqual([]);
      }),
    );
  });

  test('shows that the record before it is gone, or is another', () => {
    const record = lived({
      contents: ['one', 'two'],
      supervisorView: null,
      employeeView: null,
      employeeFirst: false,
      added: [],
    });
    for (const sealBefore of [null, fingerprint('another')])
      expect(findAltered({ ...record, sealBefore }, 'two', fingerprint)).toEqual([{ part: 'chain' }]);
  });

  test('lets no signature of another record stand under it', () => {
    const one = lived({ contents: ['one'], supervisorView: null, employeeView: null, employeeFirst: false, added: [] });
    const two = lived({ contents: ['two'], supervisorView: null, employeeView: null, employeeFirst: false, added: [] });
    expect(findAltered({ ...two, signatures: one.signatures }, 'two', fingerprint)).toEqual([
      { part: 'signature', signerId: 'priya' },
      { part: 'signature', signerId: 'tomasz' },
    ]);
  });
});
