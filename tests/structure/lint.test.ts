import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeProject } from './made-project.ts';

const syntax = 'no-restricted-syntax';

/** Each rule of ours, and a file that breaks it and nothing else. */
const breaches: readonly (readonly [what: string, rule: string, path: string, text: string])[] = [
  ['a default export', syntax, 'src/core/bad-default.ts', 'export default 1;'],
  [
    'a default export in disguise',
    syntax,
    'src/core/bad-default-name.ts',
    'const one = 1;\nexport { one as default };',
  ],
  ['passing on another file', syntax, 'src/core/bad-barrel.ts', "export * from './time.ts';"],
  ['passing on a name', syntax, 'src/core/bad-pass.ts', "export { epoch } from './time.ts';"],
  ['a barrel', 'check-file/filename-blocklist', 'src/core/index.ts', 'export const one = 1;'],
  ['a drawer', 'check-file/filename-blocklist', 'server/http/helpers.ts', 'export const one = 1;'],
  ['a drawer of files', 'check-file/filename-blocklist', 'src/app/utils/agenda.ts', 'export const one = 1;'],
  ['a file in camel case', 'check-file/filename-naming-convention', 'src/core/badName.ts', 'export const one = 1;'],
  [
    'a folder in camel case',
    'check-file/folder-naming-convention',
    'src/core/badFolder/one.ts',
    'export const one = 1;',
  ],
  [
    'a component in kebab case',
    'check-file/filename-naming-convention',
    'src/app/ui/bad-card.tsx',
    'export const Card = 1;',
  ],
  [
    'styles not named after it',
    'check-file/filename-naming-convention',
    'src/app/ui/card.styles.ts',
    'export const one = 1;',
  ],
  [
    'a hook outside its file',
    syntax,
    'src/app/ui/bad-hook.ts',
    'export function useAgenda(): number {\n  return 1;\n}',
  ],
  ['the clock in core', syntax, 'src/core/bad-now.ts', 'export const now = Date.now();'],
  ['today in core', syntax, 'src/core/bad-today.ts', 'export const today = new Date();'],
  ['chance in core', syntax, 'src/core/bad-chance.ts', 'export const chance = Math.random();'],
  ['the clock in a use case', syntax, 'server/usecases/bad-now.ts', 'export const now = Date.now();'],
  ['today in a use case', syntax, 'server/usecases/bad-today.ts', 'export const today = new Date();'],
  ['the environment in a route', syntax, 'server/http/bad-env.ts', 'export const port = process.env.PORT;'],
  ['the environment in a use case', syntax, 'server/usecases/bad-env.ts', 'export const port = process.env.PORT;'],
  ['the console on the server', 'no-console', 'server/http/bad-log.ts', "console.log('here');"],
  ['the console in the browser', 'no-console', 'src/app/api/bad-log.ts', "console.log('here');"],
  ['a muted test', syntax, 'tests/core/bad-skip.test.ts', "import { it } from 'vitest';\nit.skip('a rule', () => {});"],
  ['a lone test', syntax, 'tests/core/bad-only.test.ts', "import { it } from 'vitest';\nit.only('a rule', () => {});"],
  ['a mocked module', syntax, 'tests/core/bad-mock.test.ts', "import { vi } from 'vitest';\nvi.mock('#core/time.ts');"],
  [
    'a file too long',
    'max-lines',
    'src/core/bad-long.ts',
    'export const one = 1;\n'.replace('one', 'long') + '\n'.repeat(301),
  ],
  ['a test too long', 'max-lines', 'tests/core/bad-long.test.ts', 'export const long = 1;\n' + '\n'.repeat(401)],
  [
    'a promise nobody awaits',
    '@typescript-eslint/no-floating-promises',
    'server/http/bad-promise.ts',
    'async function save(): Promise<void> {\n  await Promise.resolve();\n}\nsave();\nexport { save };',
  ],
  ['any', '@typescript-eslint/no-explicit-any', 'src/core/bad-any.ts', 'export type Item = any;'],
  [
    'a type imported as a value',
    '@typescript-eslint/consistent-type-imports',
    'src/core/bad-import.ts',
    "import { Item } from './item.ts';\nexport type Items = Item[];",
  ],
  [
    'a silenced compiler',
    '@typescript-eslint/ban-ts-comment',
    'src/core/bad-ignore.ts',
    '// @ts-ignore\nexport const one = 1;',
  ],
  [
    'a hook under a condition',
    'react-hooks/rules-of-hooks',
    'src/app/ui/use-bad.ts',
    "import { useId } from 'react';\nexport function useBad(on: boolean): string {\n  return on ? useId() : '';\n}",
  ],
  [
    'a picture without words',
    'jsx-a11y/alt-text',
    'src/app/ui/BadPicture.tsx',
    'export function BadPicture() {\n  return <img src="/a.png" />;\n}',
  ],
];

const innocent: Record<string, string> = {
  'src/core/time.ts': 'export const epoch = 0;\nexport const fixed = new Date(0);',
  'src/core/item.ts': 'export interface Item {\n  readonly title: string;\n}',
  'src/core/waived.ts': '/* eslint-disable-next-line no-restricted-syntax */\nexport const now = Date.now();',
  'src/app/ui/Card.tsx': 'export function Card() {\n  return <p>Agenda</p>;\n}',
  'src/app/ui/Card.styles.ts': 'export const styles = { root: 1 };',
  'src/app/ui/use-agenda.ts': 'export function useAgenda(): number {\n  return 1;\n}',
  'src/app/tab.tsx': 'export const tab = 1;',
  'server/config.ts': 'export const port = process.env.PORT;',
  'server/adapters/system/clock.ts': 'export const began = Date.now();',
  'server/dev/main.ts': "console.log('started');",
  'tests/app/Card.test.tsx': "import { it } from 'vitest';\nit('draws', () => {});",
};

const project = makeProject({
  ...innocent,
  ...Object.fromEntries(breaches.map(([, , path, text]) => [path, `${text}\n`])),
});
afterAll(project.remove);

const report = z
  .array(
    z.object({
      filePath: z.string(),
      messages: z.array(z.object({ ruleId: z.string().nullable(), severity: z.number(), message: z.string() })),
    }),
  )
  .parse(JSON.parse(project.run('eslint/bin/eslint.js', '.', '--format', 'json').said));

/** What ESLint says of a file. A warning that a comment waives nothing is left out: it is the comment that is tested. */
function verdict(path: string): { rules: (string | null)[]; messages: string[] } {
  const messages = report.find(({ filePath }) => filePath.replaceAll('\\', '/').endsWith(`/${path}`))?.messages;
  const errors = (messages ?? [{ ruleId: 'not linted', severity: 2, message: '' }]).filter(
    ({ severity }) => severity === 2,
  );
  return { rules: [...new Set(errors.map(({ ruleId }) => ruleId))], messages: errors.map(({ message }) => message) };
}

describe('lint', () => {
  it.each(breaches)('refuses %s (%s)', (_what, rule, path) => {
    expect(verdict(path).rules).toEqual([rule]);
  });

  it.each(breaches.filter(([, rule]) => rule === syntax))('says what to do instead of %s', (_what, _rule, path) => {
    for (const message of verdict(path).messages) expect(message.length).toBeGreaterThan(40);
  });

  it('cannot be waived by a comment', () => {
    expect(verdict('src/core/waived.ts').rules).toEqual([syntax]);
  });

  it.each(Object.keys(innocent).filter((path) => !path.includes('waived')))('has nothing against %s', (path) => {
    expect(verdict(path)).toEqual({ rules: [], messages: [] });
  });
});
