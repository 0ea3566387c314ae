import { AsyncLocalStorage } from 'node:async_hooks';
import { sql, type CompiledQuery, type Kysely } from 'kysely';
import type { Actor } from '#core/people/person.ts';
import type { Logger } from '#server/ports/system.ts';
import { queriesOver, type Database } from './database.ts';
import { refusalOf } from './refusal-of.ts';
import { runtimeRole } from './runtime-role.ts';
import type { Tables } from './tables.ts';

/** Transactions of one database, each as the runtime role and for one person, or for the worker. */
export interface Transactions {
  readonly asPerson: <T>(actor: Actor, work: (tx: Kysely<Tables>) => Promise<T>) => Promise<T>;
  readonly asWorker: <T>(work: (tx: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** For whoever holds a secret, known by its fingerprint alone: shows what that fingerprint opens. */
  readonly asBearer: <T>(fingerprint: string, work: (tx: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** For what a tenant begins with, which nobody of its people does. */
  readonly asInstallation: <T>(tenantId: string, work: (tx: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** The rows one question has for this person, in one round trip. */
  readonly glanceAs: <Row>(actor: Actor, question: CompiledQuery<Row>) => Promise<readonly Row[]>;
}

interface Who {
  readonly tenantId: string;
  readonly personId: string;
  readonly scope: 'person' | 'worker' | 'bearer';
  /** What lets a transaction write policies. */
  readonly role: 'administrator' | 'installation' | '';
  /** Lets a transaction see and start booking for many pairs. */
  readonly isHr?: boolean;
}

const compiling = queriesOver(() => Promise.reject(new Error('Nothing is asked outside a transaction')));

function person({ tenantId, personId, isAdministrator, isHr = false }: Actor): Who {
  return { tenantId, personId, scope: 'person', role: isAdministrator === true ? 'administrator' : '', isHr };
}

/** Takes the runtime role, and says who asks, until the transaction ends. */
function opening({ tenantId, personId, scope, role, isHr }: Who) {
  return sql`select set_config('role', ${runtimeRole}, true), set_config('duologue.tenant', ${tenantId}, true),
    set_config('duologue.person', ${personId}, true), set_config('duologue.scope', ${scope}, true),
    set_config('duologue.role', ${role}, true), set_config('duologue.hr', ${isHr === true ? 'yes' : ''}, true)`.compile(
    compiling,
  );
}

/** A transaction inside another is a bug on every database: on PGlite it would wait for itself for ever. */
export function transactions(database: Database, log: Logger): Transactions {
  const current = new AsyncLocalStorage<{ isOpen: boolean }>();

  function requireNoneOpen(): void {
    if (current.getStore()?.isOpen === true)
      throw new Error('A transaction was begun inside another: use the open one');
  }

  async function run<T>(who: Who, work: (tx: Kysely<Tables>) => Promise<T>): Promise<T> {
    requireNoneOpen();
    const here = { isOpen: true };
    try {
      return await database.transaction(opening(who), (ask) =>
        current.run(here, async () => {
          try {
            return await work(
              queriesOver((text, values) => {
                if (here.isOpen) return ask(text, values);
                throw new Error('Something was asked of a transaction that is over: wait for each answer');
              }),
            );
          } finally {
            here.isOpen = false;
          }
        }),
      );
    } catch (error) {
      throw refusalOf(error, log);
    }
  }

  return {
    asPerson: (actor, work) => run(person(actor), work),
    asWorker: (work) => run({ tenantId: '', personId: '', scope: 'worker', role: '' }, work),
    asBearer: (fingerprint, work) => run({ tenantId: '', personId: fingerprint, scope: 'bearer', role: '' }, work),
    asInstallation: (tenantId, work) => run({ tenantId, personId: '', scope: 'person', role: 'installation' }, work),
    glanceAs: async <Row>(actor: Actor, question: CompiledQuery<Row>) => {
      requireNoneOpen();
      try {
        const { rows } = await database.glance(opening(person(actor)), question);
        return rows as Row[];
      } catch (error) {
        throw refusalOf(error, log);
      }
    },
  };
}
