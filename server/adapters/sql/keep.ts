import { sql, type Insertable, type RawBuilder } from 'kysely';
import { Refusal } from '#core/refusal.ts';
import type { Scope, Tables } from './tables.ts';

type Column<Table extends keyof Tables> = keyof Tables[Table] & string;

export interface Identity<Table extends keyof Tables> {
  /** The primary key without the tenant. */
  readonly key: readonly Column<Table>[];
  /** What stays as it was first written, whatever comes later: the pair above all. */
  readonly fixed: readonly Column<Table>[];
  /** What is written once and left alone, whatever is offered later. */
  readonly kept?: readonly Column<Table>[];
  /** One more assignment for a known row, to a column that is not given. */
  readonly also?: RawBuilder<unknown>;
}

/**
 * Writes rows, new or known. A known row keeps its key and what is fixed.
 * @throws Refusal `duplicate-id` where the key belongs to something else: another pair's, or a person's other thing
 */
export async function keep<Table extends keyof Tables>(
  scope: Scope,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
  identity: Identity<Table>,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first) as (Column<Table> & keyof typeof first)[];
  const still = new Set<string>(['tenant_id', ...identity.key, ...identity.fixed, ...(identity.kept ?? [])]);
  const changing = columns.filter((column) => !still.has(column));
  const own = (column: string) => sql.ref(`${table}.${column}`);
  const offered = (column: string) => sql.ref(`excluded.${column}`);
  const assignments = changing.map((column) => sql`${sql.ref(column)} = ${offered(column)}`);
  if (identity.also !== undefined) assignments.push(identity.also);
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  const sameThing = identity.fixed.map((column) => sql`${own(column)} is not distinct from ${offered(column)}`);
  const result = await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}
    on conflict (${sql.join(['tenant_id', ...identity.key].map((column) => sql.ref(column)))})
    do update set ${sql.join(assignments)}
    where ${sameThing.length === 0 ? sql`true` : sql.join(sameThing, sql` and `)}
  `.execute(scope.tx);
  if (Number(result.numAffectedRows) !== rows.length) throw new Refusal('duplicate-id');
}
