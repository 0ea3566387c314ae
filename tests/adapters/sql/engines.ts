import { CompiledQuery } from 'kysely';
import type { Actor } from '#core/people/person.ts';
import type { Database } from '#server/adapters/sql/database.ts';
import { notices } from '#server/adapters/sql/notices.ts';
import { openPGlite } from '#server/adapters/sql/pglite-database.ts';
import { openPostgres } from '#server/adapters/sql/postgres-database.ts';
import { sqlStore, type OpenedStore } from '#server/adapters/sql/sql-store.ts';
import { pinoLog } from '#server/adapters/system/log.ts';
import type { Clock } from '#server/ports/system.ts';
import { freshDatabase } from '#tests/support/postgres.ts';

type Row = Record<string, unknown>;

/** A store, and beside it the database it stands on, to look behind the store's back. */
export interface OpenedEngine extends OpenedStore {
  /** What this SQL answers as the runtime role, with the settings of a person or the worker, or none at all. */
  asRuntime(who: Actor | 'worker' | null, sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** What this SQL answers as the owner of the tables, whom row-level security does not bind here. */
  asOwner(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

export const now = '2026-11-26T10:00:00.000Z';
export const clock: Clock = { now: () => now };
export const quiet = pinoLog({ level: 'silent' });

function settings(who: Actor | 'worker' | null): CompiledQuery {
  const role = `set_config('role', 'duologue_app', true)`;
  if (who === null) return CompiledQuery.raw(`select ${role}`);
  if (who === 'worker') return CompiledQuery.raw(`select ${role}, set_config('duologue.scope', 'worker', true)`);
  return CompiledQuery.raw(
    `select ${role}, set_config('duologue.tenant', $1, true), set_config('duologue.person', $2, true),
      set_config('duologue.scope', 'person', true), set_config('duologue.hr', $3, true)`,
    [who.tenantId, who.personId, who.isHr === true ? 'yes' : ''],
  );
}

function over(database: Database, heard: ReturnType<typeof notices>, close: () => Promise<void>): OpenedEngine {
  const ask = (opening: CompiledQuery, sql: string, values: readonly unknown[]) =>
    database.transaction(opening, async (question) => (await question(sql, values)).rows as Row[]);
  return {
    ...sqlStore(database, heard, { clock, log: quiet }),
    close,
    asRuntime: (who, sql, values = []) => ask(settings(who), sql, values),
    asOwner: (sql, values = []) => ask(CompiledQuery.raw('select 1'), sql, values),
  };
}

async function openInMemory(): Promise<OpenedEngine> {
  const heard = notices(quiet);
  const database = await openPGlite(null, heard);
  return over(database, heard, database.close);
}

async function openOnServer(): Promise<OpenedEngine> {
  const heard = notices(quiet);
  const fresh = await freshDatabase();
  const database = await openPostgres(fresh.url, fresh.url, heard, quiet);
  return over(database, heard, async () => {
    await database.close();
    await fresh.drop();
  });
}

/** Every engine the store must keep its promises on. */
export const engines: readonly { readonly engine: string; readonly open: () => Promise<OpenedEngine> }[] = [
  { engine: 'PGlite', open: openInMemory },
  { engine: 'PostgreSQL', open: openOnServer },
];
