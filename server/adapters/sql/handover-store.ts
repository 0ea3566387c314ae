import { sql } from 'kysely';
import type { HandoverFact, Handovers } from '#server/ports/handovers.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'pair_id as pairId',
  'to_id as toId',
  'to_pair_id as toPairId',
  'from_date as from',
  'until_date as until',
  'by_id as by',
  'at',
  'followed',
] as const;

/** What the acting person's pairs handed over. */
export function handoverStore(scope: Scope): Handovers {
  const { tx, tenantId } = scope;
  const handovers = () => tx.selectFrom('handover').select(columns).where('tenant_id', '=', tenantId);
  return {
    find: async (id) => (await handovers().where('id', '=', id).executeTakeFirst()) ?? null,
    ofPairs: (pairIds) => handovers().where('pair_id', '=', among(pairIds)).orderBy('at').orderBy('id').execute(),
    ofTenant: async () => {
      const { rows } = await sql<HandoverFact>`
        select id, supervisor_id as "supervisorId", employee_id as "employeeId", to_id as "toId",
          from_date as "from", until_date as "until", by_id as "by", at from handed_over()`.execute(tx);
      return rows;
    },
    save: async (one) => {
      const row = {
        tenant_id: tenantId,
        id: one.id,
        pair_id: one.pairId,
        to_id: one.toId,
        to_pair_id: one.toPairId,
        from_date: one.from,
        until_date: one.until,
        by_id: one.by,
        at: one.at,
        followed: one.followed,
      };
      await keep(scope, 'handover', [row], {
        key: ['id'],
        fixed: ['pair_id', 'to_id', 'to_pair_id', 'from_date', 'until_date', 'by_id', 'at'],
      });
    },
  };
}
