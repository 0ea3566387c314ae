import { sql, type Kysely } from 'kysely';

const isOfTenant = `tenant_id = nullif(current_setting('duologue.tenant', true), '')`;
const mayWrite = `${isOfTenant} and current_setting('duologue.role', true) in ('administrator', 'installation')`;

/** Everybody of a tenant reads its policies; an administrator's transaction, or the installation's, writes them. */
function guarded(table: string, rights: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy readers on ${table} for select to duologue_app using (${isOfTenant})`,
    `create policy adds on ${table} for insert to duologue_app with check (${mayWrite})`,
    `create policy changes on ${table} for update to duologue_app using (${mayWrite})`,
    `grant ${rights} on ${table} to duologue_app`,
  ];
}

const statements = [
  `create table policy_revision (tenant_id text not null primary key, revision int not null)`,
  ...guarded('policy_revision', 'select, insert, update (revision)'),
  `create table policy_version (
    tenant_id text not null, id text not null, ordinal bigint generated always as identity, pack_id text not null,
    pack_version text not null, title text not null, body text not null, hash text not null, loaded_by text,
    loaded_at timestamptz not null, primary key (tenant_id, id))`,
  'create unique index policy_version_once on policy_version (tenant_id, pack_id, pack_version)',
  ...guarded('policy_version', 'select, insert'),
  `create table policy_activation (
    tenant_id text not null, id text not null, ordinal bigint generated always as identity, version_id text not null,
    from_date date not null, by_id text, at timestamptz not null, withdrawn_by text, withdrawn_at timestamptz,
    primary key (tenant_id, id), foreign key (tenant_id, version_id) references policy_version,
    check ((withdrawn_by is null) = (withdrawn_at is null)))`,
  'create index policy_activation_version on policy_activation (tenant_id, version_id)',
  ...guarded('policy_activation', 'select, insert, update (withdrawn_by, withdrawn_at)'),
  `create table unit_standard (
    tenant_id text not null, id text not null, ordinal bigint generated always as identity, unit text not null,
    body text not null, hash text not null, from_date date not null, loaded_by text not null,
    loaded_at timestamptz not null, withdrawn_by text, withdrawn_at timestamptz, primary key (tenant_id, id),
    check ((withdrawn_by is null) = (withdrawn_at is null)))`,
  ...guarded('unit_standard', 'select, insert, update (withdrawn_by, withdrawn_at)'),
];

/** Each tenant's policies, version by version, and since when each is in force. */
export const policies = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
