import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { runNode24 } from './node24.mjs';
import { root, runCommand } from './project.mjs';

/**
 * The file behind a command: a file of ours as it stands, or an installed package's program by its name.
 * @param {string} command
 */
function findProgram(command) {
  if (/\.m?[jt]s$/.test(command)) return join(root, command);
  const folder = join(root, 'node_modules', command === 'playwright' ? '@playwright/test' : command);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

// node scripts/run.mjs <file or program> [arguments]: on Node 24, with everything installed.
await runCommand(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new Error('node scripts/run.mjs <file or program> [arguments]');
  await ensureDependencies();
  return runNode24([findProgram(command), ...args]);
});
