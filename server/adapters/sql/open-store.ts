import type { Clock, Ids, Logger } from '#server/ports/system.ts';
import type { Database } from './database.ts';
import { notices, type Notices } from './notices.ts';
import { openPGlite } from './pglite-database.ts';
import { openPostgres } from './postgres-database.ts';
import { sqlStore, type OpenedStore } from './sql-store.ts';

/** Which database. `ownerUrl` runs the migrations; left out, `url` does. A null directory keeps everything in memory. */
export type StoreOptions =
  | { readonly kind: 'pglite'; readonly directory: string | null }
  | { readonly kind: 'postgres'; readonly url: string; readonly ownerUrl?: string };

export interface StoreNeeds {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
}

function openDatabase(options: StoreOptions, heard: Notices, log: Logger): Promise<Database> {
  if (options.kind === 'pglite') return openPGlite(options.directory, heard);
  return openPostgres(options.url, options.ownerUrl ?? options.url, heard, log);
}

/**
 * Opens the database, brings its tables up to date, and makes sure row-level security holds.
 * @throws StoreUnavailable saying what is wrong and what to do
 */
export async function openStore(options: StoreOptions, { clock, log }: StoreNeeds): Promise<OpenedStore> {
  const heard = notices(log);
  return sqlStore(await openDatabase(options, heard, log), heard, { clock, log });
}
