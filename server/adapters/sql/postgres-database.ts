import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from '#server/ports/system.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import type { Notices } from './notices.ts';
import { listen } from './postgres-listener.ts';
import { pipelined } from './postgres-pool.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import type { Tables } from './tables.ts';
import { readers } from './value-forms.ts';

const oldest = 150_000;

const types = new pg.TypeOverrides();
for (const [type, read] of Object.entries(readers)) types.setTypeParser(Number(type), read);

const settings = {
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  // Dates as our own forms need them, and no transaction that holds a pair for ever.
  options: '-c DateStyle=ISO -c TimeZone=UTC -c idle_in_transaction_session_timeout=60s -c statement_timeout=60s',
  types,
};

function unavailable(url: string, cause: unknown): StoreUnavailable {
  const { host, pathname } = new URL(url);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no code';
  return new StoreUnavailable(
    `PostgreSQL at ${host}${pathname} cannot be used (${code}). ` +
      'Check that it runs, that the address and login are right, and that the database exists.',
    cause,
  );
}

async function migrateAsOwner(url: string): Promise<void> {
  const pool = new pg.Pool({ ...settings, connectionString: url, max: 2, application_name: 'duologue migration' });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const version = await pool.query<{ server_version_num: string }>('show server_version_num');
    if (Number(version.rows[0]?.server_version_num) < oldest) {
      throw new StoreUnavailable('Duologue needs PostgreSQL 15 or newer. Upgrade the server, or name another one.');
    }
    await migrate(db);
  } catch (error) {
    throw error instanceof StoreUnavailable ? error : unavailable(url, error);
  } finally {
    await db.destroy();
  }
}

/**
 * A PostgreSQL server, 15 or newer. The owner's login runs the migrations (it creates the role `duologue_app`, or finds it
 * made by an administrator). The other login is what the server lives with. It should own nothing and have nothing but
 * `grant duologue_app to <login>`, best `with inherit false`: every transaction takes that role before its first word.
 * @throws StoreUnavailable
 */
export async function openPostgres(url: string, ownerUrl: string, notices: Notices, log: Logger): Promise<Database> {
  await migrateAsOwner(ownerUrl);
  const pool = new pg.Pool({
    ...settings,
    connectionString: url,
    max: 10,
    pipeline: true,
    application_name: 'duologue',
  });
  pool.on('error', (error) => {
    log.warn('database-connection-lost', { code: Reflect.get(error, 'code') as string });
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pipelined(pool) }) });
  try {
    const stopListening = await listen({ ...settings, connectionString: url }, notices, log);
    return {
      db,
      close: async () => {
        await stopListening();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw unavailable(url, error);
  }
}
