import { sql, type Kysely } from 'kysely';
import { StoreUnavailable } from './store-unavailable.ts';

/** The role every transaction runs as. It owns nothing and is bound by row-level security. */
export const runtimeRole = 'duologue_app';

interface Finding {
  wrong: string;
}

/**
 * Refuses a database whose second wall has a hole: a runtime role that row-level security does not bind, or a table
 * without it (docs/decisions: row-level security).
 * @throws StoreUnavailable naming what to put right
 */
export async function checkRuntimeRole<Schema>(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<Finding>`
    select case when not pg_has_role(session_user, rolname, 'member') then 'the login may not take the role ' || rolname
      when rolsuper then 'the role ' || rolname || ' is a superuser'
      when rolbypassrls then 'the role ' || rolname || ' may bypass row-level security'
      when rolcanlogin then 'the role ' || rolname || ' may log in' end as wrong
      from pg_roles where rolname = ${runtimeRole}
    union all
    select 'the role ' || r.rolname || ' owns ' || c.relname from pg_class c join pg_roles r on r.oid = c.relowner
      where pg_has_role(${runtimeRole}, r.oid, 'usage') and c.relnamespace = current_schema()::regnamespace
    union all
    select 'the table ' || c.relname || ' has no forced row-level security' from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
      and has_any_column_privilege(${runtimeRole}, c.oid, 'select, insert, update')
      and not (c.relrowsecurity and c.relforcerowsecurity)`.execute(db);
  const wrong = rows.map((row) => row.wrong as string | null).filter((each) => each !== null);
  if (wrong.length === 0) return;
  throw new StoreUnavailable(
    `The database would not keep one pair's words from another: ${wrong.join('; ')}. ` +
      `Put this right before starting: ${runtimeRole} must own nothing, must not log in, be a superuser or bypass ` +
      `row-level security, and the login must be granted it (grant ${runtimeRole} to the login).`,
  );
}
