import { sql, type Kysely } from 'kysely';

const tenant = `nullif(current_setting('duologue.tenant', true), '')`;
const isWorker = `(select current_setting('duologue.scope', true)) = 'worker'`;
const isOfOwnPair = `tenant_id = ${tenant} and pair_id = any (array(select id from pair))`;

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
const toMeeting = 'foreign key (tenant_id, pair_id, meeting_id) references meeting (tenant_id, pair_id, id)';

const statements = [
  // Who wants clashing meetings moved without being asked; looked at by the worker in the supervisor's name.
  `create table rescheduling_wish (
    tenant_id text not null, pair_id text not null, person_id text not null, is_supervisor boolean not null,
    at timestamptz not null, looked_at timestamptz, primary key (tenant_id, pair_id, person_id), ${toPair},
    ${toPerson('person_id')})`,
  ...guarded('rescheduling_wish', 'select, insert, delete, update (looked_at)'),
  `create policy worker_reads on rescheduling_wish for select to duologue_app using (${isWorker})`,
  `create policy worker_looks on rescheduling_wish for update to duologue_app using (${isWorker})`,
  // A meeting that stays where it is although something is in its way, as one of the two said.
  `create table kept_meeting (
    tenant_id text not null, pair_id text not null, meeting_id text not null, starts_at timestamptz not null,
    by_id text not null, at timestamptz not null, primary key (tenant_id, meeting_id), ${toPair}, ${toMeeting},
    ${toPerson('by_id')})`,
  'create index kept_meeting_of_pair on kept_meeting (tenant_id, pair_id)',
  ...guarded('kept_meeting', 'select, insert, update (starts_at, by_id, at)'),
  // What was moved because both had asked for that: from where to where, and what kind of thing was in the way.
  `create table rescheduled (
    tenant_id text not null, pair_id text not null, id text not null, meeting_id text not null,
    was_at timestamptz not null, starts_at timestamptz not null, because text not null, at timestamptz not null,
    primary key (tenant_id, id), ${toPair}, ${toMeeting},
    check (because in ('away', 'busy', 'holiday')))`,
  'create index rescheduled_of_pair on rescheduled (tenant_id, pair_id, at)',
  ...guarded('rescheduled', 'select, insert'),
];

/** Clashing meetings: who wants them moved, which stay, and which were moved. */
export const rescheduling = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
