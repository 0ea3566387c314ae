import { sql, type Kysely } from 'kysely';

const isOfOwnPair = `tenant_id = nullif(current_setting('duologue.tenant', true), '')
  and pair_id = any (array(select id from pair))`;
const isWorker = `(select current_setting('duologue.scope', true)) = 'worker'`;

const statements = [
  // Who and when, and nothing of what is said.
  `create table pair_hour (
    tenant_id text not null, pair_id text not null, acting_id text not null, due_at timestamptz,
    primary key (tenant_id, pair_id), foreign key (tenant_id, pair_id) references pair,
    foreign key (tenant_id, acting_id) references person)`,
  'create index pair_hour_due on pair_hour (due_at)',
  'alter table pair_hour enable row level security',
  'alter table pair_hour force row level security',
  `create policy own on pair_hour to duologue_app using (${isOfOwnPair})`,
  `create policy worker_reads on pair_hour for select to duologue_app using (${isWorker})`,
  `create policy worker_updates on pair_hour for update to duologue_app using (${isWorker})`,
  'grant select, insert, update (due_at) on pair_hour to duologue_app',
  // What is there already is looked at once. Row-level security binds the owner too, but for these statements.
  ...['pair', 'agreement', 'preparation_wish'].map((table) => `alter table ${table} no force row level security`),
  `insert into pair_hour (tenant_id, pair_id, acting_id, due_at)
    select tenant_id, id, supervisor_id, now() from pair
    where exists (select from agreement where agreement.tenant_id = pair.tenant_id and agreement.pair_id = pair.id)
      or exists (select from preparation_wish where preparation_wish.tenant_id = pair.tenant_id
        and preparation_wish.pair_id = pair.id)`,
  ...['pair', 'agreement', 'preparation_wish'].map((table) => `alter table ${table} force row level security`),
];

/** When which pair is looked at again, because an agenda is to be shared or time kept to prepare. */
export const behalf = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
