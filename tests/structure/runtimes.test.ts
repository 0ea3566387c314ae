import { afterAll, describe, expect, it } from 'vitest';
import { makeProject } from './made-project.ts';

const project = makeProject({
  'src/core/time.ts': 'export const epoch = 0;\n',
  'src/core/bad-page.ts': 'export const title = document.title;\n',
  'src/core/bad-node.ts': 'export const folder = process.cwd();\n',
  'src/core/bad-fetch.ts': "export const answer = fetch('/');\n",
  'src/core/bad-wait.ts': 'export const wait = setTimeout(() => {}, 1);\n',
  'src/core/bad-enum.ts': "export enum State {\n  Open = 'open',\n}\n",
  'src/core/bad-index.ts': 'export const first = (list: number[]): number => list[0];\n',
  'src/contract/bad-node.ts': 'export const folder = process.cwd();\n',
  'src/app/good.tsx': 'export const title = document.title;\n',
  'src/app/bad-node.ts': 'export const folder = process.cwd();\n',
  'server/main.ts': "import { used } from './http/app.ts';\nprocess.exitCode = used;\n",
  'server/http/app.ts': 'export const used = 0;\nexport const unused = 1;\n',
  'server/http/forgotten.ts': 'export const forgotten = 1;\n',
  'server/bad-page.ts': 'export const title = document.title;\n',
  'server/dev/bad-page.ts': 'export const title = document.title;\n',
});
afterAll(project.remove);

/** The files TypeScript complains of in a layer. */
function complaints(layer: string): string[] {
  const { said } = project.run('typescript/bin/tsc', '-p', layer);
  return [...new Set([...said.matchAll(/^([^\s(]+)\(\d+,\d+\): error/gm)].map(([, file = '']) => file))].sort();
}

describe('a layer has what its runtime has', () => {
  it.each([
    [
      'src/core',
      [
        'src/core/bad-enum.ts',
        'src/core/bad-fetch.ts',
        'src/core/bad-index.ts',
        'src/core/bad-node.ts',
        'src/core/bad-page.ts',
        'src/core/bad-wait.ts',
      ],
    ],
    ['src/contract', ['src/contract/bad-node.ts']],
    ['src/app', ['src/app/bad-node.ts']],
    ['server/dev', ['server/bad-page.ts', 'server/dev/bad-page.ts']],
  ])('%s', (layer, wrong) => {
    expect(complaints(layer)).toEqual(wrong);
  });
});

describe('what nobody uses', () => {
  const { code, said } = project.run('knip/bin/knip.js', '--no-progress', '--reporter', 'compact');

  it('is found, file or export, and fails the check', () => {
    expect(said).toContain('server/http/forgotten.ts');
    expect(said).toMatch(/server\/http\/app\.ts: unused/);
    expect(code).toBe(1);
  });
});

describe('formatting', () => {
  it('is Prettier’s and nobody’s taste', () => {
    const made = makeProject({
      'src/core/bad.ts': 'export const  one = "1"\n',
      'src/core/good.ts': "export const one = '1';\n",
    });
    const { code, said } = made.run('prettier/bin/prettier.cjs', '--list-different', 'src');
    made.remove();
    expect(said.trim()).toBe('src/core/bad.ts');
    expect(code).toBe(1);
  });
});
