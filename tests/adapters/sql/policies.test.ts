import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/people/person.ts';
import type { Activation } from '#core/policy/versions.ts';
import type { KeptVersion } from '#server/ports/policies.ts';
import { eventually } from '#tests/support/eventually.ts';
import { engines, now, type OpenedEngine } from './engines.ts';

function versionOf(version: string, text = `{"version":"${version}","hostile":"\\u0000 ’; drop table person"}`) {
  const { id, packId } = { id: randomUUID(), packId: 'pack' };
  return { id, packId, version, title: 'A policy', text, loadedBy: 'nadia', loadedAt: now };
}

function activationOf({ id }: { readonly id: string }, from: string): Activation {
  return { id: randomUUID(), versionId: id, from, by: 'nadia', at: now, withdrawnBy: null, withdrawnAt: null };
}

describe.each(engines)('policies on $engine', ({ open }) => {
  let opened: OpenedEngine;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const administrator = (): Actor => ({ tenantId: randomUUID(), personId: randomUUID(), isAdministrator: true });

  it('are kept byte for byte with their hash, in the order they came, and read by everybody of the tenant and nobody else', async () => {
    const actor = administrator();
    const text = '{ "a": "é\\u0000",\r\n\t"b": 1.10 }\n';
    const [second, first] = [versionOf('1', text), versionOf('2')];
    const [later, sooner] = [activationOf(second, '2027-01-01'), activationOf(first, '2026-11-26')];
    await opened.store.asPerson(actor, async ({ policies }) => {
      expect(await policies.revise()).toBe(1);
      for (const one of [second, first]) await policies.addVersion(one);
      for (const one of [later, sooner]) await policies.addActivation(one);
    });
    const hash = createHash('sha256').update(text).digest('hex');
    const expected = {
      revision: 1,
      versions: [{ ...second, hash }, expect.objectContaining(first) as KeptVersion],
      activations: [later, sooner],
      standards: [],
    };
    const reader = { tenantId: actor.tenantId, personId: randomUUID() };
    expect(await opened.store.asPerson(reader, (tx) => tx.policies.history())).toEqual(expected);
    expect(await opened.policyShelf.read(actor.tenantId)).toEqual(expected);
    expect(await opened.policyShelf.read(randomUUID())).toEqual({
      revision: 0,
      versions: [],
      activations: [],
      standards: [],
    });
    const withdrawn = { ...later, withdrawnBy: 'ade', withdrawnAt: now };
    await opened.store.asPerson(actor, (tx) => tx.policies.withdraw(withdrawn));
    expect((await opened.policyShelf.read(actor.tenantId)).activations).toEqual([withdrawn, sooner]);
  });

  it('are written by an administrator of their tenant alone, in the database too', async () => {
    const actor = administrator();
    const version = versionOf('1');
    const activation = activationOf(version, '2026-11-26');
    await opened.store.asPerson(actor, async ({ policies }) => {
      await policies.revise();
      await policies.addVersion(version);
      await policies.addActivation(activation);
    });
    const before = await opened.policyShelf.read(actor.tenantId);
    const outsiders: Actor[] = [
      { tenantId: actor.tenantId, personId: actor.personId },
      { tenantId: actor.tenantId, personId: randomUUID(), isAdministrator: false },
    ];
    for (const outsider of outsiders) {
      const tries = opened.store.asPerson(outsider, (tx) => tx.policies.addVersion(versionOf('2')));
      await expect(tries).rejects.toMatchObject({ code: 'not-found' });
      const raises = opened.store.asPerson(outsider, (tx) => tx.policies.revise());
      await expect(raises).rejects.toMatchObject({ code: expect.stringMatching(/not-found|duplicate-id/) as string });
      await opened.store.asPerson(outsider, (tx) =>
        tx.policies.withdraw({ ...activation, withdrawnBy: 'x', withdrawnAt: now }),
      );
    }
    await opened.store.asPerson(administrator(), (tx) =>
      tx.policies.withdraw({ ...activation, withdrawnBy: 'x', withdrawnAt: now }),
    );
    expect(await opened.policyShelf.read(actor.tenantId)).toEqual(before);
    for (const statement of [
      'delete from policy_version',
      `update policy_version set body = '{}'`,
      `update policy_activation set from_date = '2020-01-01'`,
      `update policy_activation set version_id = 'x'`,
      'delete from policy_activation',
      `update policy_revision set tenant_id = 'x'`,
    ])
      await expect(opened.asRuntime(actor, statement), statement).rejects.toMatchObject({ code: '42501' });
  });

  it('change one after the other: of two administrators at once neither misses what the other did', async () => {
    const actor = administrator();
    const revisions = await Promise.all(
      [1, 2, 3].map(() => opened.store.asPerson(actor, (tx) => tx.policies.revise())),
    );
    expect(revisions.sort()).toEqual([1, 2, 3]);
  });

  it('hold a version once, and never an activation of what is not there', async () => {
    const actor = administrator();
    await opened.store.asPerson(actor, (tx) => tx.policies.addVersion(versionOf('1')));
    const again = opened.store.asPerson(actor, (tx) => tx.policies.addVersion(versionOf('1')));
    await expect(again).rejects.toMatchObject({ code: 'duplicate-id' });
    const stray = opened.store.asPerson(actor, (tx) =>
      tx.policies.addActivation(activationOf({ id: 'nothing' }, '2026-11-26')),
    );
    await expect(stray).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tell every listener whose they are once they changed, and of what was undone nothing', async () => {
    const actor = administrator();
    const heard: (string | null)[] = [];
    const stop = opened.policyShelf.onChange((tenantId) => heard.push(tenantId));
    const undone = opened.store.asPerson(actor, async (tx) => {
      await tx.policies.revise();
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    const other = randomUUID();
    await opened.policyShelf.install(other, (records) => records.revise());
    await eventually(async () => heard.includes(other));
    stop();
    expect(heard).not.toContain(actor.tenantId);
    expect((await opened.policyShelf.read(actor.tenantId)).revision).toBe(0);
  });
});
