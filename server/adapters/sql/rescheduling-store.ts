import { sql } from 'kysely';
import type { KeptMeeting, Rescheduled, ReschedulingQueue, Reschedulings } from '#server/ports/reschedulings.ts';
import { among } from './among.ts';
import type { Scope } from './tables.ts';
import type { Transactions } from './transactions.ts';

/** What the acting person's pairs want with meetings that clash. */
export function reschedulingStore({ tx, tenantId, personId }: Scope): Reschedulings {
  return {
    wishes: async (pairIds) => {
      const { rows } = await sql<{ pairId: string; personId: string }>`
        select pair_id as "pairId", person_id as "personId" from rescheduling_wish
        where tenant_id = ${tenantId} and pair_id = ${among(pairIds)} order by pair_id, person_id`.execute(tx);
      return rows;
    },
    wish: async (pairId, isSupervisor, at) => {
      await sql`
        insert into rescheduling_wish (tenant_id, pair_id, person_id, is_supervisor, at)
        values (${tenantId}, ${pairId}, ${personId}, ${isSupervisor}, ${at}) on conflict do nothing`.execute(tx);
    },
    withdraw: async (pairId) => {
      await sql`
        delete from rescheduling_wish
        where tenant_id = ${tenantId} and pair_id = ${pairId} and person_id = ${personId}`.execute(tx);
    },
    kept: async (pairIds) => {
      const { rows } = await sql<KeptMeeting>`
        select meeting_id as "meetingId", starts_at as start from kept_meeting
        where tenant_id = ${tenantId} and pair_id = ${among(pairIds)}`.execute(tx);
      return rows;
    },
    keep: async (pairId, { meetingId, start }, at) => {
      await sql`
        insert into kept_meeting (tenant_id, pair_id, meeting_id, starts_at, by_id, at)
        values (${tenantId}, ${pairId}, ${meetingId}, ${start}, ${personId}, ${at})
        on conflict (tenant_id, meeting_id) do update set starts_at = excluded.starts_at, by_id = excluded.by_id,
          at = excluded.at`.execute(tx);
    },
    moved: async (pairIds) => {
      const { rows } = await sql<Rescheduled>`
        select id, pair_id as "pairId", meeting_id as "meetingId", was_at as was, starts_at as start, because, at
        from rescheduled where tenant_id = ${tenantId} and pair_id = ${among(pairIds)}
        order by at desc, id`.execute(tx);
      return rows;
    },
    addMoved: async ({ id, pairId, meetingId, was, start, because, at }) => {
      await sql`
        insert into rescheduled (tenant_id, pair_id, id, meeting_id, was_at, starts_at, because, at)
        values (${tenantId}, ${pairId}, ${id}, ${meetingId}, ${was}, ${start}, ${because}, ${at}) on conflict do nothing`.execute(
        tx,
      );
    },
  };
}

/** Pairs of which both want clashing meetings moved, handed out to one process at a time. */
export function reschedulingQueue(transactions: Transactions): ReschedulingQueue {
  return {
    take: (now, lookedBefore, most) =>
      transactions.asWorker(async (tx) => {
        const { rows } = await sql<{ tenantId: string; pairId: string; personId: string }>`
          update rescheduling_wish as looked set looked_at = ${now}
          where (looked.tenant_id, looked.pair_id, looked.person_id) in (
            select one.tenant_id, one.pair_id, one.person_id from rescheduling_wish as one
            where one.is_supervisor and (one.looked_at is null or one.looked_at <= ${lookedBefore})
              and exists (select from rescheduling_wish as other where other.tenant_id = one.tenant_id
                and other.pair_id = one.pair_id and not other.is_supervisor)
            order by one.looked_at nulls first limit ${most} for update skip locked)
          returning looked.tenant_id as "tenantId", looked.pair_id as "pairId", looked.person_id as "personId"`.execute(
          tx,
        );
        return rows.map(({ tenantId, pairId, personId }) => ({ actor: { tenantId, personId }, pairId }));
      }),
  };
}
