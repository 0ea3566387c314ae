import { sql, type Kysely } from 'kysely';
import type { PolicyRecords, PolicyShelf } from '#server/ports/policies.ts';
import { policyChannel, type Notices } from './notices.ts';
import { askRun, askRunsFrom } from './policy-run.ts';
import type { Tables } from './tables.ts';
import type { Transactions } from './transactions.ts';

/** SHA-256 of a text, in hexadecimal, worked out where it is kept. */
function digest(text: string) {
  return sql<string>`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;
}

/** The policies of a tenant. Whatever changes what is asked has everybody looked at again. */
export function policyStore(scope: { readonly tx: Kysely<Tables>; readonly tenantId: string }): PolicyRecords {
  const { tx, tenantId } = scope;
  return {
    history: async () => {
      // Versions are asked for last: an activation that is seen finds its version.
      const [revised, activations, standards, versions] = await Promise.all([
        tx.selectFrom('policy_revision').select('revision').where('tenant_id', '=', tenantId).executeTakeFirst(),
        tx
          .selectFrom('policy_activation')
          .select([
            'id',
            'version_id as versionId',
            'from_date as from',
            'by_id as by',
            'at',
            'withdrawn_by as withdrawnBy',
            'withdrawn_at as withdrawnAt',
          ])
          .where('tenant_id', '=', tenantId)
          .orderBy('ordinal')
          .execute(),
        tx
          .selectFrom('unit_standard')
          .select([
            'id',
            'unit',
            'body as text',
            'hash',
            'from_date as from',
            'loaded_by as loadedBy',
            'loaded_at as loadedAt',
            'withdrawn_by as withdrawnBy',
            'withdrawn_at as withdrawnAt',
          ])
          .where('tenant_id', '=', tenantId)
          .orderBy('ordinal')
          .execute(),
        tx
          .selectFrom('policy_version')
          .select([
            'id',
            'pack_id as packId',
            'pack_version as version',
            'title',
            'body as text',
            'hash',
            'loaded_by as loadedBy',
            'loaded_at as loadedAt',
          ])
          .where('tenant_id', '=', tenantId)
          .orderBy('ordinal')
          .execute(),
      ]);
      return { revision: revised?.revision ?? 0, versions, activations, standards };
    },
    revise: async () => {
      const { rows } = await sql<{ revision: number }>`
        insert into policy_revision (tenant_id, revision) values (${tenantId}, 1)
        on conflict (tenant_id) do update set revision = policy_revision.revision + 1
        returning revision, pg_notify(${policyChannel}, ${tenantId}::text) as told`.execute(tx);
      return rows[0]?.revision ?? 0;
    },
    addVersion: async (version) => {
      const { hash } = await tx
        .insertInto('policy_version')
        .values({
          tenant_id: tenantId,
          id: version.id,
          pack_id: version.packId,
          pack_version: version.version,
          title: version.title,
          body: version.text,
          hash: digest(version.text),
          loaded_by: version.loadedBy,
          loaded_at: version.loadedAt,
        })
        .returning('hash')
        .executeTakeFirstOrThrow();
      return { ...version, hash };
    },
    addActivation: async (activation) => {
      await tx
        .insertInto('policy_activation')
        .values({
          tenant_id: tenantId,
          id: activation.id,
          version_id: activation.versionId,
          from_date: activation.from,
          by_id: activation.by,
          at: activation.at,
          withdrawn_by: activation.withdrawnBy,
          withdrawn_at: activation.withdrawnAt,
        })
        .execute();
      await askRunsFrom(scope, activation.from, activation.at);
    },
    withdraw: async ({ id, withdrawnBy, withdrawnAt }) => {
      await tx
        .updateTable('policy_activation')
        .set({ withdrawn_by: withdrawnBy, withdrawn_at: withdrawnAt })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute();
    },
    addStandard: async (standard) => {
      await tx
        .insertInto('unit_standard')
        .values({
          tenant_id: tenantId,
          id: standard.id,
          unit: standard.unit,
          body: standard.text,
          hash: digest(standard.text),
          from_date: standard.from,
          loaded_by: standard.loadedBy,
          loaded_at: standard.loadedAt,
          withdrawn_by: standard.withdrawnBy,
          withdrawn_at: standard.withdrawnAt,
        })
        .execute();
      await askRunsFrom(scope, standard.from, standard.loadedAt);
    },
    withdrawStandard: async ({ id, withdrawnBy, withdrawnAt }) => {
      await tx
        .updateTable('unit_standard')
        .set({ withdrawn_by: withdrawnBy, withdrawn_at: withdrawnAt })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute();
      if (withdrawnAt !== null) await askRun(scope, withdrawnAt);
    },
  };
}

/** The policies of every tenant, for the process as a whole. */
export function policyShelf(transactions: Transactions, notices: Notices): PolicyShelf {
  return {
    read: (tenantId) =>
      transactions.asPerson({ tenantId, personId: '' }, (tx) => policyStore({ tx, tenantId }).history()),
    install: (tenantId, work) => transactions.asInstallation(tenantId, (tx) => work(policyStore({ tx, tenantId }))),
    onChange: notices.onPolicy,
  };
}
