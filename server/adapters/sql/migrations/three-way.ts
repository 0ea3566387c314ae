import { sql, type Kysely } from 'kysely';

const tenant = `nullif(current_setting('duologue.tenant', true), '')`;
const person = `nullif(current_setting('duologue.person', true), '')`;

const statements = [
  // The owner of the tables reads past the wall for the one question below, and only for it.
  'create policy owner_looks on pair for select to current_user using (true)',
  // Who else supervises the employee of one's own pair: who, and as what. Nothing else of a pair of others.
  `create function beside_pair(of_pair text) returns table (person_id text, pair_role text)
    language sql stable security definer set search_path from current as $$
      select other.supervisor_id, other.role from pair mine
      join pair other on other.tenant_id = mine.tenant_id and other.employee_id = mine.employee_id
      where mine.tenant_id = ${tenant} and mine.id = of_pair and mine.to_date is null and other.to_date is null
        and ${person} in (mine.supervisor_id, mine.employee_id) and other.supervisor_id <> mine.supervisor_id
      order by other.from_date, other.id $$`,
  'revoke all on function beside_pair(text) from public',
  'grant execute on function beside_pair(text) to duologue_app',
];

/** A meeting of three joins two pairs of one employee (OD3a-18). */
export const threeWay = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
