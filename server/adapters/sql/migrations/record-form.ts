import { sql, type Kysely } from 'kysely';

const tenant = `nullif(current_setting('duologue.tenant', true), '')`;
const person = `nullif(current_setting('duologue.person', true), '')`;
const isOfOwnPair = `tenant_id = ${tenant} and pair_id = any (array(select id from pair))`;
// A duty is the employee's and goes with them: whoever supervises them now sees it, whoever once did no longer.
const isOfOwnPerson = `tenant_id = ${tenant} and (person_id = ${person} or person_id = any (array(
  select employee_id from pair where to_date is null or to_date >= current_date)))`;

/** Row-level security on a table, its owner included, and exactly the rights the runtime role needs. */
function guarded(table: string, rule: string, rights: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own on ${table} to duologue_app using (${rule})`,
    `grant ${rights} on ${table} to duologue_app`,
  ];
}

const ofMeeting = `tenant_id text not null, pair_id text not null, meeting_id text not null,
  foreign key (tenant_id, pair_id) references pair,
  foreign key (tenant_id, pair_id, meeting_id) references meeting (tenant_id, pair_id, id)`;
const byPerson = `by_id text not null, at timestamptz not null, foreign key (tenant_id, by_id) references person`;

const statements = [
  'alter table point add column section_id text',
  'grant update (section_id) on point to duologue_app',
  `create table form_value (
    ${ofMeeting}, field_id text not null, value json not null, ${byPerson}, primary key (tenant_id, meeting_id, field_id))`,
  'create index form_value_of_pair on form_value (tenant_id, pair_id)',
  ...guarded('form_value', isOfOwnPair, 'select, insert, delete, update (value, by_id, at)'),
  `create table not_applicable (
    ${ofMeeting}, section_id text not null, ${byPerson}, primary key (tenant_id, meeting_id, section_id))`,
  ...guarded('not_applicable', isOfOwnPair, 'select, insert, delete, update (by_id, at)'),
  `create table duty (
    tenant_id text not null, pair_id text not null, id text not null, person_id text not null, kind_id text,
    title text not null, since date, valid_until date, confirmed_by text, confirmed_at timestamptz, ended_on date,
    primary key (tenant_id, id), foreign key (tenant_id, pair_id) references pair,
    foreign key (tenant_id, person_id) references person, foreign key (tenant_id, confirmed_by) references person,
    check ((confirmed_by is null) = (confirmed_at is null)))`,
  'create index duty_of_person on duty (tenant_id, person_id)',
  ...guarded(
    'duty',
    isOfOwnPerson,
    'select, insert, update (kind_id, title, since, valid_until, confirmed_by, confirmed_at, ended_on)',
  ),
  `create table write_up (
    ${ofMeeting}, duties json not null, shared_by text, shared_at timestamptz, confirmed_by text,
    confirmed_at timestamptz, primary key (tenant_id, meeting_id),
    foreign key (tenant_id, shared_by) references person, foreign key (tenant_id, confirmed_by) references person,
    check ((shared_by is null) = (shared_at is null)), check ((confirmed_by is null) = (confirmed_at is null)))`,
  ...guarded('write_up', isOfOwnPair, 'select, insert, update (shared_by, shared_at, confirmed_by, confirmed_at)'),
];

/** What the form of a record holds beside points and actions (FORM-4 to FORM-6, FORM-10), and how far writing it up has come (ESS-7). */
export const recordForm = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
