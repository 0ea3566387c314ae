import { sql, type Kysely } from 'kysely';

const tenant = `nullif(current_setting('duologue.tenant', true), '')`;
const keeps = `current_setting('duologue.hr', true) = 'yes'`;

const statements = [
  // As for pairs: the owner of the tables reads past the wall for the one question below.
  'create policy owner_looks on handover for select to current_user using (true)',
  // That one-to-ones were handed over, to whoever looks after them: who, to whom, when. A handover holds nobody's words.
  `create function handed_over() returns table (id text, supervisor_id text, employee_id text, to_id text,
      from_date date, until_date date, by_id text, at timestamptz)
    language sql stable security definer set search_path from current as $$
      select handover.id, pair.supervisor_id, pair.employee_id, handover.to_id,
        handover.from_date, handover.until_date, handover.by_id, handover.at
      from handover join pair on pair.tenant_id = handover.tenant_id and pair.id = handover.pair_id
      where handover.tenant_id = ${tenant} and ${keeps}
      order by handover.at desc, handover.id limit 200 $$`,
  'revoke all on function handed_over() from public',
  'grant execute on function handed_over() to duologue_app',
];

/** One-to-ones handed over by whoever looks after them in the organisation. */
export const handoversForOthers = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
