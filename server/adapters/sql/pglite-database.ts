import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import type { Database } from './database.ts';
import { diskTrouble, lockDirectory } from './directory-lock.ts';
import { migrate } from './migrate.ts';
import { changeChannel, promiseChannel, type Notices } from './notices.ts';
import { checkRuntimeRole } from './runtime-role.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import { readers } from './value-forms.ts';

async function openIn(directory: string | null): Promise<PGlite> {
  const options = { parsers: { ...readers } };
  const pglite = await PGlite.create(directory === null ? options : { ...options, dataDir: directory });
  const owner = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
  await migrate(owner);
  await checkRuntimeRole(owner);
  return pglite;
}

/** A first start that was killed leaves a directory nobody can open; the mark beside it says that nothing in it counts. */
async function openDirectory(directory: string): Promise<PGlite> {
  const unfinished = `${directory}.unfinished`;
  try {
    if (existsSync(unfinished)) rmSync(directory, { recursive: true, force: true });
    const isNew = !existsSync(directory);
    if (isNew) writeFileSync(unfinished, '');
    const pglite = await openIn(directory);
    if (isNew) rmSync(unfinished);
    return pglite;
  } catch (error) {
    throw error instanceof StoreUnavailable ? error : diskTrouble(directory, error);
  }
}

function transactionsOn(pglite: PGlite): Database['transaction'] {
  return (opening, work) =>
    pglite.transaction(async (tx) => {
      await tx.query(opening.sql, [...opening.parameters]);
      return work(async (text, values) => {
        const { rows, affectedRows } = await tx.query(text, [...values]);
        return { rows, changed: affectedRows ?? 0 };
      });
    });
}

/**
 * PostgreSQL inside this process: for trying out, development and tests. Survives a killed process, not a power cut.
 * @throws StoreUnavailable
 */
export async function openPGlite(directory: string | null, notices: Notices): Promise<Database> {
  const full = directory === null ? null : resolve(directory);
  const unlock = full === null ? () => undefined : await lockDirectory(full);
  try {
    const pglite = await (full === null ? openIn(null) : openDirectory(full));
    for (const channel of [changeChannel, promiseChannel]) {
      await pglite.listen(channel, (payload) => {
        notices.heard(channel, payload);
      });
    }
    return {
      transaction: transactionsOn(pglite),
      close: async () => {
        await pglite.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
