import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transaction } from '#server/ports/store.ts';
import { engines, type OpenedEngine } from './engines.ts';
import { savedPair, type PairExample } from './examples.ts';

describe.each(engines)('a sealed record on $engine', ({ open }) => {
  let opened: OpenedEngine;
  let ours: PairExample;
  beforeAll(async () => {
    opened = await open();
    ours = await savedPair(opened.store);
  });
  afterAll(() => opened.close());

  const everyRow = () =>
    Promise.all(
      ['record_seal', 'signature', 'addendum'].map((table) => opened.asOwner(`select t::text from ${table} t`)),
    );

  it('is signed and added to by nobody in the name of the other', async () => {
    const before = await everyRow();
    const employee = ours.employee.personId;
    const addendum = { ...ours.addendum, id: randomUUID(), number: 2 };
    const forgeries: ((tx: Transaction) => Promise<unknown>)[] = [
      (tx) => tx.signOffs.addSignature({ ...ours.signature, signerId: employee, party: 'employee' }, ours.pair.id),
      (tx) => tx.signOffs.addAddendum({ ...addendum, authorId: employee }, ours.pair.id),
    ];
    for (const forge of forgeries) {
      const forging = opened.store.asPerson(ours.supervisor, forge);
      await expect(forging).rejects.toMatchObject({ name: 'Refusal', code: 'not-found' });
    }
    expect(await everyRow()).toEqual(before);
  });

  it('is found by its number, and as the last of its pair, by the two alone', async () => {
    const stranger = { ...ours.supervisor, personId: randomUUID() };
    const { pairId, number, hash } = ours.seal;
    for (const [reader, found] of [
      [ours.employee, { number, hash }],
      [stranger, null],
    ] as const) {
      const read = await opened.store.asPerson(reader, (tx) =>
        Promise.all([tx.signOffs.sealNumbered(pairId, number), tx.signOffs.lastSeal(pairId)]),
      );
      expect(read).toEqual([found, found]);
    }
  });

  it('is sealed, signed and numbered once', async () => {
    const again: ((tx: Transaction) => Promise<unknown>)[] = [
      (tx) => tx.signOffs.addSeal({ ...ours.seal, number: 2, previousHash: ours.seal.hash }),
      (tx) => tx.signOffs.addSignature(ours.signature, ours.pair.id),
      (tx) => tx.signOffs.addAddendum({ ...ours.addendum, id: randomUUID() }, ours.pair.id),
    ];
    for (const write of again) {
      const writing = opened.store.asPerson(ours.supervisor, write);
      await expect(writing).rejects.toMatchObject({ name: 'Refusal', code: 'duplicate-id' });
    }
  });

  it('can be changed or taken away by neither of the two, even by SQL', async () => {
    const before = await everyRow();
    const columns = { record_seal: 'content', signature: 'words', addendum: 'words' };
    for (const [table, column] of Object.entries(columns)) {
      for (const statement of [`delete from ${table}`, `update ${table} set ${column} = 'x'`])
        await expect(opened.asRuntime(ours.supervisor, statement), statement).rejects.toMatchObject({ code: '42501' });
    }
    expect(await everyRow()).toEqual(before);
  });
});
