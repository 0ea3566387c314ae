import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

const begun = { command: 'BEGIN', rowCount: 0, rows: [] };

/** The part of pg's connection that lets several messages leave as one; not in its types. */
interface Sending {
  readonly connection?: { readonly stream?: { cork(): void; uncork(): void } };
}

const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  if (!text.startsWith('select')) return undefined;
  const known = names.get(text) ?? `q${names.size}`;
  names.set(text, known);
  return known;
}

/** A `begin` waits for the statement after it and leaves with it, so that the two cost one round trip. */
function joinBegin(client: pg.PoolClient): PostgresPoolClient {
  const stream = (client as Sending).connection?.stream;
  let beginWaits = false;
  let gathering = false;

  /** What is asked in one turn leaves in one piece. */
  function gather(): void {
    if (gathering || stream === undefined) return;
    gathering = true;
    stream.cork();
    process.nextTick(() => {
      gathering = false;
      stream.uncork();
    });
  }

  async function query(text: string, values: readonly unknown[]): Promise<unknown> {
    if (text === 'begin') {
      beginWaits = true;
      return begun;
    }
    gather();
    const name = process.env.NAMED ? nameOf(text) : undefined;
    const ask = () => client.query(name === undefined ? { text, values: [...values] } : { name, text, values: [...values] });
    if (!beginWaits) return ask();
    beginWaits = false;
    // Both are waited for: nothing else is asked on a connection whose transaction did not begin.
    const [, result] = await Promise.all([client.query('begin'), ask()]);
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
