import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Remedy, root } from './project.mjs';

/** How long after a signal the same signal counts as its echo: npm and the terminal both pass Ctrl-C on. */
const echoMs = 700;

/**
 * The path of a Node 24: the one the project installs for itself, or the running one if it is new enough.
 * @returns {string}
 */
export function findNode24() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Remedy(
    `Duologue needs Node 24. It brings its own for Linux (x64, arm64) and Windows (x64), and found none for ` +
      `${process.platform} ${process.arch}; this command runs on Node ${process.versions.node}.\n` +
      'If optional packages were left out, run: npm ci --include=optional\n' +
      'Otherwise install Node 24 or newer from https://nodejs.org and run the command again.',
  );
}

/** The shell and the npm that started us, as far as this machine tells; it changes when one of them is gone. */
function npmAbove() {
  if (process.env.npm_lifecycle_event === undefined) return '';
  const stat = `/proc/${process.ppid}/stat`;
  const npm = existsSync(stat) ? readFileSync(stat, 'utf8').split(' ')[3] : '';
  return `${process.ppid} ${npm}`;
}

/**
 * Runs Node 24 with these arguments on this terminal, passes signals on once, and answers its exit code.
 * With `endWithParent`, the child stops by itself should this process be killed.
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, endWithParent?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function runNode24(args, { env = process.env, endWithParent = false } = {}) {
  const preload = endWithParent ? ['--import', pathToFileURL(join(root, 'scripts', 'end-with-parent.mjs')).href] : [];
  const child = spawn(findNode24(), [...preload, ...args], {
    cwd: root,
    env,
    // A group of its own, so that Ctrl-C reaches it once, through us, and not again from the terminal and npm.
    detached: endWithParent && process.platform !== 'win32',
    stdio: endWithParent ? ['ignore', 'inherit', 'inherit', 'ipc'] : 'inherit',
  });
  /** @type {Map<NodeJS.Signals, number>} */
  const passedOn = new Map();
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    const now = Date.now();
    if (now - (passedOn.get(signal) ?? 0) < echoMs) return;
    passedOn.set(signal, now);
    child.kill(signal);
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, passOn);
  // Stopping npm with a signal ends npm or the shell between it and us, and nobody tells us: then we end too.
  const above = npmAbove();
  const watch = setInterval(() => {
    if (endWithParent && npmAbove() !== above) passOn('SIGTERM');
  }, 500);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      for (const each of signals) process.off(each, passOn);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
