import type { Agreement } from '#core/agreement/agreement.ts';
import type { Agreements } from '#server/ports/store.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'pair_id as pairId',
  'version',
  'revision',
  'terms',
  'begun_at as begunAt',
  'begun_by as begunBy',
  'signed_by_supervisor as signedBySupervisor',
  'signed_by_employee as signedByEmployee',
  'pack_id as packId',
  'pack_version as packVersion',
] as const;

/** The agreements of the acting person's pairs, every version of them. What both have signed the database keeps as it is. */
export function agreementStore(scope: Scope): Agreements {
  const { tx, tenantId } = scope;

  async function ofPairs(pairIds: readonly string[]): Promise<Agreement[]> {
    return tx
      .selectFrom('agreement')
      .select(columns)
      .where('tenant_id', '=', tenantId)
      .where('pair_id', '=', among(pairIds))
      .orderBy('pair_id')
      .orderBy('version')
      .execute();
  }

  return {
    ofPairs,
    save: async (agreement) => {
      const row = {
        tenant_id: tenantId,
        id: agreement.id,
        pair_id: agreement.pairId,
        version: agreement.version,
        revision: agreement.revision,
        terms: JSON.stringify(agreement.terms),
        begun_at: agreement.begunAt,
        begun_by: agreement.begunBy,
        signed_by_supervisor: agreement.signedBySupervisor,
        signed_by_employee: agreement.signedByEmployee,
        pack_id: agreement.packId,
        pack_version: agreement.packVersion,
      };
      await keep(scope, 'agreement', [row], { key: ['id'], fixed: ['pair_id', 'version', 'begun_at', 'begun_by'] });
    },
    remove: async (agreementId) => {
      await tx.deleteFrom('agreement').where('tenant_id', '=', tenantId).where('id', '=', agreementId).execute();
    },
  };
}
