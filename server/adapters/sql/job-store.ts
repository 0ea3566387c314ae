import { sql } from 'kysely';
import type { BookingJob, JobItem, JobItemState } from '#core/booking-job/booking-job.ts';
import type { BookingJobs, JobCounts } from '#server/ports/booking-jobs.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import { promiseChannel } from './notices.ts';
import type { Scope } from './tables.ts';

export const jobColumns = [
  'id',
  'state',
  'choice',
  'from_date as from',
  'breathing_minutes as breathingMinutes',
  'started_by as startedBy',
  'started_at as startedAt',
  'settled_at as settledAt',
] as const;

export const jobItemColumns = [
  'pair_id as pairId',
  'supervisor_id as supervisorId',
  'employee_id as employeeId',
  'booking_id as bookingId',
  'state',
  'reason',
] as const;

/** The least a statement of many rows is split into: PostgreSQL takes 65,535 values in one. */
const rowsAtOnce = 1_000;

const none: JobCounts = { waiting: 0, promised: 0, booked: 0, 'no-time': 0, 'left-out': 0, failed: 0 };

/** The jobs of a tenant. Row-level security shows them to whoever may start them, and to nobody else. */
export function jobStore(scope: Scope): BookingJobs {
  const { tx, tenantId } = scope;
  const jobs = () => tx.selectFrom('job').select(jobColumns).where('tenant_id', '=', tenantId);
  const items = (jobId: string) =>
    tx.selectFrom('job_item').where('tenant_id', '=', tenantId).where('job_id', '=', jobId);
  return {
    find: async (jobId) => (await jobs().where('id', '=', jobId).executeTakeFirst()) ?? null,
    all: () => jobs().orderBy('ordinal', 'desc').limit(50).execute(),
    lock: async () => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`booking-job ${tenantId}`}, 0))`.execute(tx);
    },
    save: async (job: BookingJob) => {
      const row = {
        tenant_id: tenantId,
        id: job.id,
        state: job.state,
        choice: JSON.stringify(job.choice),
        from_date: job.from,
        breathing_minutes: job.breathingMinutes,
        started_by: job.startedBy,
        started_at: job.startedAt,
        settled_at: job.settledAt,
      };
      await keep(scope, 'job', [row], {
        key: ['id'],
        fixed: ['started_by', 'started_at'],
        kept: ['choice', 'from_date', 'breathing_minutes'],
      });
      await sql`select pg_notify(${promiseChannel}, '')`.execute(tx);
    },
    addItems: async (jobId, added: readonly JobItem[]) => {
      for (let at = 0; at < added.length; at += rowsAtOnce) {
        const rows = added.slice(at, at + rowsAtOnce).map((item) => ({
          tenant_id: tenantId,
          job_id: jobId,
          pair_id: item.pairId,
          supervisor_id: item.supervisorId,
          employee_id: item.employeeId,
          booking_id: item.bookingId,
          state: item.state,
          reason: item.reason,
        }));
        await tx.insertInto('job_item').values(rows).execute();
      }
    },
    counts: async (jobId) => {
      const rows = await items(jobId)
        .select(['state', sql<number>`count(*)::int`.as('count')])
        .groupBy('state')
        .execute();
      return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
    },
    awaited: (jobId) =>
      items(jobId)
        .select(['supervisor_id as supervisorId', sql<number>`count(*)::int`.as('count')])
        .where('state', '=', 'waiting')
        .where('reason', '=', 'supervisor-away')
        .groupBy('supervisor_id')
        .orderBy('count', 'desc')
        .orderBy('supervisor_id')
        .execute(),
    items: (jobId, states: readonly JobItemState[], afterPairId, most) =>
      items(jobId)
        .select(jobItemColumns)
        .where(sql<string>`state`, '=', among(states))
        .where('pair_id', '>', afterPairId ?? '')
        .orderBy('pair_id')
        .limit(most)
        .execute(),
  };
}
