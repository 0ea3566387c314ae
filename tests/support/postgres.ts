import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface FreshDatabase {
  readonly name: string;
  /** As the superuser of the test server. */
  readonly url: string;
  /** The same database for another login, without a password. */
  urlFor(login: string): string;
  /** Asks as the superuser. */
  ask(sql: string): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}

function serverUrl(): string {
  const url = process.env.DUOLOGUE_TEST_POSTGRES;
  if (url !== undefined) return url;
  throw new Error(
    'The store is also tested on a real PostgreSQL, and none was started. Run `npm test`, which installs and starts one, ' +
      'or the vitest project `store`.',
  );
}

/** An empty database of its own on the PostgreSQL that the test run started. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = serverUrl();
  const name = `duologue_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server);
  const maintenance = new pg.Pool({ connectionString: server, max: 1 });
  await maintenance.query(`create database ${name}`);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 1 });
  pool.on('error', () => undefined);
  return {
    name,
    url: url.href,
    urlFor: (login) => {
      const other = new URL(url);
      other.username = login;
      return other.href;
    },
    ask: async (sql) => {
      // Of several statements at once, the last one's rows.
      const answers = [await pool.query<Record<string, unknown>>(sql)].flat();
      return answers.at(-1)?.rows ?? [];
    },
    drop: async () => {
      await pool.end();
      await maintenance.query(`drop database ${name} with (force)`);
      await maintenance.end();
    },
  };
}
