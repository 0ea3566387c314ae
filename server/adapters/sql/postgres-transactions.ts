import type pg from 'pg';
import type { Answer, Ask, Database } from './database.ts';
import { nameOf } from './statement-names.ts';

/** The part of pg's connection that lets several messages leave as one; not in its types. */
interface Sending {
  readonly connection?: { readonly stream?: { cork(): void; uncork(): void } };
}

/** Sends all that is asked in one turn in one piece. */
function gathering(client: pg.PoolClient): () => void {
  const stream = (client as Sending).connection?.stream;
  let corked = false;
  return () => {
    if (corked || stream === undefined) return;
    corked = true;
    stream.cork();
    process.nextTick(() => {
      corked = false;
      stream.uncork();
    });
  };
}

/** Transactions over a pool of pipelining connections: what is asked together costs one round trip, the beginning too. */
export function postgresTransactions(pool: pg.Pool): Database['transaction'] {
  return async (opening, work) => {
    const client = await pool.connect();
    const gather = gathering(client);
    const say = (word: 'begin' | 'commit' | 'rollback') => {
      gather();
      return client.query(word);
    };
    const ask: Ask = async (text, values): Promise<Answer> => {
      gather();
      const name = nameOf(text, values);
      const question = name === undefined ? { text, values: [...values] } : { name, text, values: [...values] };
      const { rows, rowCount } = await client.query<Record<string, unknown>>(question);
      return { rows, changed: rowCount ?? 0 };
    };
    let isBroken = false;
    try {
      // Both are waited for: nothing else is asked on a connection whose transaction did not begin as it should.
      await Promise.all([say('begin'), ask(opening.sql, opening.parameters)]);
      const result = await work(ask);
      const { command } = await say('commit');
      if (command !== 'COMMIT') throw new Error('The transaction was undone: a failed statement in it was passed over');
      return result;
    } catch (error) {
      await say('rollback').catch(() => {
        isBroken = true;
      });
      throw error;
    } finally {
      client.release(isBroken);
    }
  };
}
