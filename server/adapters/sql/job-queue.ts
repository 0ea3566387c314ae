import { sql } from 'kysely';
import type { JobItem } from '#core/booking-job/booking-job.ts';
import type { BookingJobQueue, PairStanding, PromisedItem, RunningJob } from '#server/ports/booking-jobs.ts';
import { among } from './among.ts';
import { jobColumns, jobItemColumns } from './job-store.ts';
import type { Tables } from './tables.ts';
import type { Transactions } from './transactions.ts';
import type { Kysely } from 'kysely';

function itemsOf(tx: Kysely<Tables>, job: RunningJob) {
  return tx.selectFrom('job_item').where('job_item.tenant_id', '=', job.tenantId).where('job_id', '=', job.id);
}

/** The view of the worker that books for many pairs. It sees whose a pair is and how promises stand, and no words. */
export function jobQueue(transactions: Transactions): BookingJobQueue {
  return {
    pairs: (tenantId) =>
      transactions.asWorker(async (tx) => {
        const { rows } = await sql<PairStanding>`
          select pair.pair_id as "pairId", pair.supervisor_id as "supervisorId", pair.employee_id as "employeeId",
            standing.facts
          from running_pairs(${tenantId}) as pair
          join standing on standing.tenant_id = ${tenantId} and standing.pair_id = pair.pair_id
          order by pair.supervisor_id, pair.pair_id`.execute(tx);
        return rows;
      }),
    running: () =>
      transactions.asWorker((tx) =>
        tx
          .selectFrom('job')
          .select(['tenant_id as tenantId', ...jobColumns])
          .where('state', '=', 'running')
          .orderBy('ordinal')
          .execute(),
      ),
    underWay: (job) =>
      transactions.asWorker(async (tx) => {
        const { rows } = await sql<{ count: number }>`
          select count(distinct effect.pair_id)::int as count from effect join job_item as item
            on item.tenant_id = effect.tenant_id and item.pair_id = effect.pair_id and item.booking_id = effect.series_id
          where effect.tenant_id = ${job.tenantId} and effect.state = 'promised' and item.job_id = ${job.id}`.execute(
          tx,
        );
        return rows[0]?.count ?? 0;
      }),
    promised: (job) =>
      transactions.asWorker(async (tx) => {
        const rows = await itemsOf(tx, job)
          .leftJoin('effect', (join) =>
            join
              .onRef('effect.tenant_id', '=', 'job_item.tenant_id')
              .onRef('effect.pair_id', '=', 'job_item.pair_id')
              .onRef('effect.series_id', '=', 'job_item.booking_id')
              .on('effect.kind', '=', 'create-series'),
          )
          .select([
            'job_item.pair_id as pairId',
            'supervisor_id as supervisorId',
            'employee_id as employeeId',
            'booking_id as bookingId',
            'job_item.state',
            'reason',
            'effect.state as effectState',
            'effect.parked_for as parkedFor',
          ])
          .where('job_item.state', '=', 'promised')
          .execute();
        return rows.map(({ effectState, parkedFor, ...item }): PromisedItem => ({
          ...item,
          effect: effectState === null ? null : { state: effectState, parkedFor },
        }));
      }),
    supervisors: (job, now) =>
      transactions.asWorker(async (tx) => {
        const rows = await itemsOf(tx, job)
          .select('supervisor_id as id')
          .distinct()
          .where('state', '=', 'waiting')
          .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
          .orderBy('supervisor_id')
          .execute();
        return rows.map(({ id }) => id);
      }),
    take: (job, supervisorIds, now, leaseSeconds) =>
      transactions.asWorker(async (tx) => {
        const leaseUntil = new Date(Date.parse(now) + leaseSeconds * 1000).toISOString();
        const free = await itemsOf(tx, job)
          .select(jobItemColumns)
          .where('supervisor_id', '=', among(supervisorIds))
          .where('state', '=', 'waiting')
          .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
          .orderBy('supervisor_id')
          .orderBy('pair_id')
          .forUpdate()
          .skipLocked()
          .execute();
        await sql`update job_item set lease_until = ${leaseUntil} where tenant_id = ${job.tenantId}
          and job_id = ${job.id} and pair_id = ${among(free.map(({ pairId }) => pairId))}`.execute(tx);
        return free;
      }),
    away: (job, supervisorIds) =>
      transactions.asWorker(async (tx) => {
        await sql`update job_item set reason = 'supervisor-away' where tenant_id = ${job.tenantId}
          and job_id = ${job.id} and state = 'waiting' and supervisor_id = ${among(supervisorIds)}
          and reason is distinct from 'supervisor-away'`.execute(tx);
      }),
    settle: (job, items: readonly JobItem[]) =>
      transactions.asWorker(async (tx) => {
        if (items.length === 0) return;
        const rows = JSON.stringify(items.map(({ pairId, state, reason }) => ({ pair_id: pairId, state, reason })));
        await sql`
          update job_item set state = one.state, reason = one.reason, lease_until = null
          from json_to_recordset(${rows}::json) as one(pair_id text, state text, reason text)
          where job_item.tenant_id = ${job.tenantId} and job_item.job_id = ${job.id}
            and job_item.pair_id = one.pair_id`.execute(tx);
      }),
    finish: (job, now) =>
      transactions.asWorker(async (tx) => {
        await sql`update job set state = 'finished', settled_at = ${now} where tenant_id = ${job.tenantId}
          and id = ${job.id} and state = 'running' and not exists (select from job_item
            where tenant_id = ${job.tenantId} and job_id = ${job.id} and state in ('waiting', 'promised'))`.execute(tx);
      }),
  };
}
