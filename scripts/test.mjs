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
/** @type {string[]} */
const failures = [];

/**
 * @param {boolean} outcome
 * @param {string} what
 */
function count(outcome, what) {
  if (outcome) passed += 1;
  else failures.push(what);
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
    count(false, error.message.split('\n')[0] ?? '');
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
  for (const result of results) count(result.passed, `${result.title} (${result.file})`);
  // The runner is unhappy though every test passed, or there is none: that is a failure too.
  if (code !== 0 && results.every((result) => result.passed)) count(false, `${args[0]} ended with ${code}`);
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
  for (const step of await runChecks()) count(step.passed, step.name);

  announce('Pages');
  const built = await need(buildClient);
  if (built) count(true, 'pages');

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

  if (failures.length > 0) announce('Failed, or skipped, which counts the same');
  for (const failure of failures) console.log(`✗ ${failure}`);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
});
