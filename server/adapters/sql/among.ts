import { sql, type RawBuilder } from 'kysely';

/** `column = among(ids)`: one statement text, and so one plan, however many ids. */
export function among(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`any (${[...ids]}::text[])`;
}
