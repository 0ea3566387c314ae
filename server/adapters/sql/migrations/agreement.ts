import { sql, type Kysely } from 'kysely';

const tenant = `nullif(current_setting('duologue.tenant', true), '')`;
const isOfOwnPair = `tenant_id = ${tenant} and pair_id = any (array(select id from pair))`;

/** Row-level security on a table, its owner included, and exactly the rights the runtime role needs. */
function guarded(table: string, rights: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own on ${table} to duologue_app using (${isOfOwnPair})`,
    `grant ${rights} on ${table} to duologue_app`,
  ];
}

const toPair = 'foreign key (tenant_id, pair_id) references pair';
const toPerson = (column: string) => `foreign key (tenant_id, ${column}) references person`;
const toObjective = (column: string) =>
  `foreign key (tenant_id, pair_id, ${column}) references objective (tenant_id, pair_id, id)`;
const withId = 'tenant_id text not null, pair_id text not null, id text not null, primary key (tenant_id, id)';
const isUnsigned = 'signed_by_supervisor is null or signed_by_employee is null';

const statements = [
  `create table agreement (
    ${withId}, version int not null, revision int not null, terms json not null, begun_at timestamptz not null,
    begun_by text not null, signed_by_supervisor timestamptz, signed_by_employee timestamptz, pack_id text not null,
    pack_version text not null, ${toPair}, ${toPerson('begun_by')}, unique (tenant_id, pair_id, version))`,
  ...guarded(
    'agreement',
    `select, insert, delete, update (revision, terms, signed_by_supervisor, signed_by_employee, pack_id, pack_version)`,
  ),
  // What both have signed stays as it is: a change is a version of its own.
  `create policy signed_stays on agreement as restrictive for update to duologue_app
    using (${isUnsigned}) with check (true)`,
  `create policy signed_is_kept on agreement as restrictive for delete to duologue_app using (${isUnsigned})`,
  `create table objective (
    ${withId}, title text not null, specific text not null, measured text not null, achievable text not null,
    relevant text not null, due_on date, state text not null, settled_on date, reason text, looked_at_on date not null,
    times_carried int not null, follow_up_item_id text, created_at timestamptz not null, ${toPair},
    unique (tenant_id, pair_id, id))`,
  ...guarded(
    'objective',
    `select, insert, update (title, specific, measured, achievable, relevant, due_on, state, settled_on, reason,
      looked_at_on, times_carried, follow_up_item_id)`,
  ),
  `create table objective_step (
    tenant_id text not null, pair_id text not null, objective_id text not null, step int not null,
    at timestamptz not null, by_id text not null, change json not null,
    primary key (tenant_id, objective_id, step), ${toPair}, ${toObjective('objective_id')}, ${toPerson('by_id')})`,
  'create index objective_step_of_pair on objective_step (tenant_id, pair_id)',
  ...guarded('objective_step', 'select, insert'),
  `create table development_need (
    ${withId}, words text not null, way_id text, objective_id text, added_by text not null,
    created_at timestamptz not null, met_on date, ${toPair}, ${toObjective('objective_id')}, ${toPerson('added_by')})`,
  'create index development_need_of_pair on development_need (tenant_id, pair_id)',
  'create index objective_of_pair on objective (tenant_id, pair_id)',
  ...guarded('development_need', 'select, insert, update (words, way_id, objective_id, met_on)'),
];

/** What a pair agreed about how they meet, version by version, and what the employee works towards. */
export const agreementTables = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
