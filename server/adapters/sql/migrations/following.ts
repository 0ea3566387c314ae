import { sql, type Kysely } from 'kysely';

const tenant = `nullif(current_setting('duologue.tenant', true), '')`;
const person = `nullif(current_setting('duologue.person', true), '')`;
const isWorker = `(select current_setting('duologue.scope', true)) = 'worker'`;
const isOfOwnPair = `tenant_id = ${tenant} and pair_id = any (array(select id from pair))`;
const isOwnMailbox = `tenant_id = ${tenant} and mailbox_id = ${person}`;
const isOrganisers = `tenant_id = ${tenant} and mailbox_id = any (array(select supervisor_id from pair))`;

function walled(table: string): string[] {
  return [`alter table ${table} enable row level security`, `alter table ${table} force row level security`];
}

const toPair = 'foreign key (tenant_id, pair_id) references pair';
const toMeeting = 'foreign key (tenant_id, pair_id, meeting_id) references meeting (tenant_id, pair_id, id)';

const statements = [
  `create table outlook_watch (
    tenant_id text not null, mailbox_id text not null, subscription_id text, client_state_hash text,
    subscribed_until timestamptz, subscribe_after timestamptz, delta_link text, delta_since timestamptz,
    hints json not null default '[]', hint_count int not null default 0, look_at timestamptz not null,
    looked_at timestamptz, whole_at timestamptz, behind_since timestamptz, lease_until timestamptz,
    primary key (tenant_id, mailbox_id), foreign key (tenant_id, mailbox_id) references person)`,
  'create index outlook_watch_due on outlook_watch (look_at)',
  'create unique index outlook_watch_subscription on outlook_watch (subscription_id)',
  ...walled('outlook_watch'),
  `create policy own on outlook_watch to duologue_app using (${isOwnMailbox})`,
  // How fresh it is concerns whoever meets its owner.
  `create policy of_organiser on outlook_watch for select to duologue_app using (${isOrganisers})`,
  `create policy worker_reads on outlook_watch for select to duologue_app using (${isWorker})`,
  `create policy worker_updates on outlook_watch for update to duologue_app using (${isWorker})`,
  `grant select, insert (tenant_id, mailbox_id, look_at), update (subscription_id, client_state_hash, subscribed_until,
    subscribe_after, delta_link, delta_since, hints, hint_count, look_at, looked_at, whole_at, behind_since, lease_until)
    on outlook_watch to duologue_app`,
  `create table outlook_base (
    tenant_id text not null, pair_id text not null, subject_id text not null, subject text not null, seen json not null,
    primary key (tenant_id, subject_id), ${toPair})`,
  'create index outlook_base_of_pair on outlook_base (tenant_id, pair_id, subject)',
  ...walled('outlook_base'),
  `create policy own on outlook_base to duologue_app using (${isOfOwnPair})`,
  'grant select, insert, update (seen) on outlook_base to duologue_app',
  `create table outlook_news (
    tenant_id text not null, pair_id text not null, id text not null, ordinal int generated always as identity,
    series_id text, meeting_id text, kind text not null, facts json not null, at timestamptz not null,
    seen_by_supervisor boolean not null default false, seen_by_employee boolean not null default false,
    primary key (tenant_id, id), ${toPair}, ${toMeeting})`,
  'create index outlook_news_of_pair on outlook_news (tenant_id, pair_id, ordinal)',
  ...walled('outlook_news'),
  `create policy own on outlook_news to duologue_app using (${isOfOwnPair})`,
  `grant select, insert (tenant_id, pair_id, id, series_id, meeting_id, kind, facts, at, seen_by_supervisor,
    seen_by_employee), update (seen_by_supervisor, seen_by_employee) on outlook_news to duologue_app`,
];

/** What is looked at in Outlook, what was last seen there, and what happened. */
export const followingTables = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
