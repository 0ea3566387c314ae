import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findNode24 } from './node24.mjs';
import { root } from './project.mjs';

/** @typedef {{ name: string, passed: boolean }} Step */

/** What is type-checked, heaviest first. server/dev covers the rest of server too: both run on Node and nothing else. */
const layers = [
  { name: 'types of tests and tools', project: '.' },
  { name: 'types of src/app', project: 'src/app' },
  { name: 'types of server', project: 'server/dev' },
  { name: 'types of server/dev/teams-host', project: 'server/dev/teams-host' },
  { name: 'types of src/contract', project: 'src/contract' },
  { name: 'types of src/core', project: 'src/core' },
];

/** The folders that React's and Fluent's many types reach; linted by a process of their own, beside the rest. */
const pages = ['src/app', 'tests/app', 'server/dev/teams-host'];
const lint = ['eslint/bin/eslint.js', '--max-warnings', '0'];

const steps = [
  { name: 'lint of the pages', args: [...lint, ...pages] },
  {
    name: 'lint of all else',
    args: [...lint, '.', ...pages.flatMap((folder) => ['--ignore-pattern', `${folder}/**`])],
  },
  ...layers.map(({ name, project }) => {
    const memory = join('.cache', 'types', `${project.replaceAll(/\W+/g, '-')}.json`);
    return { name, args: ['typescript/bin/tsc', '-p', project, '--incremental', '--tsBuildInfoFile', memory] };
  }),
  {
    name: 'who may import what',
    args: ['dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', '.'],
  },
  { name: 'nothing unused', args: ['knip/bin/knip.js', '--no-progress'] },
  { name: 'nothing unused in what ships', args: ['knip/bin/knip.js', '--no-progress', '--production'] },
  {
    name: 'formatting',
    // A file is formatted or not whatever stands in others, so what was found of the same text before still holds.
    args: [
      'prettier/bin/prettier.cjs',
      ...['--cache', '--cache-strategy', 'content', '--cache-location', join('.cache', 'prettier.json')],
      ...['--check', '--log-level', 'warn', '.'],
    ],
  },
];

/**
 * @param {{ name: string, args: string[] }} step
 * @returns {Promise<Step>}
 */
function runStep({ name, args: [program = '', ...args] }) {
  const began = Date.now();
  let said = '';
  const child = spawn(findNode24(), [join(root, 'node_modules', program), ...args], { cwd: root });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (said += text));
  }
  return new Promise((resolve) => {
    child.on('error', (error) => (said += error.message));
    child.on('close', (code) => {
      const passed = code === 0;
      console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      if (!passed) console.log(said.trimEnd());
      resolve({ name, passed });
    });
  });
}

/**
 * Types, lint, layers, unused code and formatting, two at a time; each says its result when it has one.
 * @returns {Promise<Step[]>}
 */
export async function runChecks() {
  const waiting = [...steps];
  /** @type {Step[]} */
  const done = [];
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) done.push(await runStep(step));
  };
  await Promise.all([work(), work()]);
  return done;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const done = await runChecks();
  const failed = done.filter(({ passed }) => !passed);
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.map(({ name }) => name).join(', ')}.`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
