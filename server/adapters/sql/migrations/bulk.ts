import { sql, type Kysely } from 'kysely';

const tenant = `nullif(current_setting('duologue.tenant', true), '')`;
/** Whoever looks after one-to-ones in the organisation. It opens these two tables and nothing of any pair. */
const keeps = `tenant_id = ${tenant} and current_setting('duologue.hr', true) = 'yes'`;
const isWorker = `(select current_setting('duologue.scope', true)) = 'worker'`;

function guarded(table: string, rights: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy keepers on ${table} to duologue_app using (${keeps})`,
    `create policy worker_reads on ${table} for select to duologue_app using (${isWorker})`,
    `create policy worker_updates on ${table} for update to duologue_app using (${isWorker})`,
    `grant ${rights} on ${table} to duologue_app`,
  ];
}

const statements = [
  `create table job (
    tenant_id text not null, id text not null, ordinal bigint generated always as identity, state text not null,
    choice json not null, from_date date not null, breathing_minutes int not null, started_by text not null,
    started_at timestamptz not null, settled_at timestamptz, primary key (tenant_id, id),
    foreign key (tenant_id, started_by) references person)`,
  `create unique index job_one_open on job (tenant_id) where state in ('running', 'paused')`,
  ...guarded('job', 'select, insert, update (state, settled_at)'),
  `create table job_item (
    tenant_id text not null, job_id text not null, pair_id text not null, supervisor_id text not null,
    employee_id text not null, booking_id text not null, state text not null, reason text, lease_until timestamptz,
    primary key (tenant_id, job_id, pair_id), foreign key (tenant_id, job_id) references job,
    foreign key (tenant_id, pair_id) references pair)`,
  `create index job_item_open on job_item (tenant_id, job_id, supervisor_id) where state in ('waiting', 'promised')`,
  ...guarded('job_item', 'select, insert, update (state, reason, lease_until)'),
  // Whose a pair is, so that the worker can act for its supervisor. What belongs to a pair stays closed to it: those rules ask
  // for a tenant, and a worker's transaction has none.
  `create policy worker_reads on pair for select to duologue_app using (${isWorker})`,
];

/** Booking for many pairs at once: jobs, and what each does for one pair. */
export const bulk = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
