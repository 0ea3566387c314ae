import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { cannotWrite, Remedy, root } from './project.mjs';

/** @typedef {{ version?: string, optional?: boolean }} LockedPackage */

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/** Whether every package of package-lock.json stands in node_modules in its version. npm writes its own list last. */
function inStep() {
  const written = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(written)) return false;
  const installed = readPackages(written);
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    const found = installed[path];
    if (path === '' || (found === undefined && wanted.optional === true)) return true;
    return found?.version === wanted.version;
  });
}

/** npm as this process was started by, or the one on the path. */
function runNpm(/** @type {string[]} */ args) {
  const npm = process.env.npm_execpath;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
  if (npm?.endsWith('.js') === true) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function install() {
  if (inStep()) return;
  try {
    accessSync(root, constants.W_OK);
  } catch (error) {
    throw cannotWrite(root, error);
  }
  console.error('Installing what Duologue needs. The first time takes about a minute …');
  const { status, error } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status === 0 && inStep()) return;
  throw new Remedy(
    `Installing did not succeed${error ? ` (${error.message})` : ''}. npm's own words are above.\n` +
      'Check the connection to the package registry and the free disk space, then run the command again.',
  );
}

/** Brings node_modules in step with package-lock.json, if it is not. Two commands at once wait for each other. */
export async function ensureDependencies() {
  if (!inStep()) await oneAtATime('install', install);
}
