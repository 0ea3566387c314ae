import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Logger } from '#server/ports/system.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import type { Notices } from './notices.ts';
import { listen } from './postgres-listener.ts';
import { postgresTransactions } from './postgres-transactions.ts';
import { checkRuntimeRole } from './runtime-role.ts';
import { StoreUnavailable } from './store-unavailable.ts';
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

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

function unavailable(url: string, cause: unknown): StoreUnavailable {
  const { host, pathname } = new URL(url);
  return new StoreUnavailable(
    `PostgreSQL at ${host}${pathname} cannot be used (${codeOf(cause) ?? 'no code'}). ` +
      'Check that it runs, that the address and login are right, and that the database exists.',
    cause,
  );
}

/** Runs something once as a login of its own, before the pool that stays. */
async function once(url: string, work: (db: Kysely<unknown>) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ ...settings, connectionString: url, max: 2, application_name: 'duologue start' });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await work(db);
  } catch (error) {
    throw error instanceof StoreUnavailable ? error : unavailable(url, error);
  } finally {
    await db.destroy();
  }
}

async function prepare(db: Kysely<unknown>): Promise<void> {
  const version = await sql<{ server_version_num: string }>`show server_version_num`.execute(db);
  if (Number(version.rows[0]?.server_version_num) < oldest) {
    throw new StoreUnavailable('Duologue needs PostgreSQL 15 or newer. Upgrade the server, or name another one.');
  }
  await migrate(db);
}

/**
 * A PostgreSQL server, 15 or newer. The owner's login runs the migrations (it creates the role `duologue_app`, or finds it
 * made by an administrator). The other login is what the server lives with: it should own nothing and have nothing but
 * `grant duologue_app to <login>`, as every transaction takes that role before its first word. Behind a pooler that hands
 * out connections by transaction, prepared statements must be switched on, and notifications need a direct connection.
 * @throws StoreUnavailable
 */
export async function openPostgres(url: string, ownerUrl: string, notices: Notices, log: Logger): Promise<Database> {
  await once(ownerUrl, prepare);
  await once(url, checkRuntimeRole);
  const pool = new pg.Pool({
    ...settings,
    connectionString: url,
    max: 10,
    pipeline: true,
    application_name: 'duologue',
  });
  const onLost = (error: Error) => {
    log.warn('database-connection-lost', { code: codeOf(error) });
  };
  pool.on('error', onLost);
  // The pool speaks for idle connections only. A busy one that breaks must not end the process either.
  pool.on('connect', (client) => client.on('error', onLost));
  try {
    const stopListening = await listen({ ...settings, connectionString: url }, notices, log);
    return {
      ...postgresTransactions(pool),
      close: async () => {
        await stopListening();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw unavailable(url, error);
  }
}
