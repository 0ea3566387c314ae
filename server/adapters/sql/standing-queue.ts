import { sql, type Kysely } from 'kysely';
import type { Standing } from '#core/policy/standing.ts';
import type { Instant } from '#core/time-types.ts';
import type { LookAgain } from '#server/ports/standings.ts';
import type { StandingQueue } from '#server/ports/standings.ts';
import { changesAt, standingColumns, standingFrom, type StandingAsKept } from './standing-store.ts';
import type { Tables } from './tables.ts';
import type { Transactions } from './transactions.ts';

type Tx = Kysely<Tables>;

/** Rows this process has to itself until the transaction ends; what another holds is passed over. */
function taken(tx: Tx, tenantId: string, most: number) {
  return tx
    .selectFrom('standing')
    .select(standingColumns)
    .where('tenant_id', '=', tenantId)
    .limit(most)
    .forUpdate()
    .skipLocked();
}

function rowOf(standing: Standing) {
  return {
    pair_id: standing.pairId,
    findings: standing.findings,
    on_day: standing.day,
    changes_on: standing.changesOn,
    changes_at: changesAt(standing),
    pack_id: standing.pack?.id ?? null,
    pack_version: standing.pack?.version ?? null,
  };
}

/** Keeps what was found, all in one statement. Facts stay as they are: only what happens to a pair changes those. */
async function keepFindings(
  tx: Tx,
  tenantId: string,
  standings: readonly Standing[],
  run: number | null,
): Promise<void> {
  if (standings.length === 0) return;
  const rows = JSON.stringify(standings.map(rowOf));
  await sql`
    update standing set findings = one.findings, on_day = one.on_day, changes_on = one.changes_on,
      changes_at = one.changes_at, pack_id = one.pack_id, pack_version = one.pack_version,
      run = coalesce(${run}::int, standing.run)
    from json_to_recordset(${rows}::json) as one(pair_id text, findings json, on_day date, changes_on date,
      changes_at timestamptz, pack_id text, pack_version text)
    where standing.tenant_id = ${tenantId} and standing.pair_id = one.pair_id`.execute(tx);
}

/** The newest run that is due: it makes older ones of the tenant needless. */
async function openRun(tx: Tx, tenantId: string, now: Instant): Promise<number | null> {
  const open = await tx
    .selectFrom('policy_run')
    .select(['run', 'total'])
    .where('tenant_id', '=', tenantId)
    .where('finished_at', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('run', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (open === undefined) return null;
  if (open.total === null) {
    await sql`
      update policy_run set started_at = ${now}, total = (select count(*) from standing where tenant_id = ${tenantId})
      where tenant_id = ${tenantId} and run = ${open.run} and total is null`.execute(tx);
  }
  return open.run;
}

/** A run is over when no pair is left, none that another process has in hand either. */
async function finish(tx: Tx, tenantId: string, run: number, now: Instant): Promise<void> {
  await sql`
    update policy_run set finished_at = ${now}, started_at = coalesce(started_at, ${now}),
      total = case when run = ${run} then done else total end
    where tenant_id = ${tenantId} and run <= ${run} and finished_at is null
      and not exists (select from standing where tenant_id = ${tenantId} and run < ${run})`.execute(tx);
}

function lookAt(found: readonly StandingAsKept[], look: LookAgain): Promise<Standing[]> {
  return Promise.all(found.map((row) => look(standingFrom(row))));
}

/** The view of the worker that keeps standings up to date. */
export function standingQueue(transactions: Transactions): StandingQueue {
  return {
    waiting: (now) =>
      transactions.asWorker(async (tx) => {
        const { rows } = await sql<{ tenantId: string }>`
          select tenant_id as "tenantId" from standing where changes_at <= ${now}
          union select tenant_id from policy_run where finished_at is null and due_at <= ${now}`.execute(tx);
        return rows.map(({ tenantId }) => tenantId);
      }),
    lookAtDue: (tenantId, now, most, look) =>
      transactions.asWorker(async (tx) => {
        const found = await taken(tx, tenantId, most).where('changes_at', '<=', now).orderBy('changes_at').execute();
        await keepFindings(tx, tenantId, await lookAt(found, look), null);
        return found.length;
      }),
    lookAtAll: (tenantId, now, most, look) =>
      transactions.asWorker(async (tx) => {
        const run = await openRun(tx, tenantId, now);
        if (run === null) return 0;
        const found = await taken(tx, tenantId, most)
          .where('run', '<', run)
          .orderBy('run')
          .orderBy('pair_id')
          .execute();
        if (found.length === 0) {
          await finish(tx, tenantId, run, now);
          return 0;
        }
        await keepFindings(tx, tenantId, await lookAt(found, look), run);
        await sql`update policy_run set done = done + ${found.length} where tenant_id = ${tenantId} and run = ${run}`.execute(
          tx,
        );
        return found.length;
      }),
    after: (tenantId, pairId, most) =>
      transactions.asWorker(async (tx) => {
        const rows = await tx
          .selectFrom('standing')
          .select(standingColumns)
          .where('tenant_id', '=', tenantId)
          .where('pair_id', '>', pairId ?? '')
          .orderBy('pair_id')
          .limit(most)
          .execute();
        return rows.map(standingFrom);
      }),
  };
}
