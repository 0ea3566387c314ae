import { sql, type Kysely } from 'kysely';

const tenant = `nullif(current_setting('duologue.tenant', true), '')`;
const person = `nullif(current_setting('duologue.person', true), '')`;
const isBearer = `(select current_setting('duologue.scope', true)) = 'bearer'`;

const statements = [
  // A person's and no pair's: one link each, of which a fingerprint is kept.
  `create table feed (
    tenant_id text not null, person_id text not null, secret_hash text not null, made_at timestamptz not null,
    visited_at timestamptz not null, last_read_at timestamptz, primary key (tenant_id, person_id),
    unique (secret_hash), foreign key (tenant_id, person_id) references person,
    check (secret_hash ~ '^[0-9a-f]{64}$'))`,
  'alter table feed enable row level security',
  'alter table feed force row level security',
  `create policy own on feed to duologue_app using (tenant_id = ${tenant} and person_id = ${person})`,
  // Whoever holds a link proves it with its fingerprint, and is shown that row alone.
  `create policy held on feed for select to duologue_app using (${isBearer} and secret_hash = ${person})`,
  'grant select, insert, delete, update (secret_hash, made_at, visited_at, last_read_at) on feed to duologue_app',
  // Since when the directory no longer has somebody, or has barred them from signing in.
  'alter table person add column gone_at timestamptz',
  'grant update (gone_at) on person to duologue_app',
  // What a calendar elsewhere is told of a meeting changes with its time and with its being held, whoever changes it.
  `alter table meeting add column revision int not null default 0,
    add column revised_at timestamptz not null default now()`,
  `create function meeting_revised() returns trigger language plpgsql as $$ begin
    new.revision := old.revision + 1;
    new.revised_at := now();
    return new;
  end $$`,
  `create trigger meeting_revised before update on meeting for each row
    when (old.starts_at <> new.starts_at or old.ends_at <> new.ends_at
      or (old.state = 'cancelled') <> (new.state = 'cancelled'))
    execute function meeting_revised()`,
];

/** The link by which a calendar elsewhere follows one's own meetings. */
export const feed = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
