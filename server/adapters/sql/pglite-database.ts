import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import type { Database } from './database.ts';
import { diskTrouble, lockDirectory } from './directory-lock.ts';
import { migrate } from './migrate.ts';
import { changeChannel, lookChannel, policyChannel, promiseChannel, type Notices } from './notices.ts';
import { pgliteTransactions } from './pglite-transactions.ts';
import { templateFolder, templateIn, type Template } from './pglite-template.ts';
import { checkRuntimeRole } from './runtime-role.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import { readers } from './value-forms.ts';

async function openIn(directory: string | null, from: Blob | null): Promise<PGlite> {
  const pglite = await PGlite.create({
    parsers: { ...readers },
    ...(directory === null ? {} : { dataDir: directory }),
    ...(from === null ? {} : { loadDataDir: from }),
  });
  const owner = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
  await migrate(owner);
  await checkRuntimeRole(owner);
  return pglite;
}

function filesIn(directory: string): string[] {
  return readdirSync(directory).map((name) => join(directory, name));
}

async function openNew(directory: string | null, template: Template): Promise<PGlite> {
  const from = await template.read();
  try {
    if (from !== null) return await openIn(directory, from);
  } catch {
    template.discard();
    if (directory !== null) for (const file of filesIn(directory)) rmSync(file, { recursive: true });
  }
  const pglite = await openIn(directory, null);
  await template.keep(pglite);
  return pglite;
}

/** A first start that was killed leaves files nobody can open; the mark beside them says that nothing in them counts. */
async function openDirectory(directory: string, template: Template): Promise<PGlite> {
  const unfinished = `${directory}.unfinished`;
  try {
    mkdirSync(directory, { recursive: true });
    if (existsSync(unfinished)) for (const file of filesIn(directory)) rmSync(file, { recursive: true });
    const isNew = !existsSync(join(directory, 'PG_VERSION'));
    if (isNew && filesIn(directory).length > 0) {
      throw new StoreUnavailable(
        `${directory} holds other files. Name an empty data directory, or one that is not there yet.`,
      );
    }
    if (isNew) writeFileSync(unfinished, '');
    const pglite = await (isNew ? openNew(directory, template) : openIn(directory, null));
    rmSync(unfinished, { force: true });
    return pglite;
  } catch (error) {
    throw error instanceof StoreUnavailable ? error : diskTrouble(directory, error);
  }
}

/**
 * PostgreSQL inside this process: for trying out, development and tests. Survives a killed process, not a power cut.
 * @throws StoreUnavailable
 */
export async function openPGlite(
  directory: string | null,
  notices: Notices,
  template: Template = templateIn(templateFolder),
): Promise<Database> {
  const full = directory === null ? null : resolve(directory);
  const unlock = full === null ? () => undefined : await lockDirectory(full);
  try {
    const pglite = await (full === null ? openNew(null, template) : openDirectory(full, template));
    for (const channel of [changeChannel, promiseChannel, policyChannel, lookChannel]) {
      await pglite.listen(channel, (payload) => {
        notices.heard(channel, payload);
      });
    }
    return {
      ...pgliteTransactions(pglite),
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
