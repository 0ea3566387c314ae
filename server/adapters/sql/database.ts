import {
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type Dialect,
} from 'kysely';
import type { Tables } from './tables.ts';

/** Asks one question within an open transaction. Questions asked together travel together where the database allows. */
export type Ask = (text: string, values: readonly unknown[]) => Promise<Answer>;

export interface Answer {
  readonly rows: unknown[];
  /** Rows written. */
  readonly changed: number;
}

/** A database that is open, migrated and listened to. Nothing can be asked outside a transaction. */
export interface Database {
  /** Asks the opening question first. What `work` did is committed when it returns, and undone when it throws. */
  readonly transaction: <T>(opening: CompiledQuery, work: (ask: Ask) => Promise<T>) => Promise<T>;
  /** One question in a read-only transaction of its own, the opening question before it: all of it one round trip. */
  readonly glance: (opening: CompiledQuery, question: CompiledQuery) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

// Kysely's own drivers ask one question after the other; here it only words the questions.
const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
const driver = dialect.createDriver();
const compiler = dialect.createQueryCompiler();
const adapter = dialect.createAdapter();

/** Typed queries on the tables, put to an open transaction. */
export function queriesOver(ask: Ask): Kysely<Tables> {
  const connection = {
    executeQuery: async ({ sql, parameters }: CompiledQuery) => {
      const { rows, changed } = await ask(sql, parameters);
      return { rows: rows as never[], numAffectedRows: BigInt(changed) };
    },
    streamQuery: () => {
      throw new Error('Ask for what fits in memory');
    },
  };
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consumer) => consumer(connection),
  });
  return new Kysely<Tables>({ config: { dialect }, dialect, driver, executor });
}
