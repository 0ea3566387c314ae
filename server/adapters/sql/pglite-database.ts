import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

/** A first start that was killed leaves files nobody can open; the mark beside them says that nothing in them counts. */
async function openDirectory(directory: string): Promise<PGlite> {
  const unfinished = `${directory}.unfinished`;
  const filesIn = () => readdirSync(directory).map((name) => join(directory, name));
  try {
    mkdirSync(directory, { recursive: true });
    if (existsSync(unfinished)) for (const file of filesIn()) rmSync(file, { recursive: true });
    const isNew = !existsSync(join(directory, 'PG_VERSION'));
    if (isNew && filesIn().length > 0) {
      throw new StoreUnavailable(
        `${directory} holds other files. Name an empty data directory, or one that is not there yet.`,
      );
    }
    if (isNew) writeFileSync(unfinished, '');
    const pglite = await openIn(directory);
    rmSync(unfinished, { force: true });
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
