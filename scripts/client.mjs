import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressAssets } from './compress-assets.mjs';
import { runNode24 } from './node24.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { cannotWrite, Remedy, root } from './project.mjs';

/** What is built for the browser: its folder under dist, Vite's configuration, and the sources it comes from. */
const builds = [
  { name: 'client', config: 'vite.config.ts', sources: ['src', 'policies'] },
  {
    name: 'teams-host',
    config: 'server/dev/teams-host/vite.config.ts',
    sources: ['server/dev/teams-host', 'src/core', 'src/contract'],
  },
];

/**
 * @param {string} path
 * @param {import('node:crypto').Hash} hash
 */
function addFiles(path, hash) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  const entries = readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) addFiles(inner, hash);
    else hash.update(`${inner}\0`).update(readFileSync(join(root, inner)));
  }
}

/** @param {{ config: string, sources: string[] }} build */
function fingerprint({ config, sources }) {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'tsconfig.json', config])
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  for (const source of sources) addFiles(source, hash);
  return hash.digest('hex');
}

/** @param {string} file */
function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/**
 * Builds the pages whose sources changed since they were last built, into dist/client and dist/teams-host.
 * A build that fails or is interrupted leaves the one before it in place.
 */
export async function buildClient() {
  for (const build of builds) {
    const { name, config } = build;
    const target = join(root, 'dist', name);
    const stamp = join(root, 'dist', `${name}.stamp`);
    const wanted = fingerprint(build);
    if (existsSync(target) && readStamp(stamp) === wanted) continue;
    await oneAtATime('build', async () => {
      if (existsSync(target) && readStamp(stamp) === wanted) return;
      console.error(`Building the pages (${name}) …`);
      const fresh = join(root, 'dist', `.${name}-new`);
      try {
        mkdirSync(fresh, { recursive: true });
      } catch (error) {
        throw cannotWrite(join(root, 'dist'), error);
      }
      const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
      const place = ['--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
      // A test that builds says NODE_ENV=test, and React would come with all it has for development.
      const env = { ...process.env, NODE_ENV: 'production' };
      const status = await runNode24([vite, 'build', '--config', join(root, config), ...place], { env });
      if (status !== 0) throw new Remedy(`The pages could not be built (${name}). Vite's own words are above.`);
      compressAssets(join(fresh, 'assets'));
      rmSync(stamp, { force: true });
      rmSync(target, { recursive: true, force: true });
      renameSync(fresh, target);
      writeFileSync(stamp, wanted);
    });
  }
}
