import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './project.mjs';

/** @typedef {{ title: string, file: string, passed: boolean }} TestResult */

export const resultsFolder = join(root, 'test-results');
export const vitestResults = join(resultsFolder, 'vitest.json');
export const playwrightResults = join(resultsFolder, 'playwright.json');

/** @param {string} path */
function shorten(path) {
  return relative(root, path).replaceAll('\\', '/');
}

/**
 * Every test vitest ran. A skipped test counts as failed, and so does a file that could not be loaded.
 * @returns {TestResult[]}
 */
function readVitest() {
  const { testResults } = JSON.parse(readFileSync(vitestResults, 'utf8'));
  /** @typedef {{ fullName: string, status: string }} Assertion */
  return testResults.flatMap((/** @type {{ name: string, status: string, assertionResults: Assertion[] }} */ suite) => {
    const file = shorten(suite.name);
    const tests = suite.assertionResults.map(({ fullName, status }) => ({
      title: fullName,
      file,
      passed: status === 'passed',
    }));
    const broken = suite.status !== 'passed' && tests.every(({ passed }) => passed);
    return broken ? [...tests, { title: 'the file can be loaded', file, passed: false }] : tests;
  });
}

/**
 * @typedef {{ title: string, file: string, ok: boolean, tests: { status: string }[] }} Spec
 * @typedef {{ title: string, specs: Spec[], suites?: Suite[] }} Suite
 */

/**
 * @param {Suite} suite
 * @param {string} above
 * @returns {TestResult[]}
 */
function readSuite(suite, above) {
  const own = suite.specs.map((spec) => ({
    title: [above, spec.title].filter((part) => part !== '').join(' '),
    file: `tests/e2e/${spec.file}`,
    passed: spec.ok && spec.tests.every(({ status }) => status === 'expected'),
  }));
  const inner = (suite.suites ?? []).flatMap((each) => readSuite(each, `${above} ${each.title}`.trim()));
  return [...own, ...inner];
}

/**
 * Every test Playwright ran. A skipped or flaky test counts as failed, and so does a file that could not be loaded.
 * @returns {TestResult[]}
 */
function readPlaywright() {
  const { suites, errors } = JSON.parse(readFileSync(playwrightResults, 'utf8'));
  const tests = suites.flatMap((/** @type {Suite} */ suite) => readSuite(suite, ''));
  const broken = errors.map(() => ({ title: 'the browser tests can be loaded', file: 'tests/e2e', passed: false }));
  return [...tests, ...broken];
}

/**
 * What one of the runners wrote, or undefined when it wrote nothing.
 * @param {string} path
 * @returns {TestResult[] | undefined}
 */
export function readResults(path) {
  if (!existsSync(path)) return undefined;
  return path === vitestResults ? readVitest() : readPlaywright();
}
