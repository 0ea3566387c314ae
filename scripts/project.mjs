import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Something the person at the keyboard can put right: shown as its message alone, without a stack. */
export class Remedy extends Error {}

/**
 * @param {string} folder
 * @param {unknown} error
 * @returns {unknown}
 */
export function cannotWrite(folder, error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error;
  return new Remedy(
    `Duologue may not write to ${folder} (${code}).\n` +
      'Give yourself the right to write there, or move the project to a folder of your own, then run the command again.',
  );
}

/**
 * Runs a command's main function and turns what it returns or throws into the exit code.
 * @param {() => Promise<number>} main
 */
export async function runCommand(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Remedy)) throw error;
    console.error(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
