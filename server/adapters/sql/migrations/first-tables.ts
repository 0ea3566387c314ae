import { sql, type Kysely } from 'kysely';

const tenant = `(select nullif(current_setting('duologue.tenant', true), ''))`;
const person = `(select nullif(current_setting('duologue.person', true), ''))`;
const isWorker = `(select current_setting('duologue.scope', true)) = 'worker'`;
const isMember = `tenant_id = ${tenant} and (supervisor_id = ${person} or employee_id = ${person})`;
// An uncorrelated array is worked out once for a query, and leaves the pair's own index usable.
const isOfOwnPair = `tenant_id = ${tenant} and pair_id = any (array(select id from pair where ${isMember}))`;

/** Row-level security on a table, its owner included, and exactly the rights the runtime role needs. */
function guarded(table: string, rule: string, rights: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own on ${table} to duologue_app using (${rule})`,
    `grant ${rights} on ${table} to duologue_app`,
  ];
}

const toPair = 'foreign key (tenant_id, pair_id) references pair';
const toPerson = (column: string) => `foreign key (tenant_id, ${column}) references person`;
/** Refers to a row of the same pair: a reference can never lead into another pair or tenant. */
const within = (column: string, table: string) =>
  `foreign key (tenant_id, pair_id, ${column}) references ${table} (tenant_id, pair_id, id)`;
const orForget = (column: string) => `${within(column, 'agenda_item')} on delete set null (${column})`;
const withId = 'tenant_id text not null, pair_id text not null, id text not null, primary key (tenant_id, id)';
const asTarget = `${withId}, unique (tenant_id, pair_id, id)`;

const role = [
  // Roles belong to the whole cluster: another database's migration may be making it at this moment.
  `do $$ begin
    if not exists (select from pg_roles where rolname = 'duologue_app') then create role duologue_app nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`,
  `do $$ begin
    if not pg_has_role(current_user, 'duologue_app', 'member') then
      execute format('grant duologue_app to %I', current_user);
    end if; end $$`,
  `do $$ begin execute format('grant usage on schema %I to duologue_app', current_schema()); end $$`,
];

const people = [
  `create table person (
    tenant_id text not null, id text not null, display_name text not null, given_name text not null, mail text,
    job_title text, grade text, contract text, zone text not null, joined_on date, has_reports boolean,
    primary key (tenant_id, id))`,
  // A tenant's people know each other's names; a worker, who acts for nobody, knows none.
  ...guarded('person', `tenant_id = ${tenant} and ${person} is not null`, 'select, insert'),
  `grant update (display_name, given_name, mail, job_title, grade, contract, zone, joined_on, has_reports)
    on person to duologue_app`,
  `create table pair (
    tenant_id text not null, id text not null, supervisor_id text not null, employee_id text not null,
    role text not null, from_date date not null, to_date date, extra_support json, pause json, seq int not null default 0,
    primary key (tenant_id, id), ${toPerson('supervisor_id')}, ${toPerson('employee_id')},
    check (supervisor_id <> employee_id))`,
  'create index pair_supervisor on pair (tenant_id, supervisor_id)',
  'create index pair_employee on pair (tenant_id, employee_id)',
  ...guarded('pair', isMember, 'select, insert, update (role, from_date, to_date, extra_support, pause, seq)'),
];

const meetings = [
  `create table series (
    ${asTarget}, state text not null, plan json not null, subject text not null, note text not null,
    event_id text, ical_uid text, join_url text, chat_id text, ${toPair})`,
  `create unique index series_one_current on series (tenant_id, pair_id) where state <> 'ended'`,
  'create index series_chat on series (tenant_id, chat_id)',
  'create index series_event on series (tenant_id, event_id)',
  ...guarded(
    'series',
    isOfOwnPair,
    'select, insert, update (state, plan, subject, note, event_id, ical_uid, join_url, chat_id)',
  ),
  `create table meeting (
    ${asTarget}, series_id text, kind text not null, state text not null, original_date date not null,
    starts_at timestamptz not null, ends_at timestamptz not null, reason text, moved_from timestamptz,
    agenda_version int not null, agreed_by_supervisor int, agreed_by_employee int, opened_at timestamptz,
    closed_at timestamptz, pack_id text, pack_version text, ${toPair}, ${within('series_id', 'series')},
    check (starts_at < ends_at))`,
  `create unique index meeting_one_per_occurrence on meeting (tenant_id, series_id, original_date)`,
  'create index meeting_of_pair on meeting (tenant_id, pair_id, starts_at)',
  ...guarded(
    'meeting',
    isOfOwnPair,
    `select, insert, update (series_id, kind, state, original_date, starts_at, ends_at, reason, moved_from,
      agenda_version, agreed_by_supervisor, agreed_by_employee, opened_at, closed_at, pack_id, pack_version)`,
  ),
  `create table agenda_item (
    ${asTarget}, meeting_id text not null, title text not null, note text, topic_id text, standing_id text,
    raised_by text, urgency text not null, minutes int not null, position int not null, state text not null,
    times_carried int not null, carried_from_id text, ${toPair}, ${within('meeting_id', 'meeting')},
    ${toPerson('raised_by')}, ${orForget('carried_from_id')})`,
  'create index agenda_item_of_meeting on agenda_item (tenant_id, meeting_id)',
  `create index agenda_item_carried_from on agenda_item (tenant_id, pair_id, carried_from_id)
    where carried_from_id is not null`,
  ...guarded(
    'agenda_item',
    isOfOwnPair,
    `select, insert, delete, update (title, note, topic_id, standing_id, urgency, minutes, position, state,
      times_carried, carried_from_id)`,
  ),
  `create table jotting (
    ${withId}, meeting_id text not null, author_id text not null, words text not null, at timestamptz not null,
    shared_item_id text, ${toPair}, ${within('meeting_id', 'meeting')}, ${toPerson('author_id')},
    ${orForget('shared_item_id')})`,
  'create index jotting_of_meeting on jotting (tenant_id, meeting_id, author_id)',
  `create index jotting_shared_item on jotting (tenant_id, pair_id, shared_item_id) where shared_item_id is not null`,
  ...guarded(
    'jotting',
    `author_id = ${person} and ${isOfOwnPair}`,
    'select, insert, delete, update (words, at, shared_item_id)',
  ),
];

const record = [
  `create table point (
    ${withId}, meeting_id text not null, item_id text, topic_id text, author_id text not null, words text not null,
    mark text, at timestamptz not null, ${toPair}, ${within('meeting_id', 'meeting')}, ${toPerson('author_id')},
    ${orForget('item_id')})`,
  'create index point_of_meeting on point (tenant_id, meeting_id)',
  'create index point_item on point (tenant_id, pair_id, item_id) where item_id is not null',
  ...guarded('point', isOfOwnPair, 'select, insert, delete, update (item_id, topic_id, words, mark, at)'),
  `create table coverage_tick (
    tenant_id text not null, pair_id text not null, meeting_id text not null, topic_id text not null,
    by_id text not null, at timestamptz not null, primary key (tenant_id, meeting_id, topic_id), ${toPair},
    ${within('meeting_id', 'meeting')}, ${toPerson('by_id')})`,
  ...guarded('coverage_tick', isOfOwnPair, 'select, insert, delete, update (by_id, at)'),
  `create table action (
    ${asTarget}, raised_in_id text not null, item_id text, topic_id text, words text not null, owner_id text not null,
    due_on date, state text not null, settled_on date, dropped_reason text, times_carried int not null,
    created_at timestamptz not null, ${toPair}, ${within('raised_in_id', 'meeting')}, ${toPerson('owner_id')},
    ${orForget('item_id')})`,
  'create index action_item on action (tenant_id, pair_id, item_id) where item_id is not null',
  ...guarded(
    'action',
    isOfOwnPair,
    `select, insert, update (item_id, topic_id, words, owner_id, due_on, state, settled_on, dropped_reason,
      times_carried)`,
  ),
  `create table action_step (
    tenant_id text not null, pair_id text not null, action_id text not null, step int not null,
    at timestamptz not null, by_id text not null, meeting_id text, change json not null,
    primary key (tenant_id, action_id, step), ${toPair}, ${within('action_id', 'action')},
    ${within('meeting_id', 'meeting')}, ${toPerson('by_id')})`,
  'create index action_step_of_pair on action_step (tenant_id, pair_id)',
  ...guarded('action_step', isOfOwnPair, 'select, insert'),
  `create table measure (
    ${asTarget}, name text not null, unit text not null, target double precision not null, better text not null,
    ${toPair})`,
  ...guarded('measure', isOfOwnPair, 'select, insert, update (name, unit, target, better)'),
  `create table reading (
    tenant_id text not null, pair_id text not null, measure_id text not null, on_date date not null,
    value double precision not null, primary key (tenant_id, measure_id, on_date), ${toPair},
    ${within('measure_id', 'measure')})`,
  'create index reading_of_pair on reading (tenant_id, pair_id)',
  ...guarded('reading', isOfOwnPair, 'select, insert, update (value)'),
];

const effects = [
  `create table effect (
    ${withId}, ordinal bigint generated always as identity, acting_id text not null, body json not null,
    state text not null, lane text not null, attempts int not null, next_at timestamptz not null,
    submitted_at timestamptz, parked_for text, claims text, promised_at timestamptz not null, settled_at timestamptz,
    lease_until timestamptz, ${toPair}, ${toPerson('acting_id')})`,
  'create index effect_of_pair on effect (tenant_id, pair_id, ordinal)',
  `create index effect_lane on effect (tenant_id, lane, ordinal) where state in ('promised', 'parked')`,
  `create index effect_due on effect (next_at) where state = 'promised'`,
  ...guarded(
    'effect',
    isOfOwnPair,
    `select, insert, update (body, state, lane, attempts, next_at, submitted_at, parked_for, claims, settled_at,
      lease_until)`,
  ),
  `create policy worker_reads on effect for select to duologue_app using (${isWorker})`,
  `create policy worker_leases on effect for update to duologue_app using (${isWorker})`,
  `create table change (
    tenant_id text not null, pair_id text not null, seq int not null, what text not null, by_id text not null,
    at timestamptz not null, primary key (tenant_id, pair_id, seq), ${toPair}, ${toPerson('by_id')})`,
  ...guarded('change', isOfOwnPair, 'select, insert'),
];

/** The tables Duologue began with, each born with row-level security. */
export const firstTables = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...role, ...people, ...meetings, ...record, ...effects])
      await sql.raw(statement).execute(db);
  },
};
