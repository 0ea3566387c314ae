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
  // The owner of the tables reads past the wall for the one question below, and only for it.
  'create policy owner_lists on pair for select to current_user using (true)',
  // Whose the running pairs of a tenant are, so that the worker can act for their supervisors. Nothing else of a pair.
  `create function running_pairs(of_tenant text) returns table (pair_id text, supervisor_id text, employee_id text)
    language sql stable security definer set search_path from current as $$
      select id, pair.supervisor_id, pair.employee_id from pair
      where tenant_id = of_tenant and to_date is null and ${isWorker}
      order by pair.supervisor_id, id $$`,
  'revoke all on function running_pairs(text) from public',
  'grant execute on function running_pairs(text) to duologue_app',
];

/** Booking for many pairs at once: jobs, and what each does for one pair. */
export const bulk = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
