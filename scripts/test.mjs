import { mkdirSync, rmSync } from 'node:fs';
import { runChecks } from './check.mjs';
import { ensureChromium } from './chromium.mjs';
import { buildClient } from './client.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { runNode24 } from './node24.mjs';
import { ensurePostgres } from './postgres.mjs';
import { cannotWrite, Remedy, runCommand } from './project.mjs';
import { playwrightResults, readResults, resultsFolder, vitestResults } from './results.mjs';

let passed = 0;
let failed = 0;

/** @param {boolean} outcome */
function count(outcome) {
  if (outcome) passed += 1;
  else failed += 1;
}

/** @param {string} title */
function announce(title) {
  console.log(`\n── ${title}`);
}

/**
 * Something the suites need. What is missing is one failure, told with its remedy, and the rest still runs.
 * @param {() => unknown} ensure
 */
async function need(ensure) {
  try {
    await ensure();
    return true;
  } catch (error) {
    if (!(error instanceof Remedy)) throw error;
    console.error(error.message);
    count(false);
    return false;
  }
}

/**
 * @param {string[]} args
 * @param {string} path
 * @param {NodeJS.ProcessEnv} env
 */
async function runSuite(args, path, env) {
  const code = await runNode24(args, { env: { ...process.env, ...env } });
  if (code > 128) process.exit(code);
  const results = readResults(path) ?? [];
  for (const result of results) count(result.passed);
  // The runner is unhappy though every test passed, or there is none: that is a failure too.
  if (code !== 0 && results.every((result) => result.passed)) count(false);
}

function emptyResults() {
  try {
    rmSync(resultsFolder, { recursive: true, force: true });
    mkdirSync(resultsFolder, { recursive: true });
  } catch (error) {
    throw cannotWrite(resultsFolder, error);
  }
}

await runCommand(async () => {
  await ensureDependencies();
  emptyResults();

  announce('Checks');
  for (const step of await runChecks()) count(step.passed);

  announce('Pages');
  const built = await need(buildClient);
  if (built) count(true);

  announce('Rules, server and components');
  if (await need(ensurePostgres)) {
    const json = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestResults}`];
    await runSuite(['node_modules/vitest/vitest.mjs', 'run', ...json], vitestResults, {});
  }

  announce('Browser');
  if (built && (await need(ensureChromium))) {
    const json = ['--reporter=list,json'];
    await runSuite(['node_modules/@playwright/test/cli.js', 'test', ...json], playwrightResults, {
      PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightResults,
    });
  }

  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
