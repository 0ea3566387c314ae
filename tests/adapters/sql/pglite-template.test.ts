import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import type { Database } from '#server/adapters/sql/database.ts';
import { notices } from '#server/adapters/sql/notices.ts';
import { openPGlite } from '#server/adapters/sql/pglite-database.ts';
import { templateIn, type Template } from '#server/adapters/sql/pglite-template.ts';
import { quiet } from './engines.ts';

const folder = mkdtempSync(join(tmpdir(), 'duologue-template-'));
const template = templateIn(folder);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Every column, rule, right and reference there is, and how many people. */
const everything = `
  select 'column ' || table_name || '.' || column_name || ' ' || data_type as one from information_schema.columns
    where table_schema = 'public'
  union all select 'rule ' || tablename || ' ' || qual from pg_policies
  union all select 'right ' || table_name || ' ' || privilege_type from information_schema.role_table_grants
    where grantee = 'duologue_app'
  union all select 'promise ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace
  union all select 'people ' || count(*) from person order by 1`;

async function contentsOf(database: Database): Promise<unknown[]> {
  return (await database.transaction(CompiledQuery.raw('select 1'), (ask) => ask(everything, []))).rows;
}

async function madeWith(from: Template, directory: string | null = null): Promise<unknown[]> {
  const database = await openPGlite(directory, notices(quiet), from);
  const contents = await contentsOf(database);
  await database.close();
  return contents;
}

test('a new database begins from the template as it would from the migrations, in memory and on disk', async () => {
  expect(await template.read()).toBeNull();
  const migrated = await madeWith(template);
  expect(migrated.length).toBeGreaterThan(150);
  expect(await template.read()).not.toBeNull();
  expect(await madeWith(template)).toEqual(migrated);
  expect(await madeWith(template, join(folder, 'data'))).toEqual(migrated);
  expect(await madeWith(template, join(folder, 'data'))).toEqual(migrated);
});

test('a broken template is made again, and the database is whole', async () => {
  const file = readdirSync(folder).find((name) => name.endsWith('.tar')) ?? '';
  writeFileSync(join(folder, file), 'cut off');
  expect((await madeWith(template, join(folder, 'more'))).length).toBeGreaterThan(150);
  expect((await template.read())?.size).toBeGreaterThan(1_000_000);
});

test('a folder that cannot be written takes nothing away', async () => {
  const nowhere = templateIn(join(folder, 'data', 'PG_VERSION'));
  expect((await madeWith(nowhere)).length).toBeGreaterThan(150);
  expect(await nowhere.read()).toBeNull();
});
