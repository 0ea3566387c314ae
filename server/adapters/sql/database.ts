import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A database that is open, migrated and listened to. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}
