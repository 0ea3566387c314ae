import type { Arrangements } from '#server/ports/standings.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'since',
  'every',
  'kind',
  'reasons',
  'words as reason',
  'by_id as by',
  'at',
  'until',
  'ended_by as endedBy',
] as const;

/** The intervals the acting person's pairs arranged. */
export function arrangementStore({ tx, tenantId }: Scope): Arrangements {
  return {
    ofPair: (pairId) =>
      tx
        .selectFrom('arrangement')
        .select(columns)
        .where('tenant_id', '=', tenantId)
        .where('pair_id', '=', pairId)
        .orderBy('at')
        .orderBy('id')
        .execute(),
    add: async (arrangement, pairId) => {
      await tx
        .insertInto('arrangement')
        .values({
          tenant_id: tenantId,
          pair_id: pairId,
          id: arrangement.id,
          since: arrangement.since,
          every: JSON.stringify(arrangement.every),
          kind: arrangement.kind,
          reasons: JSON.stringify(arrangement.reasons),
          words: arrangement.reason,
          by_id: arrangement.by,
          at: arrangement.at,
          until: null,
          ended_by: null,
        })
        .onConflict((known) => known.columns(['tenant_id', 'id']).doNothing())
        .execute();
    },
    end: async (pairId, until, by) => {
      await tx
        .updateTable('arrangement')
        .set({ until, ended_by: by })
        .where('tenant_id', '=', tenantId)
        .where('pair_id', '=', pairId)
        .where('until', 'is', null)
        .execute();
    },
  };
}
