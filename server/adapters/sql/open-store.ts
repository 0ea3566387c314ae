import type { EffectQueue, Store } from '#server/ports/store.ts';
import type { Clock, Ids, Logger } from '#server/ports/system.ts';
import { actionStore } from './action-store.ts';
import { agendaStore } from './agenda-store.ts';
import { logChange } from './change-log.ts';
import type { Database } from './database.ts';
import { effectQueue } from './effect-queue.ts';
import { effectStore } from './effect-store.ts';
import { measureStore } from './measure-store.ts';
import { meetingStore } from './meeting-store.ts';
import { notices, type Notices } from './notices.ts';
import { ownership } from './ownership.ts';
import { pairStore } from './pair-store.ts';
import { peopleStore } from './people-store.ts';
import { openPGlite } from './pglite-database.ts';
import { openPostgres } from './postgres-database.ts';
import { preparationStore } from './preparation-store.ts';
import { recordStore } from './record-store.ts';
import { seriesStore } from './series-store.ts';
import { transactions } from './transactions.ts';

/** Which database. `ownerUrl` runs the migrations; left out, `url` does. A null directory keeps everything in memory. */
export type StoreOptions =
  | { readonly kind: 'pglite'; readonly directory: string | null }
  | { readonly kind: 'postgres'; readonly url: string; readonly ownerUrl?: string };

export interface StoreNeeds {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
}

export interface OpenedStore {
  readonly store: Store;
  readonly effectQueue: EffectQueue;
  /** Lets go of the database. What was answered is kept. */
  readonly close: () => Promise<void>;
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
  const database = await openDatabase(options, heard, log);
  const { close } = database;
  const opened = transactions(database, log);
  const store: Store = {
    asPerson: (actor, work) =>
      opened.asPerson(actor, (tx) => {
        const scope = { tx, ...actor };
        return work({
          people: peopleStore(scope),
          pairs: pairStore(scope),
          series: seriesStore(scope),
          meetings: meetingStore(scope),
          agendas: agendaStore(scope),
          preparations: preparationStore(scope),
          records: recordStore(scope),
          actions: actionStore(scope),
          measures: measureStore(scope),
          effects: effectStore(scope),
          ownership: ownership(scope),
          changed: (pairId, what) => logChange(scope, clock, pairId, what),
        });
      }),
    onChange: heard.onChange,
    close,
  };
  return { store, effectQueue: effectQueue(opened, heard), close };
}
