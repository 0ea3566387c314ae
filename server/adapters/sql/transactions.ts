import { AsyncLocalStorage } from 'node:async_hooks';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#core/people/person.ts';
import type { Logger } from '#server/ports/system.ts';
import { refusalOf } from './refusal-of.ts';
import { runtimeRole } from './runtime-role.ts';
import type { Tables } from './tables.ts';

/** Transactions of one database, each as the runtime role and for one person, or for the worker. */
export interface Transactions {
  asPerson<T>(actor: Actor, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  asWorker<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
}

/**
 * What was said to the database outside a transaction would run with the login's own rights, so nothing else is given out.
 * A transaction inside another is a bug: on PGlite it would wait for itself for ever.
 */
export function transactions(db: Kysely<Tables>, log: Logger): Transactions {
  const open = new AsyncLocalStorage<{ done: boolean }>();

  async function run<T>(
    settings: { tenantId: string; personId: string; scope: string },
    work: (tx: Transaction<Tables>) => Promise<T>,
  ): Promise<T> {
    if (open.getStore()?.done === false) throw new Error('A transaction was begun inside another: use the open one');
    const here = { done: false };
    try {
      return await db.transaction().execute(async (tx) => {
        await sql`select set_config('role', ${runtimeRole}, true), set_config('duologue.tenant', ${settings.tenantId}, true),
          set_config('duologue.person', ${settings.personId}, true), set_config('duologue.scope', ${settings.scope}, true)
        `.execute(tx);
        return open.run(here, () => work(tx));
      });
    } catch (error) {
      throw refusalOf(error, log);
    } finally {
      here.done = true;
    }
  }

  return {
    asPerson: ({ tenantId, personId }, work) => run({ tenantId, personId, scope: 'person' }, work),
    asWorker: (work) => run({ tenantId: '', personId: '', scope: 'worker' }, work),
  };
}
