import { sql, type Kysely } from 'kysely';

const tenant = `nullif(current_setting('duologue.tenant', true), '')`;
const person = `nullif(current_setting('duologue.person', true), '')`;

const statements = [
  // A person's and no pair's: whoever looks for a time with them may know when, as of a calendar.
  `create table protected_hours (
    tenant_id text not null, person_id text not null, hours json not null, primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references person)`,
  'alter table protected_hours enable row level security',
  'alter table protected_hours force row level security',
  `create policy known on protected_hours for select to duologue_app using (tenant_id = ${tenant} and ${person} is not null)`,
  `create policy own on protected_hours to duologue_app using (tenant_id = ${tenant} and person_id = ${person})`,
  'grant select, insert, update (hours) on protected_hours to duologue_app',
];

/** Hours somebody keeps free for work of their own. */
export const protectedHours = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
