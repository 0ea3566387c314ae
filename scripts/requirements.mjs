import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { playwrightResults, readResults, vitestResults } from './results.mjs';

/**
 * @typedef {{ id: string, pack: string | null, asks: string }} Requirement
 * @typedef {{ title: string, file: string, passed: boolean }} Proof
 * @typedef {'proven' | 'failing' | 'open'} Status
 */

/** The requirement numbers a test's name carries: `[OUT-4] [C4] a closed meeting …`. */
const number = /\[([A-Za-z0-9]+(?:-\d+)?)\]/g;

/** @returns {Requirement[]} */
function readRequirements() {
  return JSON.parse(readFileSync(join(root, 'requirements', 'requirements.json'), 'utf8'));
}

const decisive = '{src,server,tests,policies,requirements,appPackage}/**/*.{ts,tsx,json,html,css}';

/** @param {string} path */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Whether both suites have run since a source, a test or a policy last changed. */
function haveFreshResults() {
  const files = globSync(decisive, { cwd: root }).map((file) => join(root, file));
  const newest = Math.max(...files.map(changedAt), changedAt(join(root, 'package-lock.json')));
  return [vitestResults, playwrightResults].every((path) => changedAt(path) > newest);
}

/** Runs npm test with all it says on the error stream, so that the answer stands alone on the other. */
function runTests() {
  console.error('There are no test results newer than the code: running the tests first …');
  spawnSync(process.execPath, [join(root, 'scripts', 'test.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
}

/**
 * Every test of the last run. One that ran in two projects counts once, and passes only if it passed in both.
 * @returns {Proof[]}
 */
function readProofs() {
  /** @type {Map<string, Proof>} */
  const proofs = new Map();
  for (const path of [vitestResults, playwrightResults]) {
    const results = readResults(path);
    if (results === undefined) console.error(`Nothing stands in ${path}: what it would prove counts as open.`);
    for (const proof of results ?? []) {
      const key = `${proof.file}\n${proof.title}`;
      proofs.set(key, { ...proof, passed: proof.passed && proofs.get(key)?.passed !== false });
    }
  }
  return [...proofs.values()];
}

/**
 * @param {Proof[]} tests
 * @returns {Status}
 */
function judge(tests) {
  if (tests.length === 0) return 'open';
  return tests.every(({ passed }) => passed) ? 'proven' : 'failing';
}

if (!haveFreshResults()) runTests();
const proofs = readProofs();
const asJson = process.argv.includes('--json');

const rows = readRequirements().map(({ id, asks }) => {
  const tests = proofs.filter(({ title }) => [...title.matchAll(number)].some(([, found]) => found === id));
  return { id, asks, status: judge(tests), tests };
});

if (asJson) {
  const plain = rows.map(({ id, status, tests }) => ({
    id,
    status,
    tests: tests.map(({ file, title }) => `${file}: ${title}`),
  }));
  console.log(JSON.stringify(plain));
} else {
  for (const { id, asks, status, tests } of rows) {
    console.log(`${status.padEnd(8)} ${id.padEnd(10)} ${asks}`);
    for (const { file, title, passed } of tests) console.log(`           ${passed ? '✓' : '✗'} ${title} (${file})`);
  }
  const counts = ['proven', 'failing', 'open'].map(
    (each) => `${rows.filter(({ status }) => status === each).length} ${each}`,
  );
  console.log(`\n${counts.join(', ')}`);
}
