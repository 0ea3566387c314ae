import { sql, type Kysely } from 'kysely';

const tenant = `nullif(current_setting('duologue.tenant', true), '')`;
const mayWrite = `current_setting('duologue.role', true) in ('administrator', 'installation')`;
const isWorker = `(select current_setting('duologue.scope', true)) = 'worker'`;
const isOfOwnPair = `tenant_id = ${tenant} and pair_id = any (array(select id from pair))`;

function guarded(table: string, rule: string, rights: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own on ${table} to duologue_app using (${rule})`,
    `grant ${rights} on ${table} to duologue_app`,
  ];
}

function forWorker(table: string): string[] {
  return [
    `create policy worker_reads on ${table} for select to duologue_app using (${isWorker})`,
    `create policy worker_updates on ${table} for update to duologue_app using (${isWorker})`,
  ];
}

const statements = [
  `create table standing (
    tenant_id text not null, pair_id text not null, facts json not null, findings json not null, on_day date not null,
    changes_on date, changes_at timestamptz, pack_id text, pack_version text, run int not null default 0,
    primary key (tenant_id, pair_id), foreign key (tenant_id, pair_id) references pair)`,
  'create index standing_changes on standing (changes_at)',
  'create index standing_run on standing (tenant_id, run, pair_id)',
  ...guarded(
    'standing',
    isOfOwnPair,
    'select, insert, update (facts, findings, on_day, changes_on, changes_at, pack_id, pack_version, run)',
  ),
  ...forWorker('standing'),
  // Counts and moments alone: whoever changes the policy asks for it, and the worker does it.
  `create table policy_run (
    tenant_id text not null, run int generated always as identity, due_at timestamptz not null,
    total int, done int not null default 0, started_at timestamptz, finished_at timestamptz,
    primary key (tenant_id, run))`,
  `create index policy_run_open on policy_run (due_at) where finished_at is null`,
  'alter table policy_run enable row level security',
  'alter table policy_run force row level security',
  `create policy readers on policy_run for select to duologue_app using (tenant_id = ${tenant})`,
  `create policy adds on policy_run for insert to duologue_app with check (tenant_id = ${tenant} and ${mayWrite})`,
  'grant select, insert (tenant_id, due_at), update (total, done, started_at, finished_at) on policy_run to duologue_app',
  ...forWorker('policy_run'),
  `create table arrangement (
    tenant_id text not null, pair_id text not null, id text not null, since date not null, every json not null,
    kind text not null, reasons json not null, words text not null, by_id text not null, at timestamptz not null,
    until date, ended_by text, primary key (tenant_id, id), foreign key (tenant_id, pair_id) references pair,
    foreign key (tenant_id, by_id) references person, foreign key (tenant_id, ended_by) references person)`,
  'create index arrangement_of_pair on arrangement (tenant_id, pair_id, at)',
  ...guarded('arrangement', isOfOwnPair, 'select, insert, update (until, ended_by)'),
  // An update would meet row-level security, which binds the owner too; a change of type is for every row. Text, not
  // PostgreSQL's own operators: those refuse a reason with a NUL in it.
  `alter table pair alter column extra_support type json using
    ('{"kind":"support","reasons":[],' || substring(extra_support::text from 2))::json`,
];

/** How each pair stands, kept; how far looking at everybody again is; and the intervals that were arranged. */
export const standing = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
