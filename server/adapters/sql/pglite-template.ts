import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { lockDirectory } from './directory-lock.ts';

const packages = join(import.meta.dirname, '../../../node_modules');

/** Where this project keeps its template. */
export const templateFolder = join(packages, '.cache/duologue');

/** An empty, migrated database as a file, because creating and migrating one takes seconds. Never needed, only faster. */
export interface Template {
  /** Null when there is none. */
  readonly read: () => Promise<Blob | null>;
  /** Makes the template from a database that was just created and migrated, unless another process is at it. */
  readonly keep: (migrated: PGlite) => Promise<void>;
  readonly discard: () => void;
}

/** Changes with whatever decides what a new database holds. @throws what reading these files throws */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(packages, '@electric-sql/pglite/package.json')));
  for (const file of ['migrate.ts', ...globSync('migrations/*.ts', { cwd: import.meta.dirname }).sort()]) {
    hash.update(`${file}\0`).update(readFileSync(join(import.meta.dirname, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function write(file: string, migrated: PGlite): Promise<void> {
  // What is on disk then needs no recovery when it is opened.
  await migrated.exec('checkpoint');
  const dump = await migrated.dumpDataDir('none');
  const unfinished = `${file}.unfinished`;
  writeFileSync(unfinished, new Uint8Array(await dump.arrayBuffer()), { flush: true });
  renameSync(unfinished, file);
  const folder = dirname(file);
  for (const other of readdirSync(folder).map((name) => join(folder, name))) {
    if (/\bpglite-\w+\.tar$/.test(other) && other !== file) rmSync(other, { force: true });
  }
}

/** The template for today's migrations in this folder. Whatever goes wrong with it, there simply is none. */
export function templateIn(folder: string): Template {
  const file = ((): string | null => {
    try {
      return join(folder, `pglite-${fingerprint()}.tar`);
    } catch {
      return null;
    }
  })();
  if (file === null) return { read: async () => null, keep: async () => undefined, discard: () => undefined };
  return {
    read: async () => (existsSync(file) ? openAsBlob(file).catch(() => null) : null),
    keep: async (migrated) => {
      try {
        const unlock = await lockDirectory(file);
        try {
          if (!existsSync(file)) await write(file, migrated);
        } finally {
          unlock();
        }
      } catch {
        // No right to write here, no room, or somebody else is making it: the next start tries again.
      }
    },
    discard: () => {
      try {
        rmSync(file, { force: true });
      } catch {
        // It stays, and costs the next start one more try.
      }
    },
  };
}
