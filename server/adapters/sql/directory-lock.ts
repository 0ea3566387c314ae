import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreUnavailable } from './store-unavailable.ts';

interface Owner {
  readonly pid: number;
  /** When the process began, in the kernel's own count; null where it cannot be asked. A pid alone is used again. */
  readonly began: string | null;
}

function beganOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive({ pid, began }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return began === null || beganOf(pid) === began;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What to tell when files beside or in the data directory cannot be written. */
export function diskTrouble(directory: string, error: unknown): StoreUnavailable {
  const code = codeOf(error);
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new StoreUnavailable(
      `Duologue may not write to ${directory} (${code}). Give this user the right to write there, or name another data directory.`,
      error,
    );
  }
  if (['ENOSPC', 'EDQUOT'].includes(code)) {
    return new StoreUnavailable(
      `The disk that holds ${directory} is full (${code}). Make room and start again.`,
      error,
    );
  }
  return new StoreUnavailable(
    `The data in ${directory} could not be opened${code === '' ? '' : ` (${code})`}. Nothing was changed. ` +
      'If it was copied or cut off half-way, put a good copy there; to begin anew, move the directory away.',
    error,
  );
}

function readOwner(lock: string): { text: string; owner: Owner | null } | null {
  try {
    const text = readFileSync(lock, 'utf8');
    const [pid, began] = text.split(' ');
    // Nothing in it yet: somebody is writing it just now, or was killed doing so.
    const abandoned = text === '' && statSync(lock).mtimeMs < Date.now() - 10_000;
    return {
      text,
      owner: text === '' && !abandoned ? null : { pid: Number(pid), began: began === '-' ? null : (began ?? null) },
    };
  } catch {
    return null;
  }
}

/** Takes away a dead process's lock. Only one process at a time does so, or it could take away the next one's. */
function clearStale(lock: string, seen: string): void {
  const clearing = `${lock}.clearing`;
  try {
    writeFileSync(clearing, '', { flag: 'wx' });
  } catch {
    const began = statSync(clearing, { throwIfNoEntry: false })?.mtimeMs;
    if (began !== undefined && began < Date.now() - 10_000) rmSync(clearing, { force: true });
    return;
  }
  if (readOwner(lock)?.text === seen) rmSync(lock, { force: true });
  rmSync(clearing, { force: true });
}

/**
 * Keeps a PGlite directory to one process: two would destroy each other's rows without a word.
 * Returns what lets it go. A lock whose process is dead is taken over.
 * @throws StoreUnavailable when another process has it, or it cannot be written
 */
export async function lockDirectory(directory: string): Promise<() => void> {
  const lock = `${directory}.lock`;
  const mine = `${process.pid} ${beganOf(process.pid) ?? '-'}`;
  try {
    mkdirSync(dirname(directory), { recursive: true });
  } catch (error) {
    throw diskTrouble(directory, error);
  }
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      writeFileSync(lock, mine, { flag: 'wx' });
      return () => {
        if (readOwner(lock)?.text === mine) rmSync(lock, { force: true });
      };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw diskTrouble(directory, error);
    }
    const held = readOwner(lock);
    if (held?.owner && isAlive(held.owner)) {
      const who = held.text === mine ? 'this process already' : `another process (${held.owner.pid})`;
      throw new StoreUnavailable(
        `The data in ${directory} is in use by ${who}. Stop that one first, or give this one its own data directory.`,
      );
    }
    if (held?.owner) clearStale(lock, held.text);
    await wait(20);
  }
  throw new StoreUnavailable(`The lock ${lock} could not be taken. If no Duologue is running, delete that file.`);
}
