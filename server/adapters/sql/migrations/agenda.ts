import { sql, type Kysely } from 'kysely';

const isOfOwnPair = `tenant_id = nullif(current_setting('duologue.tenant', true), '')
  and pair_id = any (array(select id from pair))`;

const toPair = 'foreign key (tenant_id, pair_id) references pair';
const toPerson = (column: string) => `foreign key (tenant_id, ${column}) references person`;
const toMeeting = 'foreign key (tenant_id, pair_id, meeting_id) references meeting (tenant_id, pair_id, id)';

function guarded(table: string, rights: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own on ${table} to duologue_app using (${isOfOwnPair})`,
    `grant ${rights} on ${table} to duologue_app`,
  ];
}

const statements = [
  `create table single_event (
    tenant_id text not null, pair_id text not null, id text not null, meeting_id text not null, purpose text not null,
    owner_id text not null, state text not null, starts_at timestamptz not null, ends_at timestamptz not null,
    event_id text, ical_uid text, join_url text, chat_id text, primary key (tenant_id, id),
    ${toPair}, ${toMeeting}, ${toPerson('owner_id')}, check (starts_at < ends_at))`,
  `create unique index single_event_once on single_event (tenant_id, meeting_id, purpose, owner_id)
    where state <> 'ended'`,
  'create index single_event_of_meeting on single_event (tenant_id, pair_id, meeting_id)',
  'create index single_event_chat on single_event (tenant_id, chat_id)',
  'create index single_event_event on single_event (tenant_id, event_id)',
  ...guarded(
    'single_event',
    'select, insert, update (state, starts_at, ends_at, event_id, ical_uid, join_url, chat_id)',
  ),
  `create table own_standing_item (
    tenant_id text not null, pair_id text not null, id text not null, title text not null, kind_id text,
    minutes int not null, raised_by text not null, at timestamptz not null, primary key (tenant_id, id),
    ${toPair}, ${toPerson('raised_by')})`,
  'create index own_standing_item_of_pair on own_standing_item (tenant_id, pair_id)',
  ...guarded('own_standing_item', 'select, insert, delete, update (title, kind_id, minutes)'),
  `create table preparation_wish (
    tenant_id text not null, pair_id text not null, person_id text not null, minutes int not null,
    primary key (tenant_id, pair_id, person_id), ${toPair}, ${toPerson('person_id')})`,
  ...guarded('preparation_wish', 'select, insert, delete, update (minutes)'),
  'alter table agenda_item add column kind_id text',
  'grant update (kind_id) on agenda_item to duologue_app',
  'alter table jotting add column prompt_id text',
  'grant update (prompt_id) on jotting to duologue_app',
];

/** Meetings that are no part of a series, the pair's own standing items, kinds of item, questions answered, and time kept to prepare. */
export const agendaTables = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
