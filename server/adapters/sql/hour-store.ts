import { sql } from 'kysely';
import type { Instant } from '#core/time-types.ts';
import type { HourQueue, PairHour, PairHours } from '#server/ports/hours.ts';
import { among } from './among.ts';
import type { Scope } from './tables.ts';
import type { Transactions } from './transactions.ts';

/** Hours of the person's own pairs. Where nothing ever falls due, none is kept. */
export function hourStore({ tx, tenantId }: Scope): PairHours {
  return {
    ask: async (pairIds, at) => {
      if (pairIds.length === 0) return 0;
      const { rows } = await sql<{ pair_id: string }>`
        insert into pair_hour (tenant_id, pair_id, acting_id, due_at)
        select tenant_id, id, supervisor_id, ${at}::timestamptz from pair
        where tenant_id = ${tenantId} and id = ${among(pairIds)}
          and (exists (select from agreement where agreement.tenant_id = pair.tenant_id and agreement.pair_id = pair.id)
            or exists (select from preparation_wish where preparation_wish.tenant_id = pair.tenant_id
              and preparation_wish.pair_id = pair.id))
        on conflict (tenant_id, pair_id) do update set due_at = excluded.due_at
        returning pair_id`.execute(tx);
      return rows.length;
    },
  };
}

/** The view of the worker that keeps hours. */
export function hourQueue(transactions: Transactions): HourQueue {
  return {
    take: (now, until, most) =>
      transactions.asWorker(async (tx) => {
        const { rows } = await sql<PairHour>`
          update pair_hour set due_at = ${until}::timestamptz
          where (tenant_id, pair_id) in (
            select tenant_id, pair_id from pair_hour where due_at <= ${now}
            order by due_at limit ${most} for update skip locked)
          returning tenant_id as "tenantId", pair_id as "pairId", acting_id as "actingId"`.execute(tx);
        return rows.map((row) => ({ ...row, takenUntil: until }));
      }),
    settle: (hour, dueAt) =>
      transactions.asWorker(async (tx) => {
        await sql`
          update pair_hour set due_at = ${dueAt}::timestamptz
          where tenant_id = ${hour.tenantId} and pair_id = ${hour.pairId} and due_at = ${hour.takenUntil}`.execute(tx);
      }),
    nextAt: () =>
      transactions.asWorker(async (tx) => {
        const { rows } = await sql<{ at: Instant | null }>`select min(due_at) as at from pair_hour`.execute(tx);
        return rows[0]?.at ?? null;
      }),
  };
}
