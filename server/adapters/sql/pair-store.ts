import { Refusal } from '#core/refusal.ts';
import { sql } from 'kysely';
import type { Beside, Pairs } from '#server/ports/store.ts';
import { keep } from './keep.ts';
import { tableOf } from './ownership.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'supervisor_id as supervisorId',
  'employee_id as employeeId',
  'role',
  'from_date as from',
  'to_date as to',
  'extra_support as extraSupport',
  'pause',
] as const;

/** The pairs of a tenant that the acting person is one of. */
export function pairStore(scope: Scope): Pairs {
  const { tx, tenantId } = scope;
  const pairs = () => tx.selectFrom('pair').where('tenant_id', '=', tenantId);
  const ofPerson = (personId: string) =>
    pairs().where((is) => is.or([is('supervisor_id', '=', personId), is('employee_id', '=', personId)]));
  return {
    find: async (pairId) => (await pairs().select(columns).where('id', '=', pairId).executeTakeFirst()) ?? null,
    ofPerson: (personId) => ofPerson(personId).select(columns).orderBy('from_date').orderBy('id').execute(),
    besides: async (pairId) => {
      const { rows } =
        await sql<Beside>`select person_id as "personId", pair_role as "role" from beside_pair(${pairId})`.execute(tx);
      return rows;
    },
    save: async (pair) => {
      const row = {
        tenant_id: tenantId,
        id: pair.id,
        supervisor_id: pair.supervisorId,
        employee_id: pair.employeeId,
        role: pair.role,
        from_date: pair.from,
        to_date: pair.to,
        extra_support: pair.extraSupport === null ? null : JSON.stringify(pair.extraSupport),
        pause: pair.pause === null ? null : JSON.stringify(pair.pause),
      };
      await keep(scope, 'pair', [row], { key: ['id'], fixed: ['supervisor_id', 'employee_id'] });
    },
    seqs: async (personId) => {
      const rows = await ofPerson(personId).select(['id', 'seq']).execute();
      return Object.fromEntries(rows.map(({ id, seq }) => [id, seq]));
    },
    seq: async (pairId) => {
      const row = await pairs().select('seq').where('id', '=', pairId).executeTakeFirst();
      if (row === undefined) throw new Refusal('not-found');
      return row.seq;
    },
    lockOf: async (thing, id) => {
      const row = await pairs()
        .select('id')
        .where('id', '=', (own) =>
          own
            .selectFrom(tableOf[thing])
            .select('pair_id')
            .where('tenant_id', '=', tenantId)
            .where(`${tableOf[thing]}.id`, '=', id),
        )
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) throw new Refusal('not-found');
    },
    lock: async (pairId) => {
      const row = await pairs().select('id').where('id', '=', pairId).forUpdate().executeTakeFirst();
      if (row === undefined) throw new Refusal('not-found');
    },
  };
}
