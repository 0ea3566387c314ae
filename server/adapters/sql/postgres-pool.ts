import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

const begun = { command: 'BEGIN', rowCount: 0, rows: [] };

/** A `begin` waits for the statement after it and leaves with it, so that the two cost one round trip. */
function joinBegin(client: pg.PoolClient): PostgresPoolClient {
  let waiting = false;

  async function query(text: string, values: readonly unknown[]): Promise<unknown> {
    if (text === 'begin') {
      waiting = true;
      return begun;
    }
    if (!waiting) return client.query(text, [...values]);
    waiting = false;
    // Both are waited for: nothing else is asked on a connection whose transaction did not begin.
    const [, result] = await Promise.all([client.query('begin'), client.query(text, [...values])]);
    return result;
  }

  return {
    query: query as PostgresPoolClient['query'] &
      (<R>(text: string, values: readonly unknown[]) => Promise<PostgresQueryResult<R>>),
    release: (destroy) => {
      client.release(destroy);
    },
  };
}

/** A pool for Kysely whose transactions waste no round trips: see also `pipeline` of pg, which sends without waiting. */
export function pipelined(pool: pg.Pool): PostgresPool {
  const joined = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      const known = joined.get(client) ?? joinBegin(client);
      joined.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}
