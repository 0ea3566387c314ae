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

interface Conversation {
  readonly say: (word: 'begin' | 'begin read only' | 'commit' | 'rollback') => Promise<pg.QueryResult>;
  readonly ask: Ask;
}

function conversationOver(client: pg.PoolClient): Conversation {
  const gather = gathering(client);
  return {
    say: (word) => {
      gather();
      return client.query(word);
    },
    ask: async (text, values): Promise<Answer> => {
      gather();
      const name = nameOf(text, values);
      const question = name === undefined ? { text, values: [...values] } : { name, text, values: [...values] };
      const { rows, rowCount } = await client.query<Record<string, unknown>>(question);
      return { rows, changed: rowCount ?? 0 };
    },
  };
}

/** Transactions over a pool of pipelining connections: what is asked together costs one round trip, the beginning too. */
export function postgresTransactions(pool: pg.Pool): Pick<Database, 'transaction' | 'glance'> {
  return {
    transaction: async (opening, work) => {
      const client = await pool.connect();
      const { say, ask } = conversationOver(client);
      let isBroken = false;
      try {
        // Both are waited for: nothing else is asked on a connection whose transaction did not begin as it should.
        await Promise.all([say('begin'), ask(opening.sql, opening.parameters)]);
        const result = await work(ask);
        const { command } = await say('commit');
        if (command !== 'COMMIT')
          throw new Error('The transaction was undone: a failed statement in it was passed over');
        return result;
      } catch (error) {
        await say('rollback').catch(() => {
          isBroken = true;
        });
        throw error;
      } finally {
        client.release(isBroken);
      }
    },
    glance: async (opening, question) => {
      const client = await pool.connect();
      const { say, ask } = conversationOver(client);
      // A transaction that does not begin as it should fails all that follows in it, so nothing needs to wait.
      const said = await Promise.allSettled([
        say('begin read only'),
        ask(opening.sql, opening.parameters),
        ask(question.sql, question.parameters),
        say('commit'),
      ]);
      client.release(said[3].status === 'rejected');
      const failed = said.find((one) => one.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      const [, , answer] = said;
      if (answer.status === 'rejected') throw answer.reason;
      return answer.value;
    },
  };
}
