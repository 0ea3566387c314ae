import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installDebianPackages } from './debian.mjs';
import { Remedy } from './project.mjs';

const oldest = 15;
const debian = '/usr/lib/postgresql';

/** @param {string} folder */
function serverVersion(folder) {
  const file = join(folder, process.platform === 'win32' ? 'postgres.exe' : 'postgres');
  if (!existsSync(file) || !existsSync(join(folder, process.platform === 'win32' ? 'initdb.exe' : 'initdb'))) return 0;
  const answer = execFileSync(file, ['--version'], { encoding: 'utf8' });
  return Number(/ (\d+)/.exec(answer)?.[1] ?? 0);
}

/** The folder of PostgreSQL's server programs, 15 or newer, or undefined. */
export function findPostgres() {
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin'));
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...newestFirst, ...onPath].find((folder) => serverVersion(folder) >= oldest);
}

/** The folder of PostgreSQL's server programs, installed from Debian if there is none. */
export function ensurePostgres() {
  if (findPostgres() === undefined) installDebianPackages('postgresql');
  const folder = findPostgres();
  if (folder !== undefined) return folder;
  throw new Remedy(
    `The store is tested on PostgreSQL ${oldest} or newer, and its programs initdb and postgres were not found.\n` +
      'Install it (on Debian: apt-get install postgresql), or put the folder of these programs on the PATH.',
  );
}

/** PostgreSQL refuses to run as root; then it runs as the user Debian made for it, or as nobody. */
function findRunner() {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** @returns {Promise<number>} */
function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

// Ends the server when our end of the pipe closes, so that a killed test run leaves nothing behind.
const keeper = '"$@" & server=$!; cat >/dev/null; kill -INT $server 2>/dev/null; wait $server';

/**
 * Starts an empty PostgreSQL of its own on a free loopback port. Any login is trusted; nothing is synced to disk.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startPostgres() {
  const programs = ensurePostgres();
  const runner = findRunner();
  const folder = mkdtempSync(join(tmpdir(), 'duologue-postgres-'));
  if (runner.uid !== undefined) chownSync(folder, runner.uid, runner.gid);
  const data = join(folder, 'data');
  const options = { ...runner, cwd: folder };
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(programs, 'initdb'), initdb, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await findFreePort();
  const settings = ['fsync=off', 'synchronous_commit=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const server = [
    join(programs, 'postgres'),
    '-D',
    data,
    '-p',
    String(port),
    ...settings.flatMap((each) => ['-c', each]),
  ];
  const child = spawn('sh', ['-c', keeper, 'sh', ...server], { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve(undefined);
    });
    child.on('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      child.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
