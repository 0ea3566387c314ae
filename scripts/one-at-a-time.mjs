import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cannotWrite, root } from './project.mjs';

const folder = join(root, '.cache');

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Removes the lock of a process that died. Another process may do the same at this moment, so the lock is moved
 * aside first, and put back if it turns out to be a newer one.
 * @param {string} lock
 * @param {string} seen
 */
function clearStale(lock, seen) {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== seen) linkSync(aside, lock);
  } catch {
    // Somebody else cleared it: the next attempt shows who holds it now.
  }
  rmSync(aside, { force: true });
}

/** @param {string} lock */
function readOwner(lock) {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Runs `work` while no other process of this project runs work of the same name.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(name, work) {
  const lock = join(folder, `${name}.lock`);
  let told = false;
  for (;;) {
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw cannotWrite(folder, error);
    }
    const owner = readOwner(lock);
    if (owner !== undefined && owner !== '' && !isAlive(Number(owner))) clearStale(lock, owner);
    else if (!told) {
      told = true;
      console.error(`Waiting for another Duologue command (process ${owner ?? '?'}) to finish: ${name} …`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}
