import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const configs = [
  'package.json',
  'tsconfig.json',
  'tsconfig.lint.json',
  'eslint.config.js',
  '.dependency-cruiser.cjs',
  'knip.json',
  '.prettierrc.json',
  'src/core/tsconfig.json',
  'src/contract/tsconfig.json',
  'src/app/tsconfig.json',
  'server/tsconfig.json',
  'server/dev/tsconfig.json',
];

/** A small project under our own rules, made to break them. It lies inside ours, so it finds our packages. */
export interface MadeProject {
  /** Runs an installed tool there and answers what it wrote, and its exit code. */
  readonly run: (program: string, ...args: string[]) => { readonly code: number | null; readonly said: string };
  readonly remove: () => void;
}

/** Makes a project of these files (path and text) with a copy of our own configuration. */
export function makeProject(files: Readonly<Record<string, string>>): MadeProject {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache', 'made-'));
  for (const config of configs) cpSync(join(root, config), join(folder, config));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  // A repository of its own, so that ignore rules of ours do not hide it from the tools.
  execFileSync('git', ['init', '-q', folder]);
  return {
    run: (program, ...args) => {
      const tool = join(root, 'node_modules', program);
      const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      return { code: status, said: stdout === '' ? stderr : stdout };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
